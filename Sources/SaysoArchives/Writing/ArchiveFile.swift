#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file to which an archive is written.
public final class ArchiveFile {
    private let descriptor: Int32
    private let path: String

    /// Creates a file.
    ///
    /// - Parameter path: its path; there must be no file yet.
    /// - Throws: `unwritable` with the system's reason.
    public init(creating path: String) throws(ArchiveError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    private var failure: ArchiveError {
        ArchiveError(code: .unwritable, message: "\(path): \(String(cString: strerror(errno)))")
    }

    /// Writes bytes at the end, by one call of the system unless it takes fewer.
    ///
    /// - Parameter bytes: what to write.
    /// - Throws: `unwritable` with the system's reason.
    public func write(_ bytes: [UInt8]) throws(ArchiveError) {
        var position = 0
        while position < bytes.count {
            let count = bytes[position...].withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                #else
                    Darwin.write(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure }
            position += count
        }
    }
}
