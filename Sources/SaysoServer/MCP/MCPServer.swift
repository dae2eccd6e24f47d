package import SaysoLedger

/// A ledger for assistants: the Model Context Protocol, one JSON-RPC message a line.
///
/// An assistant that asks here quotes people exactly, with the evidence, instead of from memory.
package struct MCPServer {
    /// The versions of the protocol that are spoken, the newest first.
    static let versions = ["2025-06-18", "2025-03-26", "2024-11-05"]

    private let tools: MCPTools
    private let version: String

    /// - Parameters:
    ///   - ledger: what is asked.
    ///   - version: of this program.
    package init(_ ledger: Ledger, version: String) {
        tools = MCPTools(ledger: ledger)
        self.version = version
    }

    /// Answers a message.
    ///
    /// - Parameter line: the message.
    /// - Returns: the answer on one line, without its end; nil where none is due.
    package func answer(to line: some Collection<UInt8>) -> [UInt8]? {
        let message: JSONValue
        do { message = try JSONValue(Array(line)) } catch {
            return Self.failure(id: .null, RPCError(code: -32700, message: "this is no JSON"))
        }
        // Answers and notifications want none; batches were in one version only, and may be refused in all.
        guard case .object(let members) = message, members["jsonrpc"] == .string("2.0") else {
            return Self.failure(id: .null, RPCError(code: -32600, message: "this is no JSON-RPC 2.0 request"))
        }
        guard case .string(let method)? = members["method"] else {
            if members["result"] != nil || members["error"] != nil { return nil }
            return Self.failure(id: .null, RPCError(code: -32600, message: "the request names no method"))
        }
        guard let id = members["id"] else { return nil }
        switch id {
        case .string, .number: break
        default:
            return Self.failure(id: .null, RPCError(code: -32600, message: "an id is a text or a number"))
        }
        do {
            var json = JSONWriter()
            try json.object { json in
                Self.begin(id, &json)
                try json.object("result") { try result(of: method, members["params"] ?? .object([:]), &$0) }
            }
            return json.bytes
        } catch let error as RPCError {
            return Self.failure(id: id, error)
        } catch {
            return Self.failure(id: id, RPCError(code: -32603, message: "\(error)"))
        }
    }

    private func result(of method: String, _ parameters: JSONValue, _ json: inout JSONWriter) throws {
        switch method {
        case "initialize":
            let asked = parameters["protocolVersion"]?.text
            json.member(
                "protocolVersion",
                asked.flatMap { Self.versions.contains($0) ? $0 : nil } ?? Self.versions[0]
            )
            json.object("capabilities") { $0.object("tools") { $0.member("listChanged", false) } }
            json.object("serverInfo") { json in
                json.member("name", "sayso")
                json.member("title", "Sayso ledger")
                json.member("version", version)
            }
            json.member(
                "instructions",
                """
                Statements that news articles attribute to people: who said what, when, and where it was printed. Quote \
                only words that these tools return, name the outlet and the day, and give the statement's id. Whether \
                a statement is true is not known here.
                """
            )
        case "ping": break
        case "tools/list": json.array("tools", MCPTools.all) { MCPTools.describe($1, &$0) }
        case "tools/call":
            guard let name = parameters["name"]?.text,
                let tool = MCPTools.all.first(where: { $0.name == name })
            else { throw RPCError(code: -32602, message: "there is no such tool; tools/list names all") }
            try call(tool, parameters["arguments"] ?? .object([:]), &json)
        default: throw RPCError(code: -32601, message: "there is no method “\(method.prefix(60))”")
        }
    }

    /// What goes wrong within a tool is told to the assistant, who may ask better.
    private func call(_ tool: MCPTools.Tool, _ arguments: JSONValue, _ json: inout JSONWriter) throws {
        let answer: [UInt8]
        do { answer = try tools.call(tool, arguments) } catch let error as LedgerError {
            json.array("content", [error.message]) { Self.text($1, &$0) }
            json.member("isError", true)
            return
        }
        json.array("content", [String(decoding: answer, as: UTF8.self)]) { Self.text($1, &$0) }
        json.name("structuredContent")
        json.raw(String(decoding: answer, as: UTF8.self))
        json.raw(",")
        json.member("isError", false)
    }

    private static func text(_ text: String, _ json: inout JSONWriter) {
        json.object { json in
            json.member("type", "text")
            json.member("text", text)
        }
    }

    private static func begin(_ id: JSONValue, _ json: inout JSONWriter) {
        json.member("jsonrpc", "2.0")
        json.name("id")
        switch id {
        case .string(let text): json.value(text)
        case .number(let number):
            if let whole = Int(exactly: number) { json.value(whole) } else { json.value(number) }
        default: json.value(nil as String?)
        }
    }

    private static func failure(id: JSONValue, _ error: RPCError) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            begin(id, &json)
            json.object("error") { json in
                json.member("code", error.code)
                json.member("message", error.message)
            }
        }
        return json.bytes
    }
}

/// Why a request is not answered (JSON-RPC 2.0, 5.1).
struct RPCError: Error {
    let code: Int
    let message: String
}
