import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SaysoLedger
import TestSupport
import Testing

@testable import SaysoServer

/// The document of the API, and requests made from it.
struct APIDocument {
    let check: SchemaCheck
    let paths: [String: [String: [String: Any]]]

    init() throws {
        let bytes = try #require(EmbeddedFiles.all["openapi.json"])
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        )
        check = SchemaCheck(document: document)
        paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    }

    /// What is wrong with an answer; empty when it is as the document says.
    func flaws(of answer: TestResponse, _ operation: [String: Any]) throws -> [String] {
        let responses = operation["responses"] as? [String: [String: Any]] ?? [:]
        guard let response = responses["\(answer.status.code)"].map(check.resolved) else {
            return ["the status \(answer.status.code) is not in the document: \(answer.text.prefix(200))"]
        }
        guard let content = response["content"] as? [String: [String: Any]] else {
            return answer.body.readableBytes == 0 ? [] : ["there is a body"]
        }
        let type = answer.headers[.contentType].map { String($0.prefix { $0 != ";" }) } ?? "none"
        guard let media = content[type] else { return ["the type \(type) is not in the document"] }
        guard let schema = media["schema"] as? [String: Any], type.hasSuffix("json") else { return [] }
        let value = try JSONSerialization.jsonObject(with: Data(answer.text.utf8), options: .fragmentsAllowed)
        return check.flaws(of: value, schema)
    }
}

@Suite("The document of the API")
struct DocumentTests {
    /// What the tool would do, in short.
    static func intake(_ path: String) -> Intake {
        Intake(
            extract: { _ in [Array(#"{"version":3,"speakers":[],"statements":[]}"#.utf8)] },
            add: { submission, tell in
                guard case .bytes(let bytes, _, _, _) = submission, !bytes.isEmpty else {
                    throw IntakeError(code: "empty", message: "there is nothing in it")
                }
                let ledger = try Ledger(path, mode: .existing)
                try ServedLedger.add(ServedLedger.quay, to: ledger)
                try ledger.close()
                tell(.found(1))
                tell(.read)
                tell(
                    .added(
                        AddedArticle(
                            result: "unchanged",
                            revision: nil,
                            statements: 0,
                            changes: 0,
                            article: "coastwire.example/quay",
                            path: "-"
                        )
                    )
                )
            }
        )
    }

    @Test("The document has every route, and no others")
    func routes() throws {
        let ledger = try ServedLedger()
        let server = try ledger.server(intake: Self.intake(ledger.path))
        let served = server.table.routes.filter { $0.path.hasPrefix("/api/") || $0.path.hasPrefix("/feeds/") }
            .map { "\($0.method.rawValue.lowercased()) \($0.path)" }
        let written = try APIDocument().paths.flatMap { path, operations in
            operations.keys.map { "\($0) \(path)" }
        }
        #expect(served.sorted() == written.sorted())
    }

    /// A request, and whether it has a body.
    private struct Asked: Sendable {
        let address: String
        let body: (type: String, text: String)?
    }

    /// Asks one thing after another.
    private static func answers(to requests: [Asked]) async throws -> [TestResponse] {
        let ledger = try ServedLedger()
        return try await ledger.server(intake: intake(ledger.path)).application.test(.router) { client in
            var answers: [TestResponse] = []
            for request in requests {
                answers.append(
                    try await client.execute(
                        uri: request.address,
                        method: request.body == nil ? .get : .post,
                        headers: request.body.map { [.contentType: $0.type] } ?? [:],
                        body: request.body.map { ByteBuffer(string: $0.text) }
                    )
                )
            }
            return answers
        }
    }

    @Test("What is answered is what the document says, for things that are there")
    func answers() async throws {
        let document = try APIDocument()
        let names = try ServedLedger().names()
        var (requests, operations): ([Asked], [[String: Any]]) = ([], [])
        func ask(_ path: String, _ body: (type: String, text: String)?, _ operation: [String: Any]?) throws {
            var address = path
            for (name, value) in names { address = address.replacing("{\(name)}", with: value) }
            if path == "/api/v1/compare" { address += "?first=Coastwire&second=Fenpost" }
            if path == "/api/v1/search" { address += "?q=quay" }
            requests.append(Asked(address: address, body: body))
            operations.append(try #require(operation, "\(path)"))
        }
        for (path, all) in document.paths where path != "/api/v1/add/{job}" && all["get"] != nil {
            try ask(path, nil, all["get"])
        }
        let decisions = [
            ("speakers/{speaker}/rename", #"{"name": "Mara Osk of Orrin"}"#), ("decisions/1/undo", ""),
            ("speakers/{speaker}/link", #"{"address": "Q42"}"#),
            ("speakers/{speaker}/split", #"{"statements": ["\#(names["statement"]!)"]}"#),
            ("speakers/{speaker}/apart", #"{"other": "Jon Tarrel"}"#),
            ("speakers/{speaker}/merge", #"{"others": ["Jon Tarrel"]}"#),
        ].map { ("/api/v1/" + $0, ("application/json", $1)) }
        let words = ("text/plain", "Mara Osk said nothing.")
        let posts = decisions + ["articles", "extract", "add"].map { ("/api/v1/" + $0, words) }
        #expect(posts.count == document.paths.values.count { $0["post"] != nil })
        for (path, body) in posts {
            let named = path.replacing("/1/", with: "/{number}/")
            try ask(path, body, document.paths[named]?["post"])
        }
        let answers = try await Self.answers(to: requests)
        for (index, answer) in answers.enumerated() {
            let address = requests[index].address
            let isJob = address == "/api/v1/add"
            #expect(answer.status == (isJob ? .accepted : .ok), "\(address): \(answer.text.prefix(200))")
            #expect(try document.flaws(of: answer, operations[index]) == [], "\(address)")
        }
    }

    @Test("Whatever is asked, the answer is one that the document has, and the server is not at fault")
    func fuzz() async throws {
        let document = try APIDocument()
        let names = try ServedLedger().names()
        var random = SeededGenerator(seed: 7)
        var (requests, operations): ([Asked], [[String: Any]]) = ([], [])
        let paths = document.paths.sorted { $0.key < $1.key }
        for _ in 0..<fuzzCases(400) {
            let (path, all) = random.pick(paths)
            let (method, operation) = random.pick(all.sorted { $0.key < $1.key })
            let address = address(path, operation, names, document, &random)
            let text = random.pick([
                #"{"text": "x"}"#, #"{"url": 3}"#, "[", "", "{}", #"{"others": ["p1", "p2"]}"#,
                #"{"others": "p1"}"#, #"{"name": "\u0000"}"#, #"{"name": "Mara", "x": 1}"#,
                #"{"roles": ["\u0000"]}"#, #"{"address": null}"#, #"{"address": "javascript:alert(1)"}"#,
            ])
            let body = (type: "application/json", text: text)
            requests.append(Asked(address: address, body: method == "get" ? nil : body))
            operations.append(operation)
        }
        let answers = try await Self.answers(to: requests)
        for (index, answer) in answers.enumerated() {
            let address = requests[index].address
            #expect(answer.status.code < 500, "\(address): \(answer.text.prefix(200))")
            #expect(try document.flaws(of: answer, operations[index]) == [], "\(address)")
        }
        #expect(Set(answers.map(\.status.code)).isSuperset(of: [200, 400, 404]))
    }

    /// An address with some of the operation's parameters, most of which make sense.
    private func address(
        _ path: String,
        _ operation: [String: Any],
        _ names: [String: String],
        _ document: APIDocument,
        _ random: inout SeededGenerator
    ) -> String {
        let odd = [
            "", "x", "-1", "0", "1", "2147483647", "9223372036854775808", "p1", "p9", "2025-03", "2025-02-30",
            "..",
            "true", "direct,mixed", "said", "quay OR boat", "\"", "(", "*", "%00", "%FF", "%F0%9F%90%9F",
            "'; DROP",
            "../../etc/passwd", "%2e%2e%2f", "<script>", String(repeating: "a", count: 3000), "newest", "day",
            "codepoint", "Coastwire", "Mara Osk", "%0d%0aX: y", "sort", "cluster:1", "speaker:p1",
        ].map { $0.contains("%") ? $0 : Query.encoded($0) }
        var address = path
        for (name, value) in names {
            let isOdd = random.oneIn(4)
            let other = random.pick(odd)
            address = address.replacing("{\(name)}", with: isOdd && !other.isEmpty ? other : value)
        }
        var pairs: [String] = []
        for parameter in (operation["parameters"] as? [[String: Any]] ?? []).map(document.check.resolved) {
            guard parameter["in"] as? String == "query", let name = parameter["name"] as? String else {
                continue
            }
            let isRequired = parameter["required"] != nil
            if !isRequired, !random.oneIn(3) { continue }
            pairs.append("\(name)=\(random.pick(odd))")
        }
        return address + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }
}
