import Foundation
import Testing

/// Long inputs: lines in, lines out, and runs that go on after they were stopped.
@Suite("Streams", .timeLimit(.minutes(10)))
struct StreamingTests {
    private static func line(_ number: Int) -> String {
        #"{"id": \#(number), "text": "Nils Orrin said on day \#(number) that lock \#(number) is open."}"#
            + "\n"
    }

    private static func lines(_ count: Int) -> String { (1...count).map(line).joined() }

    private func extract(_ arguments: String..., input: String = "") throws -> Tool.Result {
        try Tool.run(
            Tool.path,
            ["extract", "--model", Checkout.tinyModel.path] + arguments,
            input: input
        )
    }

    @Test("A line may say where and when its article came out, or hold a page")
    func known() throws {
        let input = """
            {"id": "a", "text": "Orrin said on Monday that lock seven is open.", "published": "2025-03-04", \
            "url": "https://coastwire.example/lock", "outlet": "Coastwire", "headline": "Lock open"}
            {"id": "b", "html": "<h1>Lock shut</h1><p>Nils Orrin, the keeper, said on Monday that lock seven of the \
            harbour is shut and will stay so until the ice has gone.</p>", "url": "https://courier.example/lock"}
            {"id": "c", "text": "Orrin said no.", "published": "soon"}
            {"id": "d", "text": "Orrin said no.", "html": "<p>Orrin said no.</p>"}
            {"id": "e", "text": "Orrin said no.", "url": 7}
            """
        let result = try Tool.run("extract", "--format", "jsonl", "--input", "jsonl", input: input)
        #expect(result.status == 1)
        let records = try result.records
        #expect(records[0]["published"] as? String == "2025-03-04")
        #expect(records[0]["url"] as? String == "https://coastwire.example/lock")
        #expect(records[0]["outlet"] as? String == "Coastwire")
        #expect(records[0]["headline"] as? String == "Lock open")
        let said = (records[0]["statements"] as? [[String: Any]])?.first?["said"] as? [String: Any]
        #expect(said?["value"] as? String == "2025-03-03")
        #expect(records[1]["headline"] as? String == "Lock shut")
        #expect(records[1]["url"] as? String == "https://courier.example/lock")
        let messages = records.map { ($0["errors"] as? [[String: String]])?.first?["message"] }
        #expect(messages[2] == "-:3: \"published\" is no date like 2025-04-26 or 2025-04-26T16:19Z")
        #expect(messages[3] == "-:4: the object has both \"text\" and \"html\"")
        #expect(messages[4] == "-:5: \"url\" is not a text")
    }

    @Test("Lines are known by their content, in a folder and compressed, too")
    func detected() throws {
        let folder = try TemporaryFolder()
        try folder.file("a.jsonl", Self.lines(3))
        let single = try folder.file("b.json", #"{"version": 7, "items": [1, 2]}"#)
        try folder.file("c.txt", "Orrin said no.")
        #expect(try Tool.run("/bin/sh", ["-c", "gzip -k \"$1/a.jsonl\"", "sh", folder.path]).status == 0)
        let result = try extract("--format", "jsonl", folder.path)
        #expect(result.status == 0)
        #expect(try result.records.count == 7)
        #expect(result.errors == "sayso: left out: 1 file that is no text\n")
        #expect(try extract("--format", "jsonl", single).records.count == 1)
    }

    @Test("Of compressed lines that are cut off all whole ones are read")
    func cutOff() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("a.jsonl", Self.lines(2000))
        let line =
            #"gzip < "$1" | head -c 4000 > "$1.gz"; "$SAYSO" extract --format jsonl --model "$2" "$1.gz""#
        let result = try Tool.shell(line, path, Checkout.tinyModel.path)
        #expect(result.status == 1)
        let records = try result.records
        #expect(records.count > 100)
        let numbers = records.dropLast().compactMap { $0["id"] as? Int }
        #expect(numbers == Array(1..<records.count))
        let errors = records.last?["errors"] as? [[String: String]]
        #expect(errors?.first?["message"]?.hasSuffix(": the gzip file is damaged or cut off") == true)
    }

    @Test("A ledger's lines answer every document, and import takes those of articles")
    func ledgerLines() throws {
        let folder = try TemporaryFolder()
        let quotation = "Mara Osk said: “Nobody has asked the keepers of the harbour lock what they want.”"
        let input = """
            {"id": "a", "text": "\(quotation)", "url": "https://coastwire.example/lock"}
            {"id": 7, "text": "", "outlet": "Coastwire"}
            {"id": "fr", "text": "Le ministre a déclaré lundi que le pont serait ouvert demain et que les habitants de \
            la ville devaient être patients, parce que les travaux ne sont pas encore terminés."}
            """
        let result = try Tool.run(
            "extract",
            "--format",
            "ledger",
            "--input",
            "jsonl",
            "--offsets",
            "utf8",
            input: input
        )
        #expect(result.status == 1)
        let lines = try result.records
        #expect(lines.count == 3)
        #expect(lines[0]["document"] as? String == "a")
        #expect(lines[0]["text"] as? String == quotation)
        let statement = (lines[0]["statements"] as? [[String: Any]])?.first
        let fingerprint = statement?["fingerprint"] as? [String: Any]
        #expect(fingerprint?["kind"] as? String == "quotation")
        #expect((fingerprint?["people"] as? [Int])?.count == 1)
        #expect(lines[1]["document"] as? Int == 7)
        #expect((lines[1]["errors"] as? [[String: String]])?.first?["code"] == "empty")
        #expect(lines[2]["left_out"] as? String == "language")
        #expect(lines[2]["detail"] as? String == "fr")

        let path = try folder.file("lines.jsonl", result.output)
        let ledger = folder.path + "/news.sayso"
        let imported = try Tool.run("import", "--ledger", ledger, path)
        #expect(imported.status == 1)
        #expect(imported.text.hasPrefix("\(ledger): 1 article added, 1 new statement"))
        #expect(imported.errors == "sayso: \(path):2: no article: -:2: there is no text\n")
        #expect(try Tool.run("verify", "--ledger", ledger).status == 0)
        let exported = try Tool.run("export", "--ledger", ledger, "--offsets", "utf8").records
        #expect(exported.first?["id"] as? String == lines[0]["id"] as? String)
        #expect(exported.first?["own_voice"] as? NSDictionary == lines[0]["own_voice"] as? NSDictionary)
        // The same article from a file of lines, as add reads it, has the same name.
        #expect(try Tool.run("add", "--ledger", ledger, path).status == 1)
    }

    @Test("Pages keep their bytes on the way into a ledger when that is asked for")
    func originals() throws {
        let folder = try TemporaryFolder()
        let page = try folder.file("page.html", Samples.page())
        let ledger = folder.path + "/news.sayso"
        for (arguments, kept) in [([], false), (["--originals"], true)] {
            let lines = try Tool.run(Tool.path, ["extract", "--format", "ledger", page] + arguments).text
            #expect(try Tool.run("import", "--ledger", ledger, "-", input: lines).status == 0)
            let verified = try Tool.run("verify", "--ledger", ledger).text
            #expect(verified.contains("were not kept") == !kept)
        }
    }

    @Test("A run that was killed goes on, and everything is there once", arguments: ["jsonl", "ledger"])
    func state(format: String) throws {
        let folder = try TemporaryFolder()
        for part in 0..<4 {
            let lines = (1...400).map { Self.line(part * 1000 + $0) }.joined()
            try folder.file("part-\(part).jsonl", lines)
        }
        try folder.file("broken.jsonl", Self.line(1) + "{\n" + Self.line(2))
        let inputs = ["part-0", "broken", "part-1", "part-2", "part-3"].map { "\(folder.path)/\($0).jsonl" }
        func arguments(_ output: String) -> [String] {
            [
                "extract", "--input", "jsonl", "--format", format, "--model", Checkout.tinyModel.path,
                "--output",
                folder.path + "/" + output,
            ]
        }
        let whole = try Tool.run(Tool.path, arguments("whole") + inputs)
        #expect(whole.status == 1)

        let command = arguments("out") + ["--state", folder.path + "/state"] + inputs
        var kills = 0
        for wait in 1... {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Tool.path)
            process.arguments = command
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(min(wait, 20) * 400_000))
            if !process.isRunning { break }
            kill(process.processIdentifier, wait % 3 == 0 ? SIGINT : SIGKILL)
            process.waitUntilExit()
            kills += 1
        }
        #expect(kills > 0)
        let last = try Tool.run(Tool.path, command)
        #expect(last.status == 1)
        #expect(last.errors.hasPrefix("sayso: 0 articles"))
        let (out, expected) = try (contents("out"), contents("whole"))
        #expect(out == expected)
        let notes = String(decoding: try contents("state"), as: UTF8.self).split(separator: "\n")
        for input in inputs {
            let note = try #require(notes.last { $0.contains(input) })
            #expect(note.contains(#""complete":true"#), "what is done is not read again")
        }

        // More inputs with the same state are added, each once.
        let more = try folder.file("more.jsonl", Self.line(7))
        #expect(try Tool.run(Tool.path, command + [more, more] + inputs).status == 1)
        let added = try contents("out").dropFirst(expected.count)
        #expect(added.count { $0 == 0x0A } == 1)

        func contents(_ name: String) throws -> Data {
            try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
        }
    }

    @Test("What could not be opened or fetched is tried again, and what is broken is not")
    func triedAgain() throws {
        let folder = try TemporaryFolder()
        let broken = try folder.file("broken.jsonl", Self.line(1) + "{\n")
        let (missing, address, inbox) = (
            folder.path + "/missing.txt", "http://127.0.0.1:1/a", folder.path + "/inbox"
        )
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        let command = [
            "extract", "--format", "jsonl", "--allow-private", "--model", Checkout.tinyModel.path,
            "--output", folder.path + "/out", "--state", folder.path + "/state", missing, broken, inbox,
            address,
        ]
        let first = try Tool.run(Tool.path, command)
        #expect(first.status == 1)
        #expect(first.errors.contains("missing.txt") && first.errors.contains("broken.jsonl:2"))
        #expect(first.errors.contains("inbox: there is no file in it"))
        let notes = try String(contentsOfFile: folder.path + "/state", encoding: .utf8)
        #expect(notes.contains(#""complete":true"#) && !notes.contains("missing") && !notes.contains("inbox"))
        let again = try Tool.run(Tool.path, command)
        #expect(again.status == 1)
        #expect(again.errors.contains("missing.txt") && again.errors.contains("127.0.0.1"))
        #expect(!again.errors.contains("broken.jsonl:2"))
        try folder.file("missing.txt", "Orrin said no.")
        try folder.file("inbox/late.txt", "Orrin said yes.")
        let last = try Tool.run(Tool.path, command)
        #expect(!last.errors.contains("missing.txt") && !last.errors.contains("inbox"))
        let output = try String(contentsOfFile: folder.path + "/out", encoding: .utf8)
        #expect(output.split(separator: "\n").count == 4, "two lines, and the two files that came later")
    }

    @Test("Of notes that were written together and cut off none counts")
    func cutOffState() throws {
        let folder = try TemporaryFolder()
        let inputs = try (1...3).map { try folder.file("\($0).jsonl", Self.lines($0)) }
        let (out, state) = (folder.path + "/out", folder.path + "/state")
        let command =
            ["extract", "--format", "jsonl", "--model", Checkout.tinyModel.path, "--output", out]
            + ["--state", state] + inputs
        #expect(try Tool.run(Tool.path, command).status == 0)
        let (whole, notes) = try (contents(out), contents(state))
        let lines = notes.split(separator: "\n", omittingEmptySubsequences: false)
        for kept in 1..<lines.count {
            let text = lines[..<kept].joined(separator: "\n") + "\n" + lines[kept].prefix(9)
            try Data(text.utf8).write(to: URL(fileURLWithPath: state))
            #expect(try Tool.run(Tool.path, command).status == 0)
            #expect(try contents(out) == whole)
        }

        func contents(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    }

    @Test("A page on a line goes by its id in a ledger, on whatever line it stands")
    func pageKeys() throws {
        let folder = try TemporaryFolder()
        func page(_ id: Int) -> String {
            #"{"id": \#(id), "html": "<p>Mara Osk said bridge \#(id) would stay shut all winter.</p>"}"#
                + "\n"
        }
        let (path, ledger) = (folder.path + "/pages.jsonl", folder.path + "/news.sayso")
        try folder.file("pages.jsonl", page(1) + page(2))
        #expect(try Tool.run("add", "--ledger", ledger, path).text.contains("2 articles added"))
        try folder.file("pages.jsonl", page(3) + page(2) + page(1))
        let added = try Tool.run("add", "--ledger", ledger, path).text
        #expect(added.contains("1 article added") && !added.contains("revis"))
    }

    @Test("A state is refused for other options, without an output, and where it is none")
    func refusedStates() throws {
        let folder = try TemporaryFolder()
        let (text, state, output) = (
            try folder.file("a.txt", "Orrin said no."), folder.path + "/state", folder.path + "/out"
        )
        let all = ["--state", state, "--output", output, text]
        #expect(try Tool.run(Tool.path, ["extract", "--format", "jsonl"] + all).status == 0)
        let other = try Tool.run(Tool.path, ["extract", "--format", "jsonl", "--explain"] + all)
        #expect(other.status == 2)
        #expect(other.errors.contains("was begun by sayso") && other.errors.contains("--explain"))
        let strange = try folder.file("b.txt", "Orrin said no.")
        let none = try Tool.run("extract", "--format", "jsonl", "--state", strange, "--output", output, text)
        #expect(none.status == 2)
        #expect(none.errors.contains("is no state of a run of sayso"))
        for wrong in [["--format", "csv"], ["--format", "jsonl", "-"]] {
            #expect(try Tool.run(Tool.path, ["extract"] + wrong + all).status == 2)
        }
        #expect(try Tool.run("extract", "--format", "jsonl", "--state", state, text).status == 2)
        for same in [output, text] {
            let result = try Tool.run(
                "extract",
                "--format",
                "jsonl",
                "--state",
                same,
                "--output",
                output,
                text
            )
            #expect(result.status == 2)
            #expect(result.errors.contains("is the output or an input, too"))
        }
        try Data("x".utf8).write(to: URL(fileURLWithPath: output))
        let short = try Tool.run(Tool.path, ["extract", "--format", "jsonl"] + all)
        #expect(short.status == 2)
        #expect(short.errors.contains("has 1 bytes, and the run that is gone on with wrote"))
    }

    @Test("SIGUSR1 asks how much is done, and long runs end with that")
    func throughput() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("a.jsonl", Self.lines(150))
        let line = """
            mkfifo "$1/pipe"; "$SAYSO" extract --input jsonl --format jsonl --model "$2" "$1/pipe" > "$1/out" & pid=$!
            exec 3> "$1/pipe"; cat "$1/a.jsonl" >&3
            while [ "$(wc -l < "$1/out")" -lt 150 ]; do sleep 0.1; done
            kill -USR1 $pid; sleep 1; exec 3>&-; wait $pid
            """
        let result = try Tool.shell(line, folder.path, Checkout.tinyModel.path)
        #expect(result.status == 0)
        let said = result.errors.split(separator: "\n")
        #expect(said.count == 2)
        for line in said {
            #expect(line.hasPrefix("sayso: 150 articles, "))
            #expect(line.contains(", 1650 words in "))
        }
        #expect(said.first?.hasSuffix("; at \(folder.path)/pipe:150") == true)
        #expect(path.hasSuffix("a.jsonl"))
    }
}
