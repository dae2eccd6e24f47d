import ArgumentParser
import SaysoLedger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which ledger a command works on.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: .init(
            "The ledger's file (default: SAYSO_LEDGER of the environment, else sayso.ledger in the user's data "
                + "folder).",
            valueName: "file"
        )
    )
    var ledger: String?

    /// The ledger's file.
    var path: String { ledger ?? Self.usual(ProcessInfo.processInfo.environment) }

    func validate() throws {
        if ledger?.isEmpty == true { throw ValidationError("--ledger wants the name of a file") }
    }

    /// Opens the ledger.
    ///
    /// - Parameter mode: `.create` makes it, and the user's data folder, where they are missing.
    /// - Returns: the ledger.
    /// - Throws: `LedgerError` when it cannot be opened.
    func open(_ mode: Ledger.Mode) throws -> Ledger {
        let path = path
        if mode == .create, ledger == nil, path != ProcessInfo.processInfo.environment["SAYSO_LEDGER"] {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        return try Ledger(path, mode: mode)
    }

    /// Where the ledger is when nobody says.
    static func usual(_ environment: [String: String]) -> String {
        if let path = environment["SAYSO_LEDGER"], !path.isEmpty { return path }
        let home = environment["HOME"] ?? "."
        #if os(macOS)
            return home + "/Library/Application Support/sayso/sayso.ledger"
        #else
            // https://specifications.freedesktop.org/basedir-spec: relative paths are to be passed over.
            let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            return (data ?? home + "/.local/share") + "/sayso/sayso.ledger"
        #endif
    }
}
