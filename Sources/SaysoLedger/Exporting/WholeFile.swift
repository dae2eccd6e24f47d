import Crypto

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that gets its name when it is whole: until then it has another one, and nothing is left of it when the
/// work is given up.
package final class WholeFile {
    private static let room = 1 << 16

    private let path: String
    private let draft: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    /// How many bytes were written.
    package private(set) var size = 0

    /// - Parameter path: the file; what is there is replaced in the end.
    /// - Throws: ``LedgerError`` when it cannot be made.
    package init(_ path: String) throws(LedgerError) {
        self.path = path
        var status = stat()
        let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        // A pipe or a device has no other name.
        draft = isSpecial ? path : "\(path).part-\(getpid())"
        descriptor = open(draft, isSpecial ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        if draft != path { unlink(draft) }
    }

    /// Writes bytes, now or with what comes after them.
    package func write(_ bytes: [UInt8]) throws(LedgerError) {
        hash.update(data: bytes)
        size += bytes.count
        buffer += bytes
        if buffer.count >= Self.room { try flush() }
    }

    /// Writes what is left, sees it to the disk, and gives the file its name.
    ///
    /// - Returns: the digest of all that was written.
    @discardableResult
    package func finish() throws(LedgerError) -> Digest {
        try flush()
        if draft != path {
            guard fsync(descriptor) == 0, rename(draft, path) == 0 else { throw Self.failure(path) }
        }
        close(descriptor)
        descriptor = -1
        return Digest(bytes: Array(hash.finalize()))!
    }

    private func flush() throws(LedgerError) {
        var start = 0
        while start < buffer.count {
            let written = buffer.withUnsafeBytes { bytes in
                #if canImport(Glibc)
                    Glibc.write(descriptor, bytes.baseAddress! + start, bytes.count - start)
                #else
                    Darwin.write(descriptor, bytes.baseAddress! + start, bytes.count - start)
                #endif
            }
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { throw Self.failure(path) }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failure(_ path: String) -> LedgerError {
        LedgerError(errno == ENOSPC ? .full : .unreadable, "\(path): \(String(cString: strerror(errno)))")
    }
}

/// A folder that gets its name when it is whole.
final class WholeFolder {
    let path: String
    /// Where its files are written meanwhile.
    let draft: String
    private var files: [String] = []
    private var isDone = false

    /// - Parameter path: the folder; it may be there if it is empty.
    /// - Throws: ``LedgerError`` when something is in it, or it cannot be made.
    init(_ path: String) throws(LedgerError) {
        var name = path
        while name.utf8.count > 1, name.hasSuffix("/") { name.removeLast() }
        self.path = name
        draft = "\(name).part-\(getpid())"
        if let folder = opendir(name) {
            defer { closedir(folder) }
            while let entry = readdir(folder) {
                let isDot =
                    entry.pointee.d_name.0 == 0x2E
                    && (entry.pointee.d_name.1 == 0
                        || entry.pointee.d_name.1 == 0x2E && entry.pointee.d_name.2 == 0)
                guard isDot else {
                    throw LedgerError(.invalid, "\(name): the folder is not empty; choose another one")
                }
            }
        } else if errno != ENOENT {
            throw LedgerError(.invalid, "\(name): \(String(cString: strerror(errno)))")
        }
        guard mkdir(draft, 0o777) == 0 else {
            throw LedgerError(
                .missing,
                "\(name): cannot be made a folder (\(String(cString: strerror(errno))))"
            )
        }
    }

    deinit {
        guard !isDone else { return }
        for file in files { unlink("\(draft)/\(file)") }
        rmdir(draft)
    }

    /// A file in it.
    func file(_ name: String) throws(LedgerError) -> WholeFile {
        files.append(name)
        return try WholeFile("\(draft)/\(name)")
    }

    /// Gives the folder its name.
    func finish() throws(LedgerError) {
        guard rename(draft, path) == 0 else {
            throw LedgerError(.unreadable, "\(path): \(String(cString: strerror(errno)))")
        }
        isDone = true
    }
}
