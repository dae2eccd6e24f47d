import Foundation
import Testing

@Suite("sayso extract")
struct ExtractTests {
    private static let texts = [
        "harbour-treaty.txt", "scraped-repeats.txt", "british-single-quotes.txt", "transcript.txt",
    ].map(Checkout.example)

    @Test("One text is an object, several are an array in their order")
    func json() throws {
        let one = try Tool.run("extract", "--format", "json", Self.texts[0])
        let object = try #require(JSONSerialization.jsonObject(with: one.output) as? [String: Any])
        #expect(object["id"] as? String == "harbour-treaty")
        #expect(object["headline"] as? String == "Ellery and Tamsin sign treaty to share deep-water harbour")
        let sources = try #require(object["statements"] as? [[String: Any]]).map {
            $0["source_text"] as? String
        }
        #expect(sources.contains("Ellery's foreign minister, Halina Brandt"))

        let all = try Tool.run(Tool.path, ["extract", "--format", "json"] + Self.texts)
        let array = try #require(JSONSerialization.jsonObject(with: all.output) as? [[String: Any]])
        #expect(array.map { $0["path"] as? String } == Self.texts)
        let piped = try Tool.run("extract", "--format", "json", input: "Nils Orrin said no.")
        let record = try #require(JSONSerialization.jsonObject(with: piped.output) as? [String: Any])
        #expect(record["path"] as? String == "-")
        #expect(record["id"] as? String == "stdin")
    }

    @Test(
        "The output is the same to the byte, whatever the number of jobs, and on every run",
        arguments: ["json", "csv"]
    )
    func jobs(format: String) throws {
        let arguments = ["extract", "--format", format] + Self.texts + Self.texts + Self.texts
        let expected = try Tool.run(Tool.path, arguments + ["--jobs", "1"])
        #expect(expected.status == 0)
        for jobs in ["1", "2", "8"] {
            #expect(try Tool.run(Tool.path, arguments + ["--jobs", jobs]).output == expected.output)
        }
    }

    @Test("JSONL keeps ids and order, and a broken line harms no other")
    func jsonLines() throws {
        let input = """
            {"id": "b", "text": "Nils Orrin said no.", "outlet": "Coastwire"}
            {"id": 12345678901234567890, "text": "Orrin denied it."}
            {"id": 3, "text": "unfinished

            {"id": "x", "txt": "no text"}
            {"id": "y", "text": ["no text either"]}
            {"text": "Nobody spoke."}
            """
        let result = try Tool.run("extract", "--input", "jsonl", "--format", "jsonl", input: input)
        #expect(result.status == 1)
        let lines = result.text.split(separator: "\n")
        let ids = ["\"b\"", "12345678901234567890", "3", "\"x\"", "\"y\"", "7"]
        #expect(lines.count == ids.count)
        for (line, id) in zip(lines, ids) { #expect(line.hasPrefix("{\"version\":3,\"id\":\(id),")) }
        let errors = try result.records.map { ($0["errors"] as? [[String: String]])?.first?["message"] }
        let expected = [
            nil, nil, "-:3: not valid JSON", "-:5: the object has no \"text\"", "-:6: \"text\" is not a text",
            nil,
        ]
        #expect(errors == expected)
        #expect(result.errors.split(separator: "\n").count == 3)
    }

    @Test("brat gets each text in UTF-8 beside its annotations, under names that no other article has")
    func brat() throws {
        let folder = try TemporaryFolder()
        let wide = Data([0xFF, 0xFE]) + "Zoë said “no 🚪”.".data(using: .utf16LittleEndian)!
        let path = try folder.file("wide.txt", wide)
        let input =
            #"{"id": "a/b", "text": "Orrin said no."}"# + "\n" + #"{"id": "a/b", "text": "Orrin said yes."}"#
        let output = folder.path + "/brat"
        #expect(try Tool.run("extract", "--format", "brat", "--output", output, path).status == 0)
        #expect(
            try Tool.run("extract", "--input", "jsonl", "--format", "brat", "--output", output, input: input)
                .status == 0
        )
        func contents(_ name: String) -> String? {
            try? String(contentsOfFile: "\(output)/\(name)", encoding: .utf8)
        }
        #expect(contents("wide.txt") == "Zoë said “no 🚪”.")
        #expect(contents("wide.ann")?.contains("\tSource 0 3\tZoë\n") == true)
        #expect(contents("a_b.txt") == "Orrin said no.")
        #expect(contents("a_b-2.txt") == "Orrin said yes.")
    }

    @Test("An article is never overwritten by what is said of it")
    func overwrite() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("a.txt", "Orrin said no.")
        let result = try Tool.run("extract", "--output", path, path)
        #expect(result.status == 2)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "Orrin said no.")
        #expect(try Tool.run("extract", "--format", "brat", "--output", folder.path, path).status == 0)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "Orrin said no.")
    }

    @Test(
        "A table has no escape sequences where there is no terminal, and keeps to the width",
        arguments: [60, 100]
    )
    func table(width: Int) throws {
        let result = try Tool.run(
            Tool.path,
            ["extract"] + Self.texts,
            environment: ["COLUMNS": "\(width)", "TERM": "xterm"]
        )
        #expect(!result.text.contains("\u{1B}"))
        #expect(result.text.contains("Halina Brandt"))
        #expect(result.text.split(separator: "\n").allSatisfy { $0.count <= width })
    }
}
