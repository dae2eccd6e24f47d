#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file, a pipe or a terminal.
public final class FileSource: ByteSource {
    private let descriptor: Int32
    private let path: String
    private let closes: Bool
    /// How many bytes a regular file has; `nil` for pipes and the like.
    public let size: Int?

    /// Opens a file, which is closed with this object.
    ///
    /// - Parameter path: its path.
    /// - Throws: `unreadable` with the system's reason.
    public convenience init(path: String) throws(ArchiveError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
        try self.init(descriptor: descriptor, path: path, closes: true)
    }

    /// Reads an open file, which is not closed here.
    ///
    /// - Parameters:
    ///   - descriptor: a file descriptor.
    ///   - path: how messages call it.
    ///   - closes: whether it is closed with this object.
    /// - Throws: `unreadable` with the system's reason.
    public init(descriptor: Int32, path: String, closes: Bool = false) throws(ArchiveError) {
        self.descriptor = descriptor
        self.path = path
        self.closes = closes
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            size = nil
            throw Self.failure(path)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            size = nil
            throw ArchiveError(code: .unreadable, message: "\(path) is a directory; name the files in it")
        }
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    deinit {
        if closes { close(descriptor) }
    }

    private static func failure(_ path: String) -> ArchiveError {
        ArchiveError(code: .unreadable, message: "\(path): \(String(cString: strerror(errno)))")
    }

    /// Appends the next bytes, 256 KiB at most.
    public func read(into bytes: inout [UInt8]) throws(ArchiveError) -> Int {
        try append(1 << 18, to: &bytes) { [descriptor] in
            #if canImport(Glibc)
                Glibc.read(descriptor, $0, $1)
            #else
                Darwin.read(descriptor, $0, $1)
            #endif
        }
    }

    /// Reads elsewhere in a regular file.
    public func read(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8]? {
        guard let size else { return nil }
        guard offset >= 0, offset < size, count > 0 else { return [] }
        let wanted = min(count, size - offset)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(wanted)
        while bytes.count < wanted {
            let place = off_t(offset + bytes.count)
            let got = try append(wanted - bytes.count, to: &bytes) { [descriptor] in
                pread(descriptor, $0, $1, place)
            }
            if got == 0 { break }
        }
        return bytes
    }

    private func append(
        _ count: Int,
        to bytes: inout [UInt8],
        reading: (UnsafeMutableRawPointer, Int) -> Int
    ) throws(ArchiveError) -> Int {
        let old = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        var got = 0
        repeat {
            got = bytes.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { reading($0 + old, count) } ?? 0
            }
        } while got < 0 && errno == EINTR
        let reason = errno
        bytes.removeLast(count - max(0, got))
        guard got >= 0 else {
            errno = reason
            throw Self.failure(path)
        }
        return got
    }
}
