import Foundation
import Testing

@Suite("sayso serve and sayso mcp")
struct ServeTests {
    /// A running `sayso serve`, stopped when nobody needs it any more.
    private final class Server {
        let process = Process()
        let port: Int
        private let errors = Pipe()

        init(_ arguments: [String]) throws {
            process.executableURL = URL(fileURLWithPath: Tool.path)
            process.arguments = ["serve", "--port", "0"] + arguments
            process.standardError = errors
            try process.run()
            var text = ""
            while !text.contains("until Ctrl-C") {
                let data = errors.fileHandleForReading.availableData
                try #require(!data.isEmpty, "\(text)")
                text += String(decoding: data, as: UTF8.self)
            }
            let match = try #require(text.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//))
            port = try #require(Int(match.1))
        }

        deinit { if process.isRunning { process.terminate() } }

        /// Sends a request with curl's help, and gives what came back.
        func ask(_ path: String, _ arguments: String...) throws -> String {
            let result = try Tool.run(
                "/usr/bin/env",
                ["curl", "--silent", "--show-error", "--max-time", "60"] + arguments
                    + ["http://127.0.0.1:\(port)\(path)"]
            )
            #expect(result.status == 0, "\(result.errors)")
            return result.text
        }

        /// Asks it to stop, and waits until it has.
        func stop() -> Int32 {
            process.terminate()
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    @Test("An article that is handed in is found, and the same as the tool finds")
    func served() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let example = Checkout.example("harbour-treaty.txt")
        #expect(try Tool.run("add", "--ledger", ledger, Checkout.example("lighthouse.html")).status == 0)
        let server = try Server(["--ledger", ledger])

        let data = ["--data-binary", "@" + example, "--header", "Content-Type: text/plain"]
        let extracted = try server.ask("/api/v1/extract", data[0], data[1], data[2], data[3])
        #expect(extracted.contains("Halina Brandt"))
        let before = try server.ask("/api/v1/search?q=dredging")
        #expect(before.contains("\"results\":[]"))
        let added = try server.ask("/api/v1/articles", data[0], data[1], data[2], data[3])
        #expect(added.contains("\"result\":\"added\""))
        let again = try server.ask("/api/v1/articles", data[0], data[1], data[2], data[3])
        #expect(again.contains("\"result\":\"unchanged\""))

        let found = try server.ask("/api/v1/search?q=dredging&sort=newest")
        let own = try Tool.run(
            "search",
            "--ledger",
            ledger,
            "--format",
            "jsonl",
            "--sort",
            "newest",
            "dredging"
        )
        let lines = own.text.split(separator: "\n").joined(separator: ",")
        #expect(!lines.isEmpty)
        #expect(found.hasPrefix("{\"results\":[\(lines)],"))
        #expect(server.stop() == 0)
    }

    @Test("Addresses of the own network are not got for others, nor files")
    func forgery() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        #expect(try Tool.run("add", "--ledger", ledger, Checkout.example("lighthouse.html")).status == 0)
        let server = try Server(["--ledger", ledger])
        for address in [
            "http://127.0.0.1:\(server.port)/", "http://localhost:\(server.port)/",
            "http://169.254.169.254/latest",
            "file:///etc/passwd", "/etc/passwd", "gopher://127.0.0.1/", "http://[::1]:\(server.port)/",
            "http://2130706433:\(server.port)/", "http://0x7f.1:\(server.port)/",
            "http://127.1:\(server.port)/",
            "http://[::ffff:127.0.0.1]:\(server.port)/", "http://localhost.:\(server.port)/",
            "http://0.0.0.0/",
            "http://10.0.0.1/", "http://[fe80::1]/", "http://[fd00::1]/",
            "http://user@127.0.0.1:\(server.port)/",
        ] {
            let answer = try server.ask(
                "/api/v1/articles",
                "--json",
                "{\"url\": \"\(address)\"}",
                "--write-out",
                "%{http_code}"
            )
            #expect(answer.hasSuffix("422"), "\(address): \(answer)")
            #expect(!answer.contains("root:"))
            let job = try server.ask("/api/v1/add", "--json", "{\"url\": \"\(address)\"}")
            let name = try #require(job.firstMatch(of: /"job":"([0-9a-f]{16})"/)).1
            var told = ""
            for _ in 0..<200 where told.isEmpty || told.contains("\"ended\":null") {
                told = try server.ask("/api/v1/add/\(name)")
            }
            #expect(told.contains("\"articles\":[]") && told.contains("\"message\""), "\(told)")
            #expect(!told.contains("root:"))
        }
        #expect(server.stop() == 0)
    }

    @Test("A web archive and what is compressed are refused, and nothing of them is added")
    func archives() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        #expect(try Tool.run("add", "--ledger", ledger, Checkout.example("lighthouse.html")).status == 0)
        let server = try Server(["--ledger", ledger])
        let words = "“The ferryquarter is shut,” said Nils Orrin, the mayor of Tamsin."
        let record =
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n\(words)\r\n"
        let packed: [UInt8] = [0x1F, 0x8B, 8, 0] + Array(words.utf8)
        for (name, bytes) in [("warc", Array(record.utf8)), ("gz", packed)] {
            let path = "\(folder.path)/\(name)"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            for place in ["/api/v1/extract", "/api/v1/articles"] {
                let answer = try server.ask(
                    place,
                    "--data-binary",
                    "@" + path,
                    "--header",
                    "Content-Type: text/plain",
                    "--write-out",
                    "%{http_code}"
                )
                #expect(answer.contains("urn:sayso:problem:archive") && answer.hasSuffix("422"), "\(answer)")
            }
        }
        #expect(try server.ask("/api/v1/search?q=ferryquarter").contains("\"results\":[]"))
        #expect(server.stop() == 0)
    }

    @Test("What is in hand when the server is asked to stop is answered, and nothing new is taken")
    func stopped() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        #expect(try Tool.run("add", "--ledger", ledger, Checkout.example("lighthouse.html")).status == 0)
        let server = try Server(["--ledger", ledger])
        let text = folder.path + "/long.txt"
        let sentence = "The keeper of the lock said that the gate is open to all who come by boat.\n\n"
        try String(repeating: sentence, count: 400).write(toFile: text, atomically: true, encoding: .utf8)
        let upload = Process()
        upload.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        upload.arguments = [
            "curl", "--silent", "--limit-rate", "12k", "--data-binary", "@" + text, "--header",
            "Content-Type: text/plain", "http://127.0.0.1:\(server.port)/api/v1/extract",
        ]
        let output = Pipe()
        upload.standardOutput = output
        try upload.run()
        Thread.sleep(forTimeInterval: 1)
        server.process.terminate()
        Thread.sleep(forTimeInterval: 0.5)
        #expect(throws: (any Error).self) {
            let late = try Tool.run(
                "/usr/bin/env",
                ["curl", "--silent", "http://127.0.0.1:\(server.port)/metrics"]
            )
            if late.status != 0 { throw CancellationError() }
        }
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(answer.hasPrefix("{\"articles\":["), "\(answer.prefix(200))")
        server.process.waitUntilExit()
        #expect(server.process.terminationStatus == 0)
    }

    @Test("An assistant is answered line by line")
    func assistant() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        #expect(try Tool.run("add", "--ledger", ledger, Checkout.example("harbour-treaty.txt")).status == 0)
        let messages = [
            #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#,
            #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, "",
            #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{"query":"dredging"}}}"#,
        ]
        let result = try Tool.run("mcp", "--ledger", ledger, input: messages.joined(separator: "\n") + "\n")
        #expect(result.status == 0)
        let answers = try result.records
        #expect(answers.count == 2)
        #expect(result.text.contains("fourteen"))
    }

    @Test("Without a token, nothing is opened to others")
    func strangers() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        #expect(try Tool.run("add", "--ledger", ledger, Checkout.example("lighthouse.html")).status == 0)
        let result = try Tool.run("serve", "--ledger", ledger, "--address", "0.0.0.0", "--port", "0")
        #expect(result.status == 2)
        #expect(result.errors.contains("SAYSO_TOKEN"))
    }
}
