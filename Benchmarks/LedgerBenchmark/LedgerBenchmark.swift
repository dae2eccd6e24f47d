import Foundation
import GRDB
import SaysoLedger

/// Makes a ledger of generated articles and asks it questions:
/// `LedgerBenchmark [--statements N] [--questions N] [--keep FILE]`.
@main
struct LedgerBenchmark {
    static func main() throws {
        let statements = number("--statements") ?? 1_000_000
        let kept = text("--keep")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "ledger-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = kept ?? folder.path + "/benchmark.sayso"
        let articles = max(1, statements / InventedPress.statementsOfAnArticle)
        let press = InventedPress(seed: 1, articles: articles)
        if !FileManager.default.fileExists(atPath: path) { try fill(path, press, articles: articles) }
        try ask(path, press, count: number("--questions") ?? 500)
    }

    // MARK: Adding

    private static let batchSize = 1000

    private static func fill(_ path: String, _ press: InventedPress, articles: Int) throws {
        var press = press
        let ledger = try Ledger(path, mode: .create)
        var (bytes, statements, revisions) = (0, 0, 0)
        var (wall, processor) = (Duration.zero, 0.0)
        var made: [Revision] = []
        for number in 0..<articles {
            let revision = press.next()
            made.append(revision)
            if number % 100 == 50 { made.append(press.changed(revision)) }
            guard made.count >= batchSize * 10 || number == articles - 1 else { continue }
            bytes += made.reduce(0) { $0 + $1.text.count }
            statements += made.reduce(0) { $0 + $1.statements.count }
            revisions += made.count
            let start = processorSeconds()
            wall += try ContinuousClock().measure { try add(made, to: ledger) }
            processor += processorSeconds() - start
            made.removeAll(keepingCapacity: true)
        }
        let closing = try ContinuousClock().measure { try ledger.close() }
        let seconds = (wall + closing) / .seconds(1)
        let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        print("\(statements) statements, \(revisions) revisions, \(bytes / 1_000_000) MB of text")
        print(
            "adding: \(Int(Double(statements) / seconds)) statements a second (\(tenths(seconds)) s; ",
            terminator: ""
        )
        print("\(Int(Double(statements) / processor)) a second of processor time)")
        let share = String(format: "%.2f", Double(size) / Double(bytes))
        print("file: \(size / 1_000_000) MB, \(share) times the text")
        try printParts(path, statements: statements)
    }

    /// What a statement takes of each table and index, in bytes.
    private static func printParts(_ path: String, statements: Int) throws {
        let ledger = try Ledger(path, mode: .readOnly)
        func share(_ sql: String) throws -> [String] {
            try ledger.read { database in
                try Row.fetchAll(database, sql: sql).map { row in
                    let bytes: Int = row[1]
                    return "\(row[0] as String) \(bytes / statements)"
                }
            }
        }
        let parts = try share("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 10")
        let inside = try share(
            """
            SELECT 'words', sum(length(CAST(content AS BLOB))) FROM statement
            UNION ALL SELECT 'packed text', sum(length(text)) FROM revision
            """
        )
        print("bytes of a statement: \(parts.joined(separator: ", "))")
        print("    inside these: \(inside.joined(separator: ", "))")
        try ledger.close()
    }

    /// Adds revisions in batches, each prepared while the one before it is written.
    private static func add(_ revisions: [Revision], to ledger: Ledger) throws {
        var batch: RevisionBatch?
        for start in stride(from: 0, to: revisions.count, by: batchSize) {
            let part = revisions[start..<min(start + batchSize, revisions.count)]
            let next = RevisionBatch(Array(part), keepsSources: false)
            if let batch { try ledger.add(batch) }
            batch = next
        }
        if let batch { try ledger.add(batch) }
    }

    // MARK: Asking

    private static func ask(_ path: String, _ press: InventedPress, count: Int) throws {
        let ledger = try Ledger(path, mode: .readOnly)
        var questions = Questions(press)
        let asked = try (0..<count).map { _ in try questions.next() }
        var times: [(milliseconds: Double, processor: Double, name: String, hits: Int)] = []
        for isWarm in [false, true] {
            times = try asked.map { name, search in
                var hits = 0
                let start = processorSeconds()
                let time = try ContinuousClock().measure {
                    do { hits = try ledger.search(search).hits.count } catch let error as LedgerError {
                        guard error.code == .notFound else { throw error }
                    }
                }
                return (time / .milliseconds(1), 1000 * (processorSeconds() - start), name, hits)
            }
            print(
                "\(isWarm ? "warm" : "first time"): \(asked.count) questions, \(spread(times.map(\.milliseconds))); "
            )
            print("    of processor time \(spread(times.map(\.processor)))")
        }
        let found = times.count { $0.hits > 0 }
        print("with results: \(found); the slowest:")
        for time in times.sorted(by: { $0.processor > $1.processor }).prefix(8) {
            print("  \(tenths(time.processor)) ms  \(time.name), \(time.hits) results")
        }
    }

    // MARK: Helpers

    private static func spread(_ times: [Double]) -> String {
        let sorted = times.sorted()
        guard let most = sorted.last else { return "none" }
        return
            "median \(tenths(sorted[sorted.count / 2])) ms, 99th \(tenths(sorted[sorted.count * 99 / 100])) ms, "
            + "most \(tenths(most)) ms"
    }

    private static func text(_ name: String) -> String? {
        let arguments = CommandLine.arguments
        return arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }

    private static func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

    private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
