import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    @Test("An impossible number of jobs is wrong usage", arguments: ["0", "-1", "9223372036854775807", "x"])
    func jobs(count: String) throws {
        let result = try Tool.run("extract", "--jobs=\(count)", Checkout.example("harbour-treaty.txt"))
        #expect(result.status == 2)
        #expect(result.errors.contains("jobs"))
    }

    @Test("A brat folder keeps the texts that are in it, and ids stay inside it")
    func bratFolder() throws {
        let folder = try TemporaryFolder()
        let other = "Nobody said anything.\n"
        let there = try folder.file("harbour-treaty.txt", other)
        let treaty = Checkout.example("harbour-treaty.txt")
        let result = try Tool.run("extract", "--format", "brat", "--output", folder.path, treaty)
        #expect(result.status == 2)
        #expect(result.errors.contains("another text"))
        #expect(try String(contentsOfFile: there, encoding: .utf8) == other)

        let lines = ["../up", "a/\u{301}x", ".\u{301}", "same", "same", "same-2"].map {
            "{\"id\": \"\($0)\", \"text\": \"Nils Orrin said the lock is open.\"}\n"
        }
        let input = try folder.file("lines.jsonl", lines.joined())
        let output = folder.path + "/out"
        let written = try Tool.run(
            "extract",
            "--input",
            "jsonl",
            "--format",
            "brat",
            "--output",
            output,
            input
        )
        #expect(written.status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: output).count == 12)
    }

    @Test("Every document ends in a clear message or a result, and the others are done")
    func documents() throws {
        let folder = try TemporaryFolder()
        let good = "Nils Orrin said the lock is open."
        let documents: [(name: String, bytes: Data, expected: String)] = [
            ("empty", Data(), "there is no text"),
            ("blank", Data(" \n\t\n\n".utf8), "nothing"),
            ("marks", Data("\"\" “” '' « » „“ ``''".utf8), "nothing"),
            ("no-sentences", Data("1 2 3\n***\n—\n".utf8), "nothing"),
            ("binary", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0...255)), "not text"),
            (
                "invalid",
                Data("The \u{1}".utf8.dropLast() + [0xE2, 0x28, 0x20] + Data("«å» one. \(good)".utf8)),
                "Nils Orrin"
            ),
            ("nuls", Data("<html><body>".utf8) + Data(count: 9000), "not text but zeros"),
            ("nul", Data("All is well.\0 \(good)".utf8), "Nils Orrin"),
            ("rtl", Data("قال الوزير نيلز أورين إن القفل مفتوح.\n\(good)".utf8), "Nils Orrin"),
            (
                "marked-name", Data("Zoe\u{308} Mly\u{301}narz 👩‍👩‍👧 said the lock is open.".utf8),
                "Zoe\u{308} Mly\u{301}narz"
            ),
            ("good", Data(good.utf8), "Nils Orrin"),
        ]
        let paths = try documents.map { try folder.file($0.name + ".txt", $0.bytes) }
        let result = try Tool.run(
            Tool.path,
            ["extract", "--format", "jsonl", "--any-language", folder.path + "/missing.txt"] + paths
        )
        #expect(result.status == 1)
        let records = try result.records
        #expect(records.count == documents.count + 1)
        #expect(message(records[0])?.contains("No such file") == true)
        for (record, document) in zip(records.dropFirst(), documents) {
            let statements = record["statements"] as? [[String: Any]] ?? []
            let said = message(record) ?? statements.first?["source_text"] as? String ?? "nothing"
            #expect(said.contains(document.expected), "\(document.name)")
        }
        #expect(result.errors.split(separator: "\n").count == 4)
    }

    @Test("A file that may not be read", .enabled(if: geteuid() != 0, "root may read everything"))
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("locked.txt", "Orrin said no.")
        #expect(chmod(path, 0) == 0)
        let result = try Tool.run("extract", "--format", "jsonl", path)
        #expect(result.status == 1)
        #expect(result.errors == "sayso: \(path): Permission denied\n")
    }

    @Test("A network that is none", arguments: ["truncated", "noise", "empty", "folder"])
    func model(kind: String) throws {
        let folder = try TemporaryFolder()
        let whole = try Data(contentsOf: Checkout.tinyModel)
        let noise = Data((0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
        let bytes = ["truncated": whole.prefix(whole.count / 2), "noise": noise][kind] ?? Data()
        let path = kind == "folder" ? folder.path : try folder.file("m.safetensors", bytes)
        let result = try Tool.run("extract", "--model", path, Checkout.example("harbour-treaty.txt"))
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("sayso: \(path): "))
        #expect(result.output.isEmpty)
    }

    @Test("A line of some megabytes")
    func longLine() throws {
        let folder = try TemporaryFolder()
        let sentence = "Orrin said that lock 7 is “open” and lock 8 is not. "
        let path = try folder.file("line.txt", String(repeating: sentence, count: 60_000))
        let word = try folder.file("word.txt", "Orrin said " + String(repeating: "x", count: 3_000_000))
        let result = try Tool.run(
            "extract",
            "--format",
            "jsonl",
            "--model",
            Checkout.tinyModel.path,
            path,
            word
        )
        #expect(result.status == 0)
        #expect(try result.records.count == 2)
    }

    @Test("A page of 50 megabytes in one text, and one of a million open elements")
    func longPages() throws {
        let folder = try TemporaryFolder()
        let sentence = "Orrin said that lock seven is open. "
        try folder.file(
            "long.html",
            "<!doctype html><p>" + String(repeating: sentence, count: 50_000_000 / sentence.count)
        )
        try folder.file(
            "deep.html",
            "<!doctype html>" + String(repeating: "<div><b>", count: 500_000) + sentence
        )
        let result = try Tool.run(
            "article",
            "--format",
            "json",
            "--output",
            folder.path + "/out",
            folder.path
        )
        #expect(result.status == 0)
        let lines = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out")).split(separator: 0x0A)
        #expect(lines.contains { $0.count > 150_000_000 })
    }

    @Test(
        "A page in another encoding than it says",
        arguments: ["windows-1252", "utf-8", "shift_jis", "nonsense"]
    )
    func wrongEncoding(stated: String) throws {
        let page = Samples.page("Zoë’s “ferry”").replacing("utf-8", with: stated)
        for encoding in [String.Encoding.utf8, .windowsCP1252] {
            let folder = try TemporaryFolder()
            let path = try folder.file("x", try #require(page.data(using: encoding)))
            let result = try Tool.run("article", "--format", "json", path)
            #expect(result.status == 0)
            let object = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
            if stated != "shift_jis" { #expect(object["headline"] as? String == "Zoë’s “ferry”") }
        }
    }

    @Test("A reader that stops reading ends the tool without a word")
    func closedPipe() throws {
        let line = "\"$SAYSO\" extract --format jsonl $(yes \"$1\" 2>&- | head -n 200) | head -n 1"
        let result = try Tool.shell(line, Checkout.example("transcript.txt"))
        #expect(result.errors.isEmpty)
        #expect(try result.records.count == 1)
    }

    @Test("A full disk is said", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let result = try Tool.shell(
            "\"$SAYSO\" extract \"$1\" > /dev/full",
            Checkout.example("transcript.txt")
        )
        #expect(result.status == 1)
        #expect(result.errors == "sayso: standard output: No space left on device\n")
    }

    @Test("A name that would steer the terminal is not shown as it is")
    func controls() throws {
        let result = try Tool.run("extract", "\u{1B}[31mred.txt")
        #expect(result.status == 1)
        #expect(!(result.text + result.errors).contains("\u{1B}"))
    }

    private func message(_ record: [String: Any]) -> String? {
        (record["errors"] as? [[String: String]])?.first?["message"]
    }
}
