/// A file or a pipe.
public final class FileSource: ByteSource {
    private let file: OpenFile
    private let path: String

    /// Opens a file, which is closed with this object.
    ///
    /// - Parameter path: its path.
    /// - Throws: `unreadable` with the system's reason.
    public init(path: String) throws(ArchiveError) {
        self.path = path
        do throws(OpenFile.Failure) {
            file = try OpenFile(path)
        } catch {
            throw Self.failure(path, error)
        }
        if file.isFolder {
            throw ArchiveError(code: .unreadable, message: "\(path) is a directory; name the files in it")
        }
    }

    /// How many bytes a regular file has; `nil` for pipes and the like.
    public var size: Int? { file.size }

    /// Appends the next bytes, 256 KiB at most.
    public func read(into bytes: inout [UInt8]) throws(ArchiveError) -> Int {
        while !file.isReady(within: -1) {}
        do throws(OpenFile.Failure) {
            return try file.read(1 << 18, into: &bytes)
        } catch {
            throw Self.failure(path, error)
        }
    }

    /// Reads elsewhere in a regular file.
    public func read(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8]? {
        do throws(OpenFile.Failure) {
            return try file.read(at: offset, count: count)
        } catch {
            throw Self.failure(path, error)
        }
    }

    private static func failure(_ path: String, _ error: OpenFile.Failure) -> ArchiveError {
        ArchiveError(code: .unreadable, message: "\(path): \(error.reason)")
    }
}
