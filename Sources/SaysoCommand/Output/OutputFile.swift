#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file, or standard output, that is written through a buffer.
final class OutputFile {
    private static let room = 64 * 1024

    private let descriptor: Int32
    private let path: String
    /// The regular file that is written; nil for standard output and the like.
    private(set) var identity: FileIdentity?
    private var buffer: [UInt8] = []
    /// Bytes that are written, with those that were there.
    private var length = 0

    /// Standard output.
    init() { (descriptor, path) = (STDOUT_FILENO, "standard output") }

    /// A file, whose contents are replaced.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - inputs: files that are read, none of which may be written.
    ///   - length: how many bytes of it stay.
    /// - Throws: `OutputError` when it cannot be opened, is one of the inputs, or is shorter than that.
    init(_ path: String, inputs: [String], keeping length: Int = 0) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure() }
        var own = stat()
        guard fstat(descriptor, &own) == 0 else { throw failure() }
        guard own.st_mode & S_IFMT == S_IFREG else {
            if length > 0 { throw OutputError(message: "\(path): is no file that can be gone on with") }
            return
        }
        identity = FileIdentity(own)
        for input in inputs {
            if FileIdentity(path: input) == identity {
                throw OutputError(message: "\(path): is an article to be read; write somewhere else")
            }
        }
        if own.st_size < length {
            throw OutputError(
                message:
                    "\(path): has \(own.st_size) bytes, and the run that is gone on with wrote \(length); "
                    + "bring it back, or begin anew with another --state"
            )
        }
        if ftruncate(descriptor, off_t(length)) != 0 || lseek(descriptor, 0, SEEK_END) < 0 { throw failure() }
        self.length = length
    }

    deinit {
        if descriptor > STDERR_FILENO { close(descriptor) }
    }

    /// Writes a text, now or with what comes after it.
    func write(_ text: String) throws {
        buffer += text.utf8
        if buffer.count >= Self.room { try flush() }
    }

    /// Writes bytes, now or with what comes after them.
    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.room { try flush() }
    }

    /// Writes what is still in the buffer.
    func flush() throws {
        defer { buffer.removeAll(keepingCapacity: true) }
        do {
            try Console.write(buffer, to: descriptor)
            length += buffer.count
        } catch let error as OutputError {
            throw OutputError(message: "\(path): \(error.message)")
        }
    }

    /// Sees to it that everything is on the disk.
    ///
    /// - Returns: how many bytes that is.
    func sync() throws -> Int {
        try flush()
        do {
            try Self.synchronise(descriptor)
        } catch {
            throw OutputError(message: "\(path): \(error.message)")
        }
        return length
    }

    /// Sees to it that what was written to a file is on the disk, where that is possible.
    ///
    /// - Throws: why it is not: some disks say only now that they are full.
    static func synchronise(_ descriptor: Int32) throws(OutputError) {
        guard fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP, errno != EROFS else { return }
        throw OutputError(message: String(cString: strerror(errno)))
    }

    private func failure() -> OutputError {
        OutputError(message: "\(path): \(String(cString: strerror(errno)))")
    }
}
