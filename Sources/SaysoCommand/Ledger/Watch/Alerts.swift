import SaysoFetching
import SaysoLedger
import SaysoStatements
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
    /// - Throws: `LedgerError` when the ledger cannot be read or written.
    func tell(_ log: (WatchLog.Level, String) -> Void) async throws {
        for search in searches {
            let found = try ledger.news(search.question, after: try ledger.told(search.name))
            if let unknown = found.unknown { log(.warning, "search \(search.name): \(unknown)") }
            var told = 0
            for hit in found.hits {
                let json = Self.json(hit, search: search.name)
                do {
                    try await send(json, to: search.target)
                } catch {
                    log(.warning, "search \(search.name): \(error)")
                    break
                }
                try ledger.tell(search.name, upTo: hit.row)
                told += 1
            }
            if told == found.hits.count { try ledger.tell(search.name, upTo: found.last) }
            if told > 0 { log(.info, "search \(search.name): statements told: \(told)") }
        }
    }

    private static func json(_ hit: SearchHit, search: String) -> String {
        let json = JSON(isPretty: false)
        let members = [
            ("search", JSON.quoted(search)), ("statement", JSON.quoted(hit.id.description)),
            ("speakers", json.texts(hit.speakers)), ("role", JSON.quoted(hit.role)),
            ("form", JSON.quoted(hit.form.rawValue)), ("kind", JSON.quoted(hit.kind.rawValue)),
            ("negated", "\(hit.isNegated)"), ("source", JSON.quoted(hit.source)),
            ("cue", JSON.quoted(hit.cue)),
            ("content", JSON.quoted(hit.content)), ("said", JSON.quoted(hit.said)),
            ("outlet", JSON.quoted(hit.outlet)), ("headline", JSON.quoted(hit.headline)),
            ("url", JSON.quoted(hit.url)), ("published", JSON.quoted(hit.published)),
        ]
        return json.object(members, depth: 0)
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
            // env looks programs up, and takes paths too.
            let status = try await Subprocess.run(
                .name("env"),
                arguments: Arguments(command),
                input: .string(json + "\n"),
                output: .discarded,
                error: .discarded
            ).terminationStatus
            guard status.isSuccess else { throw Failure(description: "\(command[0]) failed: \(status)") }
        }
    }
}
