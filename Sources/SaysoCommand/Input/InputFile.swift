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

    /// The most bytes that one document may have: more is no article, and endless input has no end.
    static let largestDocument = 256 << 20

    let path: String
    /// What it is, whatever path led to it.
    let identity: FileIdentity
    /// Bytes that were read and handed to nobody yet.
    private var ahead: [UInt8] = []
    /// Bytes handed out so far.
    private(set) var position = 0
    private let descriptor: Int32
    /// How many bytes a regular file has; nil for pipes and the like.
    let size: Int?

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
            throw Failure(code: "directory", reason: "is a directory")
        }
        identity = FileIdentity(status)
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    private static var failure: Failure {
        Failure(code: "unreadable", reason: String(cString: strerror(errno)))
    }

    /// Whether a read would return at once.
    var isReady: Bool { !ahead.isEmpty || isReady(within: 0) }

    private func isReady(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    /// The first bytes of what comes next, without taking them: fewer than asked for only where the file ends.
    func start(_ count: Int) throws(Failure) -> [UInt8] {
        while ahead.count < count, try readOn(into: &ahead) > 0 {}
        return Array(ahead.prefix(count))
    }

    /// Appends some more bytes.
    ///
    /// - Returns: how many; zero at the end, and when an interruption came while there was nothing to read.
    func read(into bytes: inout [UInt8]) throws(Failure) -> Int {
        let old = bytes.count
        if ahead.isEmpty {
            _ = try readOn(into: &bytes)
        } else if bytes.isEmpty {
            swap(&bytes, &ahead)
        } else {
            bytes += ahead
            ahead = []
        }
        position += bytes.count - old
        return bytes.count - old
    }

    private func readOn(into bytes: inout [UInt8]) throws(Failure) -> Int {
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

    /// Some bytes elsewhere in a regular file, fewer only where it ends; nil where one cannot go there.
    func read(at offset: Int, count: Int) throws(Failure) -> [UInt8]? {
        guard let size else { return nil }
        guard offset >= 0, offset < size, count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: min(count, size - offset))
        var filled = 0
        while filled < bytes.count {
            let (start, place) = (filled, off_t(offset + filled))
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress! + start, buffer.count - start, place)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// Everything in the file that was not read yet.
    ///
    /// - Parameter limit: the most that there may be.
    /// - Returns: the bytes.
    /// - Throws: that they are more, or why they cannot be read.
    func contents(limit: Int = .max) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(size ?? 0, limit) + 1 << 16)
        while try read(into: &bytes) > 0 {
            if bytes.count > limit { throw Self.tooLong(limit) }
        }
        return bytes
    }

    /// Why a document of more than so many bytes is not read.
    static func tooLong(_ limit: Int) -> Failure {
        Failure(code: "too-large", reason: "longer than \(limit >> 20) MiB, which no article is")
    }
}
