import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite("Deciding who is who over HTTP")
struct DecisionTests {
    private static func post(
        _ client: some TestClientProtocol,
        _ path: String,
        _ body: String,
        type: String = "application/json"
    ) async throws -> TestResponse {
        try await client.execute(
            uri: "/api/v1/" + path,
            method: .post,
            headers: [.contentType: type],
            body: ByteBuffer(string: body)
        )
    }

    private static func speakers(_ client: some TestClientProtocol) async throws -> [String: String] {
        let answer = try await client.execute(uri: "/api/v1/speakers", method: .get)
        let pairs = try answer.list("speakers").compactMap { speaker -> (String, String)? in
            guard let name = speaker["name"] as? String, let id = speaker["id"] as? String else { return nil }
            return (name, id)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    @Test("Speakers are merged, named, linked and split, all of which is logged and can be undone")
    func decided() async throws {
        let ledger = try ServedLedger()
        let statement = try #require(try ledger.names()["statement"])
        try await ledger.server { $0.author = "Ellery" }.application.test(.router) { client in
            let before = try await Self.speakers(client)
            let (osk, tarrel) = (try #require(before["Mara Osk"]), try #require(before["Jon Tarrel"]))

            let merged = try await Self.post(client, "speakers/\(osk)/merge", #"{"others": ["\#(tarrel)"]}"#)
            #expect(merged.status == .ok)
            #expect(try merged.json["action"] as? String == "merge")
            #expect(try merged.json["by"] as? String == "Ellery")
            #expect(try await Self.speakers(client)["Jon Tarrel"] == nil)
            let number = try #require(try merged.json["number"] as? Int)
            let undone = try await Self.post(client, "decisions/\(number)/undo", "")
            #expect(try undone.json["undone"] is String)
            #expect(try await Self.speakers(client) == before)
            // What is undone already is not undone again.
            #expect(try await Self.post(client, "decisions/\(number)/undo", "").status == .badRequest)

            _ = try await Self.post(client, "speakers/\(osk)/rename", #"{"name": "Mara Osk of Orrin"}"#)
            #expect(try await Self.speakers(client)["Mara Osk of Orrin"] == osk)
            _ = try await Self.post(client, "speakers/\(osk)/link", #"{"address": "Q42"}"#)
            let linked = try await client.execute(uri: "/api/v1/speakers/\(osk)", method: .get)
            #expect(try linked.json["link"] as? String == "https://www.wikidata.org/wiki/Q42")
            _ = try await Self.post(client, "speakers/\(osk)/link", #"{"address": null}"#)
            let bare = try await client.execute(uri: "/api/v1/speakers/\(osk)", method: .get)
            #expect(try bare.json["link"] is NSNull)

            let split = try await Self.post(
                client,
                "speakers/\(osk)/split",
                #"{"statements": ["\#(statement)"], "name": "Mara Osk junior"}"#
            )
            #expect(split.status == .ok)
            let new = try #require(try (split.json["speakers"] as? [String])?.last)
            #expect(try await Self.speakers(client)["Mara Osk junior"] == new)
            let log = try await client.execute(uri: "/api/v1/decisions", method: .get).list("decisions")
            let actions = log.compactMap { $0["action"] as? String }
            #expect(actions == ["split", "link", "link", "rename", "merge"])
        }
    }

    @Test(
        "Decisions that make no sense change nothing",
        arguments: [
            ("speakers/p1/merge", "{}", 400), ("speakers/p1/merge", #"{"others": ["p1"]}"#, 400),
            ("speakers/p1/merge", #"{"others": ["p999"]}"#, 404), ("speakers/p1/merge", #"["p2"]"#, 400),
            ("speakers/p1/merge", #"{"others": ["p2"], "force": true}"#, 400),
            ("speakers/p999/rename", #"{"name": "Mara"}"#, 404), ("speakers/p1/rename", "{}", 400),
            ("speakers/p1/rename", #"{"name": "p12"}"#, 400), ("speakers/p1/rename", #"{"name": " "}"#, 400),
            ("speakers/osk/rename", #"{"name": "Mara"}"#, 400), ("speakers/p1/link", "{}", 400),
            ("speakers/p1/link", #"{"address": "javascript:alert(1)"}"#, 400),
            ("speakers/p1/split", "{}", 400), ("speakers/p1/split", #"{"statements": ["0"]}"#, 400),
            ("decisions/7/undo", "", 404), ("decisions/x/undo", "", 400), ("decisions/0/undo", "", 400),
        ]
    )
    func nonsense(path: String, body: String, status: Int) async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let before = try await Self.speakers(client)
            let answer = try await Self.post(client, path, body)
            #expect(answer.status.code == status, "\(answer.text)")
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try await Self.speakers(client) == before)
            let log = try await client.execute(uri: "/api/v1/decisions", method: .get)
            #expect(try log.list("decisions").isEmpty)
        }
    }

    @Test("Pages of other sites cannot decide: neither by a script nor by a form")
    func foreign() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let form = try await Self.post(
                client,
                "speakers/p1/rename",
                #"{"name": "Mara"}"#,
                type: "text/plain"
            )
            #expect(form.status == .unsupportedMediaType)
            for headers: HTTPFields in [[.origin: "https://evil.example"], [.secFetchSite: "cross-site"]] {
                let undo = try await client.execute(
                    uri: "/api/v1/decisions/1/undo",
                    method: .post,
                    headers: headers
                )
                #expect(undo.status == .forbidden)
            }
        }
    }

    @Test("Decisions made at once are all made")
    func atOnce() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let osk = try #require(try await Self.speakers(client)["Mara Osk"])
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let body = #"{"name": "Mara Osk \#(number)"}"#
                        return try await Self.post(client, "speakers/\(osk)/rename", body).status.code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: 20))
            let log = try await client.execute(uri: "/api/v1/decisions", method: .get)
            #expect(try log.list("decisions").count == 20)
        }
    }

    @Test("A ledger that is taken away or is written by others says so, and nothing is lost")
    func troubles() async throws {
        let ledger = try ServedLedger()
        let writer = LedgerWriter(ledger.path, author: "Ellery", most: 2, time: 60)
        // Another program in the middle of writing.
        let other = try Ledger(ledger.path, mode: .existing)
        let (isIn, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let thread = Thread {
            try? other.write { database in
                try database.execute(sql: "UPDATE speaker SET name = name")
                isIn.signal()
                goOn.wait()
            }
        }
        thread.start()
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                isIn.wait()
                continuation.resume()
            }
        }
        let locked = await #expect(throws: LedgerError.self) {
            try await writer.write { try $0.rename("Mara Osk", to: "Mara", author: "Ellery") }
        }
        #expect(locked.map { Problem($0, path: ledger.path).status } == .serviceUnavailable)
        goOn.signal()
        let decision = try await writer.write { try $0.rename("Mara Osk", to: "Mara", author: "Ellery") }
        #expect(decision.number == 1)
        try other.close()
        try FileManager.default.removeItem(atPath: ledger.path)
        let gone = await #expect(throws: LedgerError.self) {
            try await writer.write { try $0.undo(author: "Ellery") }
        }
        #expect(gone.map { Problem($0, path: ledger.path).status } == .serviceUnavailable)
        try await writer.stop()
    }
}
