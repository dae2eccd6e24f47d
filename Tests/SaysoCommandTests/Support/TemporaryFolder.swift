import Foundation

/// A folder that is gone with the test that made it.
final class TemporaryFolder: Sendable {
    /// Where it is.
    let path: String

    /// Makes an empty folder.
    ///
    /// - Throws: an error when that is not allowed.
    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - name: the file's name.
    ///   - text: what it holds.
    /// - Returns: its path.
    /// - Throws: an error when it cannot be written.
    @discardableResult
    func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - name: the file's name.
    ///   - bytes: what it holds.
    /// - Returns: its path.
    /// - Throws: an error when it cannot be written.
    @discardableResult
    func file(_ name: String, _ bytes: Data) throws -> String {
        try bytes.write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }
}
