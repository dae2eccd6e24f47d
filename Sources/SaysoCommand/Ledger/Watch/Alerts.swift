import SaysoFetching
import SaysoLedger
import Subprocess

/// Tells of new statements that saved searches find. Each is told of at least once: how far a search has come is
/// noted in the ledger after its message was taken.
struct Alerts {
    private let ledger: Ledger
    private let searches: [WatchConfiguration.Search]
    private let output = OutputFile()

    init(_ ledger: Ledger, _ searches: [WatchConfiguration.Search]) {
        self.ledger = ledger
        self.searches = searches
    }

    /// Makes new searches begin at the present end of the ledger.
    func begin() throws {
        for search in searches { _ = try ledger.told(search.name) }
    }

    /// Tells of everything that is new.
    ///
    /// - Parameter log: gets what was told, and what failed; it is tried again the next time.
    func tell(_ log: (WatchLog.Level, String) -> Void) async throws {
        for search in searches {
            let found = try ledger.newStatements(search.query, after: try ledger.told(search.name))
            var told = 0
            for statement in found.statements {
                let json = AlertJSON(statement, search: search.name).text
                do {
                    try await send(json, to: search.target)
                } catch {
                    log(.warning, "search \(search.name): \(error)")
                    break
                }
                try ledger.tell(search.name, upTo: statement.row)
                told += 1
            }
            if told == found.statements.count { try ledger.tell(search.name, upTo: found.last) }
            if told > 0 { log(.info, "search \(search.name): told of \(told) statements") }
        }
    }

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private func send(_ json: String, to target: WatchConfiguration.Search.Target) async throws {
        switch target {
        case .output:
            try output.write(json + "\n")
            try output.flush()
        case .address(let address): try await Webhook.post(json, to: address)
        case .command(let command):
            let program: Executable = command[0].contains("/") ? .path(.init(command[0])) : .name(command[0])
            let status = try await Subprocess.run(
                program,
                arguments: Arguments(Array(command.dropFirst())),
                input: .string(json + "\n"),
                output: .discarded,
                error: .discarded
            ).terminationStatus
            guard status.isSuccess else { throw Failure(description: "\(command[0]) failed: \(status)") }
        }
    }
}
