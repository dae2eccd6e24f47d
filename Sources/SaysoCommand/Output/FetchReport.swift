import SaysoFetching

/// What became of addresses, on standard error: a line each, and for people at a terminal how far it all is.
struct FetchReport {
    private let isTerminal = Console.errorIsTerminal
    private var (done, total, failed, bytes) = (0, 0, 0, 0)

    var hasFailures: Bool { failed > 0 }

    /// Says what became of an address.
    ///
    /// - Parameters:
    ///   - report: what became of it.
    ///   - received: bytes of all responses so far, those to robots.txt and redirects among them.
    mutating func add(_ report: Crawl.Report, received: Int) {
        (done, total, bytes) = (report.done, report.total, received)
        if isTerminal { Console.err("\r\u{1B}[K") }
        switch report.result {
        case .success(let response):
            let isGood = response.status == 200 || response.status == 304
            if !isGood || response.isTruncated { failed += 1 }
            Console.err(Self.line(report, response) + "\n")
            for problem in response.problems { Console.complain("\(report.address): \(problem)") }
        case .failure(let error):
            failed += 1
            // A redirect's address says more than the one that was given.
            let place = error.address == report.address ? "" : " (from \(report.address))"
            Console.complain("\(error)\(place)")
        }
        if isTerminal { Console.err("\(done) of \(total) pages, \(Self.size(bytes))") }
    }

    /// Says how it all came out.
    ///
    /// - Parameters:
    ///   - path: the archive; nil when there is none, because nothing was asked.
    ///   - received: bytes of all responses.
    func finish(_ path: String?, received: Int) {
        if isTerminal { Console.err("\r\u{1B}[K") }
        let failures = failed > 0 ? ", \(failed) failed" : ""
        let left = done < total ? ", \(total - done) not fetched" : ""
        let place = path.map { "; \(Self.size(received)) in \($0)" } ?? ""
        Console.err(Display.line("\(done - failed) fetched\(failures)\(left)\(place)") + "\n")
    }

    /// `200     1183  https://coast.example/old -> https://coast.example/new (feed, 3 entries)`
    private static func line(_ report: Crawl.Report, _ response: FetchedResponse) -> String {
        let size = response.status == 304 ? "unchanged" : String(response.size)
        let padding = String(repeating: " ", count: max(0, 9 - size.count))
        let target = response.redirects.isEmpty ? "" : " -> \(response.finalAddress)"
        let entries = report.entries.map { $0 == 1 ? " (feed, 1 entry)" : " (feed, \($0) entries)" } ?? ""
        return "\(response.status) \(padding)\(size)  " + Display.line("\(report.address)\(target)\(entries)")
    }

    private static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) bytes"
        case ..<1_000_000: "\(bytes / 1000) kB"
        default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
        }
    }
}
