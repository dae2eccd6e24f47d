import SaysoFetching
import SaysoLedger
import TOMLKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What to watch, as a TOML file says (https://toml.io); `Docs/ledger.md` describes it.
struct WatchConfiguration: Sendable {
    /// A question that is asked of every new statement.
    struct Search: Sendable {
        /// Where what was found goes.
        enum Target: Hashable, Sendable {
            /// Standard output, one JSON object a line.
            case output
            /// A program with its arguments; it gets the object on standard input.
            case command([String])
            /// An address that the object is posted to.
            case address(String)
        }

        let name: String
        let question: Question
        let target: Target
    }

    var feeds: [String] = []
    var pages: [String] = []
    var searches: [Search] = []
    var schedule = WatchSchedule()
    var contact: String?

    /// Reads a file.
    ///
    /// - Throws: `UsageError` that names the file, the line and what is wrong.
    init(file path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UsageError(message: "\(path): there is no such file, or it may not be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw UsageError(message: "\(path): not UTF-8")
        }
        do {
            try self.init(text)
        } catch let error as UsageError {
            throw UsageError(message: "\(path): \(error.message)")
        }
    }

    /// Reads a configuration's text.
    init(_ text: String) throws {
        let file: File
        do {
            file = try TOMLDecoder(strictDecoding: true).decode(File.self, from: text)
        } catch let error as TOMLParseError {
            let place = error.source.begin
            throw UsageError(message: "line \(place.line), column \(place.column): \(error.description)")
        } catch let error as UnexpectedKeysError {
            let names = error.keys.keys.sorted().joined(separator: ", ")
            throw UsageError(message: "\(names): there is no such setting")
        } catch DecodingError.keyNotFound(let key, let context) {
            throw UsageError(
                message:
                    "\((context.codingPath + [key]).map(\.stringValue).joined(separator: ".")) is missing"
            )
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw UsageError(
                message: "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has the wrong type"
            )
        }
        feeds = try (file.feeds ?? []).map(Self.address)
        pages = try (file.pages ?? []).map(Self.address)
        guard !(feeds + pages).isEmpty else { throw UsageError(message: "names neither feeds nor pages") }
        contact = file.contact
        if let least = file.least { schedule.least = try Self.seconds(least, "least") }
        if let most = file.most { schedule.most = try Self.seconds(most, "most") }
        if let patience = file.patience { schedule.patience = try Self.seconds(patience, "patience") }
        guard schedule.least <= schedule.most else { throw UsageError(message: "least is longer than most") }
        searches = try (file.search ?? []).map(Self.search)
        guard Set(searches.map(\.name)).count == searches.count else {
            throw UsageError(message: "two searches have the same name")
        }
    }

    private struct File: Decodable {
        var feeds: [String]?
        var pages: [String]?
        var contact: String?
        var least: String?
        var most: String?
        var patience: String?
        var search: [SearchTable]?
    }

    private struct SearchTable: Decodable {
        var name: String
        var query: String
        var command: [String]?
        var post: String?
    }

    private static func search(_ table: SearchTable) throws -> Search {
        let target: Search.Target
        switch (table.command, table.post) {
        case (nil, nil): target = .output
        case (let command?, nil) where !command.isEmpty: target = .command(command)
        case (nil, let post?): target = .address(try address(post))
        case (nil, _), (_, nil): throw UsageError(message: "search \(table.name): the command is empty")
        default: throw UsageError(message: "search \(table.name): either a command or an address to post to")
        }
        do {
            return Search(name: table.name, question: try Question(table.query), target: target)
        } catch {
            throw UsageError(message: "search \(table.name): \(error.message)")
        }
    }

    private static func address(_ text: String) throws -> String {
        do {
            return try WebAddress(text).description
        } catch {
            throw UsageError(message: "\(text): \(error.message)")
        }
    }

    /// Reads `90s`, `15m`, `12h` or `30d`.
    private static func seconds(_ text: String, _ name: String) throws -> Int {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
            (1...10_000).contains(count)
        else {
            throw UsageError(message: "\(name) wants a duration such as 90s, 15m, 12h or 30d, not \(text)")
        }
        return count * unit
    }
}
