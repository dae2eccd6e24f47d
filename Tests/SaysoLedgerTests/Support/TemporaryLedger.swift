import SaysoLedger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Does work with a new, empty ledger in a folder that is gone afterwards.
func withLedger<Value>(_ work: (Ledger) throws -> Value) throws -> Value {
    try withFolder { folder in
        let ledger = try Ledger(folder + "/invented.sayso", mode: .create)
        let value = try work(ledger)
        try ledger.close()
        return value
    }
}

/// Does work with a folder that is gone afterwards.
func withFolder<Value>(_ work: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder.path)
}

/// A folder that is gone when nobody needs it any more.
final class TemporaryFolder: Sendable {
    /// The folder.
    let path: String
    /// Where a ledger goes.
    var file: String { path + "/invented.sayso" }

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "ledger-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Does work with a folder that is gone afterwards.
func withFolder<Value>(_ work: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder.path)
}
