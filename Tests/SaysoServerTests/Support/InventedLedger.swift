import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import SaysoArticles
import SaysoLedger
import SaysoStatements
import Testing

@testable import SaysoServer

/// A ledger of articles that are put together by hand, in a folder that is gone when nobody needs it any more.
final class InventedLedger: Sendable {
    let folder: String
    var path: String { folder + "/invented.sayso" }

    init(_ revisions: [Revision]) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("served-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
        let ledger = try Ledger(path, mode: .create)
        if !revisions.isEmpty { _ = try ledger.add(revisions, keepsSources: true) }
        try ledger.close()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A server of the ledger, which does not listen yet.
    func server(intake: Intake? = nil, _ change: (inout ServerOptions) -> Void = { _ in }) throws
        -> LedgerServer
    {
        var options = ServerOptions(ledger: path)
        (options.port, options.readers, options.author) = (0, 2, "ida")
        change(&options)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try LedgerServer(options, intake: intake, logger: logger) { [self] _ in _ = folder }
    }

    /// Looks at the ledger itself.
    func read<Value>(_ work: (Ledger) throws -> Value) throws -> Value {
        let ledger = try Ledger(path, mode: .readOnly)
        defer { try? ledger.close() }
        return try work(ledger)
    }

    /// The page at an address, with how it was answered.
    func page(_ address: String, status: Int = 200) async throws -> String {
        try await server().application.test(.router) { client in
            let answer = try await client.execute(uri: address, method: .get, headers: [.accept: "text/html"])
            #expect(answer.status.code == status, "\(address)")
            return answer.plain
        }
    }

    /// The number of a speaker, such as `p3`.
    func id(_ name: String) throws -> String { try read { "\(try $0.speaker(name).id)" } }
}

extension TestResponse {
    /// The page without the tags that keep names apart from what stands beside them.
    var plain: String { text.replacing("<bdi>", with: "").replacing("</bdi>", with: "") }
}

extension Revision {
    /// Somebody says something in an invented article.
    struct Said {
        var name: String
        var role: String?
        var kind = SaysoStatements.Speaker.Kind.person
        var words: String
        var form = SaysoStatements.Statement.Form.direct

        init(
            _ name: String,
            _ role: String? = nil,
            _ words: String,
            kind: SaysoStatements.Speaker.Kind = .person
        ) {
            (self.name, self.role, self.words, self.kind) = (name, role, words, kind)
        }
    }

    /// An invented article of some paragraphs, each of which somebody says.
    ///
    /// - Parameters:
    ///   - page: the last part of its address.
    ///   - outlet: who printed it; nil for nobody known.
    ///   - day: when it came out; nil when nobody knows.
    ///   - headline: its title.
    ///   - ownVoice: a sentence that nobody says.
    ///   - said: who says what in it.
    init(
        _ page: String,
        outlet: String? = "Coastwire",
        day: String? = "2026-05-04",
        headline: String = "News of the quay",
        ownVoice: String? = nil,
        _ said: [Said]
    ) {
        var text = Array(headline.utf8)
        var paragraphs = [Paragraph(kind: .headline, range: 0..<text.count)]
        var (speakers, statements): ([Speaker], [Statement]) = ([], [])
        for saying in said {
            text += Array("\n\n".utf8)
            let start = text.count
            let source = start..<start + saying.name.utf8.count
            text += Array("\(saying.name) said ".utf8)
            let content = text.count..<text.count + saying.words.utf8.count
            text += Array(saying.words.utf8)
            paragraphs.append(Paragraph(kind: .body, range: start..<text.count))
            var statement = Statement(form: saying.form, kind: .said, content: [content])
            statement.source = [source]
            if let known = speakers.firstIndex(where: { $0.name == saying.name }) {
                statement.speakers = [known]
            } else {
                statement.speakers = [speakers.count]
                speakers.append(
                    Speaker(name: saying.name, kind: saying.kind, role: saying.role, mentions: [source])
                )
            }
            statement.speakerConfidence = 0.9
            if let day {
                statement.said = Statement.SaidTime(expression: nil, value: day, basis: .published)
            }
            statements.append(statement)
        }
        var own: [Range<Int>] = []
        if let ownVoice {
            text += Array("\n\n".utf8)
            own = [text.count..<text.count + ownVoice.utf8.count]
            text += Array(ownVoice.utf8)
            paragraphs.append(Paragraph(kind: .body, range: own[0]))
        }
        var publication = Publication()
        (publication.headline, publication.outlet, publication.published) = (headline, outlet, day)
        publication.url = "https://\((outlet ?? "nobody").lowercased().filter(\.isLetter)).example/\(page)"
        publication.language = "en"
        self.init(
            key: String(publication.url!.dropFirst(8)),
            publication: publication,
            origin: Origin(path: publication.url!),
            source: Source(text, format: "text", encoding: "utf-8"),
            text: text,
            paragraphs: paragraphs,
            speakers: speakers,
            statements: statements,
            ownVoice: own,
            ownVoiceShare: own.isEmpty ? 0 : 0.25
        )
    }
}

/// A browser that keeps its cookie, and sends forms as pages make them.
struct Visitor {
    let client: any TestClientProtocol
    private(set) var cookie: String?
    private(set) var token = ""

    init(_ client: any TestClientProtocol) { self.client = client }

    mutating func get(_ address: String) async throws -> TestResponse {
        var headers: HTTPFields = [.accept: "text/html"]
        headers[.cookie] = cookie
        let answer = try await client.execute(uri: address, method: .get, headers: headers)
        if let set = answer.headers[.setCookie] { cookie = String(set.prefix { $0 != ";" }) }
        if let match = answer.text.firstMatch(of: /name="form_token" value="([^"]*)"/) {
            token = String(match.1).replacing("&#43;", with: "+").replacing("&#x2B;", with: "+")
        }
        return answer
    }

    /// Sends a form's fields, with the token of the page that was looked at last.
    func post(
        _ address: String,
        _ fields: [(String, String)],
        token: String? = nil,
        withToken: Bool = true
    ) async throws -> TestResponse {
        let all = fields + (withToken ? [("form_token", token ?? self.token)] : [])
        var headers: HTTPFields = [
            .accept: "text/html", .contentType: "application/x-www-form-urlencoded",
        ]
        headers[.cookie] = cookie
        let body = all.map { "\(Query.encoded($0.0))=\(Query.encoded($0.1))" }.joined(separator: "&")
        return try await client.execute(
            uri: address,
            method: .post,
            headers: headers,
            body: ByteBuffer(string: body)
        )
    }
}
