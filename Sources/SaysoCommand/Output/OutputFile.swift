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

    /// Standard output.
    init() { (descriptor, path) = (STDOUT_FILENO, "standard output") }

    /// A file, whose contents are replaced.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - inputs: files that are read, none of which may be written.
    /// - Throws: `OutputError` when it cannot be opened, or is one of the inputs.
    init(_ path: String, inputs: [String]) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure() }
        var own = stat()
        guard fstat(descriptor, &own) == 0 else { throw failure() }
        guard own.st_mode & S_IFMT == S_IFREG else { return }
        identity = FileIdentity(own)
        for input in inputs {
            if FileIdentity(path: input) == identity {
                throw OutputError(message: "\(path): is an article to be read; write somewhere else")
            }
        }
        if ftruncate(descriptor, 0) != 0 { throw failure() }
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
        } catch let error as OutputError {
            throw OutputError(message: "\(path): \(error.message)")
        }
    }

    private func failure() -> OutputError {
        OutputError(message: "\(path): \(String(cString: strerror(errno)))")
    }
}
