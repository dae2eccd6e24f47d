import Foundation
import SaysoLedger
import SaysoServer
import Testing

@Suite("A ledger for assistants")
struct AssistantTests {
    private let ledger: ServedLedger
    private let server: MCPServer

    init() throws {
        ledger = try ServedLedger()
        server = MCPServer(try Ledger(ledger.path, mode: .readOnly), version: "0.0.0")
    }

    private func ask(_ text: String) throws -> [String: Any]? {
        guard let answer = server.answer(to: text.utf8) else { return nil }
        #expect(!answer.contains(0x0A), "messages stand on one line")
        return try #require(JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any])
    }

    private static func sorted(_ object: [String: Any]) throws -> Data {
        try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    }

    private func call(_ tool: String, _ arguments: String) throws -> [String: Any] {
        let text =
            #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
        let answer = try #require(try ask(text))
        return try #require(answer["result"] as? [String: Any])
    }

    @Test(
        "The version that both speak is agreed on",
        arguments: [("2025-06-18", "2025-06-18"), ("2024-11-05", "2024-11-05"), ("1999-01-01", "2025-06-18")]
    )
    func initialize(asked: String, given: String) throws {
        let answer = try ask(
            #"{"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"\#(asked)","capabilities":{}}}"#
        )
        #expect(answer?["id"] as? String == "a")
        let result = try #require(answer?["result"] as? [String: Any])
        #expect(result["protocolVersion"] as? String == given)
        #expect(try ask(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
        #expect(try ask(#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#)?["result"] as? [String: String] == [:])
    }

    @Test("Statements are found, shown with their evidence, and followed through the days")
    func tools() throws {
        let found = try call("search", #"{"query":"quay","speaker":"Osk","limit":1}"#)
        #expect(found["isError"] as? Bool == false)
        let structured = try #require(found["structuredContent"] as? [String: Any])
        let hit = try #require((structured["statements"] as? [[String: Any]])?.first)
        // Those who read only the text read the same.
        let text = try #require((found["content"] as? [[String: Any]])?.first?["text"] as? String)
        let again = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(try Self.sorted(again ?? [:]) == Self.sorted(structured))
        let name = try #require(hit["statement"] as? String)
        let shown = try call("statement", #"{"id":"\#(name)"}"#)
        let exhibition = try #require(shown["structuredContent"] as? [String: Any])
        #expect((exhibition["statements"] as? [Any])?.count == 1)
        #expect((exhibition["source"] as? [String: Any])?["digest"] is String)
        let timeline = try call("timeline", #"{"speaker":"Mara Osk"}"#)
        let days = try #require(timeline["structuredContent"] as? [String: Any])
        #expect((days["statements"] as? [Any])?.count == 2)
    }

    @Test("What the ledger cannot answer is told to the assistant, not to its program")
    func toolErrors() throws {
        for (tool, arguments) in [
            ("search", #"{"query":"("}"#), ("statement", #"{"id":"0000"}"#),
            ("timeline", #"{"speaker":"Nobody"}"#),
            ("search", #"{"query":"a","said":"yesterday"}"#), ("search", #"{"query":"a","limit":0}"#),
        ] {
            #expect(try call(tool, arguments)["isError"] as? Bool == true, "\(tool) \(arguments)")
        }
    }

    @Test(
        "Wrong messages are answered as JSON-RPC says",
        arguments: [
            ("{", -32700), ("[]", -32600), (#"{"id":1,"method":"ping"}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1}"#, -32600), (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#, -32601),
            (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete"}}"#, -32602),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{}}}"#,
                -32602
            ),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":3}}}"#,
                -32602
            ),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"","x":1}}}"#,
                -32602
            ),
        ]
    )
    func wrong(message: String, code: Int) throws {
        let error = try #require(try ask(message)?["error"] as? [String: Any])
        #expect(error["code"] as? Int == code)
        #expect(error["message"] is String)
    }

    @Test("Every tool says what it takes")
    func list() throws {
        let answer = try ask(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
        let tools = try #require((answer?["result"] as? [String: Any])?["tools"] as? [[String: Any]])
        #expect(tools.compactMap { $0["name"] as? String } == ["search", "statement", "timeline"])
        for tool in tools {
            let schema = try #require(tool["inputSchema"] as? [String: Any])
            #expect(schema["type"] as? String == "object")
            #expect((schema["properties"] as? [String: Any])?.isEmpty == false)
        }
    }
}
