#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file, a pipe or a terminal that is read from its beginning to its end.
final class InputFile {
    /// Why it cannot be read.
    struct Failure: Error {
        let code: String
        let reason: String
    }

    let path: String
    private let descriptor: Int32
    private let size: Int

    /// Opens a file.
    ///
    /// - Parameter path: a file, or `-` for standard input.
    /// - Throws: why it cannot be opened.
    init(_ path: String) throws(Failure) {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw Failure(code: "directory", reason: "is a directory; name the files in it")
        }
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    private static var failure: Failure {
        Failure(code: "unreadable", reason: String(cString: strerror(errno)))
    }

    /// Whether a read would return at once.
    var isReady: Bool { isReady(within: 0) }

    private func isReady(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    /// Appends some more bytes.
    ///
    /// - Returns: how many; zero at the end, and when an interruption came while there was nothing to read.
    func read(into bytes: inout [UInt8]) throws(Failure) -> Int {
        while !isReady(within: 200) {
            if Interruption.isRequested { return 0 }
        }
        let old = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 1 << 16))
        while true {
            let count = bytes.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress! + old, buffer.count - old)
                #else
                    Darwin.read(descriptor, buffer.baseAddress! + old, buffer.count - old)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure }
            bytes.removeLast(bytes.count - old - count)
            return count
        }
    }

    /// Everything in the file.
    func contents() throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 1 << 16)
        while try read(into: &bytes) > 0 {}
        return bytes
    }
}
