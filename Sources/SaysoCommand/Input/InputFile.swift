import SaysoArchives

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
    private let file: OpenFile

    /// Opens a file.
    ///
    /// - Parameter path: a file, or `-` for standard input.
    /// - Throws: why it cannot be opened.
    init(_ path: String) throws(Failure) {
        self.path = path
        file = try Self.reading { () throws(OpenFile.Failure) in try OpenFile(path == "-" ? nil : path) }
        identity = FileIdentity(file)
        if file.isFolder { throw Failure(code: "directory", reason: "is a directory") }
    }

    /// How many bytes a regular file has; nil for pipes and the like.
    var size: Int? { file.size }

    private static func reading<Result>(
        _ work: () throws(OpenFile.Failure) -> Result
    ) throws(Failure) -> Result {
        do throws(OpenFile.Failure) {
            return try work()
        } catch {
            throw Failure(code: "unreadable", reason: error.reason)
        }
    }

    /// Whether a read would return at once.
    var isReady: Bool { !ahead.isEmpty || file.isReady(within: 0) }

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
        while !file.isReady(within: 200) {
            if Interruption.isRequested { return 0 }
        }
        return try Self.reading { () throws(OpenFile.Failure) in try file.read(1 << 16, into: &bytes) }
    }

    /// Some bytes elsewhere in a regular file, fewer only where it ends; nil where one cannot go there.
    func read(at offset: Int, count: Int) throws(Failure) -> [UInt8]? {
        try Self.reading { () throws(OpenFile.Failure) in try file.read(at: offset, count: count) }
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
