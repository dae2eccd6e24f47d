import Foundation
import TestServer
import Testing

@Suite("What is wrong with feeds, and with inputs that are not what the user says")
struct FeedProblemTests {
    private static let rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Coastwire</title>
        <item><title>Velm ferry to sail</title><description>The ferry will sail, Rona Tesk said.</description></item>
        <item><title>Lock stays shut</title><description>Lock seven stays shut, Nils Orrin said.</description></item>
        </channel></rss>

        """
    private static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Coastwire</title>
        <entry><title>Velm ferry to sail</title><content>The ferry will sail, Rona Tesk said.</content></entry>
        <entry><title>Lock stays shut</title><content>Lock seven stays shut, Nils Orrin said.</content></entry>
        </feed>
        """
    private static let json = #"""
        {"version": "https:\/\/jsonfeed.org\/version\/1.1", "title": "Coastwire", "items": [
        {"id": "1", "title": "Velm ferry to sail", "content_text": "The ferry will sail, Rona Tesk said."},
        {"id": "2", "title": "Lock stays shut", "content_text": "Lock seven stays shut, Nils Orrin said."}
        ]}
        """#
    private static let start = #"{"version": "https://jsonfeed.org/version/1.1", "#

    /// The part of a text before the end of some words.
    private static func cut(_ text: String, behind words: String) -> String {
        String(text[..<(text.firstRange(of: words)?.upperBound ?? text.startIndex)])
    }

    /// What the tool says of one file, with a network that knows nothing.
    private func extract(_ text: String, _ options: String...) throws -> Tool.Result {
        let folder = try TemporaryFolder()
        let path = try folder.file("input", text)
        let arguments = ["extract", "--format", "jsonl", "--model", Checkout.tinyModel.path]
        let result = try Tool.run(Tool.path, arguments + options + [path])
        return Tool.Result(
            status: result.status,
            output: result.output,
            errors: result.errors.replacing(folder.path + "/", with: "")
        )
    }

    /// The headlines of the articles that came out; of what failed, its code.
    private func found(_ result: Tool.Result) throws -> [String?] {
        try result.records.map { record in
            (record["errors"] as? [[String: String]])?.first?["code"] ?? record["headline"] as? String
        }
    }

    @Test(
        "A whole feed gives no warning, whatever its form",
        arguments: [rss, rss.replacing("\n", with: ""), atom, json, json + "\n", "\u{FEFF}" + json]
    )
    func whole(text: String) throws {
        let result = try extract(text)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(try found(result) == ["Velm ferry to sail", "Lock stays shut"])
    }

    @Test(
        "Of a feed that is cut off the whole entries are read, and the end is said",
        arguments: [
            (cut(rss, behind: "Lock seven"), ", in the middle of entry 2, which is left out"),
            (cut(atom, behind: "Lock stays shut</ti"), ", in the middle of entry 2, which is left out"),
            (cut(json, behind: "Lock seven stays"), ", in the middle of entry 2, which is left out"),
            (cut(json, behind: #""id": "2""#), ", in the middle of entry 2, which is left out"),
            (cut(rss, behind: "Tesk said.</description></item>"), ""),
            (cut(atom, behind: "Tesk said.</content></entry>"), ""),
            (cut(json, behind: "Tesk said.\"},"), ""),
        ]
    )
    func cutOff(text: String, entry: String) throws {
        let result = try extract(text)
        #expect(result.status == 1)
        #expect(result.errors == "sayso: input: the feed is cut off after \(text.utf8.count) bytes\(entry)\n")
        #expect(try found(result) == ["Velm ferry to sail", "feed"])
    }

    @Test("A feed that is cut off before its first entry is no empty feed")
    func cutOffEarly() throws {
        let text = Self.cut(Self.rss, behind: "<title>Coast")
        let result = try extract(text)
        #expect(result.status == 1)
        #expect(result.errors == "sayso: input: the feed is cut off after \(text.utf8.count) bytes\n")
    }

    @Test("The place counts the bytes of the file, whatever its encoding")
    func cutOffInOtherBytes() throws {
        let folder = try TemporaryFolder()
        let text = Self.cut(Self.rss, behind: "Lock seven").replacing("utf-8", with: "utf-16")
        let bytes = try #require(text.data(using: .utf16))
        let result = try Tool.run("article", try folder.file("feed", bytes))
        #expect(result.status == 1)
        #expect(result.errors.contains("cut off after \(bytes.count) bytes"))
    }

    @Test(
        "A feed without entries says so, and nothing has failed",
        arguments: [
            "<rss version=\"2.0\"><channel><title>Coastwire</title></channel></rss>",
            "<feed xmlns='http://www.w3.org/2005/Atom'/>", start + "\"items\": []}",
            start + "\"items\": null}",
        ]
    )
    func empty(text: String) throws {
        let result = try extract(text)
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
        #expect(
            result.errors
                == "sayso: input: the feed has no entries\nsayso: left out: 1 feed without entries\n"
        )
    }

    @Test(
        "Broken JSON is said with its reason and its place",
        arguments: [
            (start + "\"items\": [}", "}", "a closing bracket that does not fit"),
            (start + "\"items\": }", "\"items", "a name without a value"),
            (start + "\"items\": oops}", "oops", "something that is no value"),
            (start + "\"items\": [{\"id\": 1, {\"id\": 2}}]}", "{\"id\": 2", "a value without a name"),
        ]
    )
    func broken(text: String, place: String, reason: String) throws {
        let result = try extract(text)
        #expect(result.status == 1)
        let range = try #require(text.firstRange(of: place))
        var offset = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        if place.hasPrefix("\"") { offset += 1 }
        let message =
            "sayso: input: broken JSON at byte \(offset) of the feed: \(reason); entries may be missing\n"
        #expect(result.errors.contains(message))
    }

    @Test("Entries of broken JSON that can be read are read")
    func brokenInside() throws {
        let result = try extract(Self.json.replacing(#""id": "2","#, with: #""id": ,"#))
        #expect(result.status == 1)
        #expect(result.errors.contains("a name without a value"))
        #expect(try found(result) == ["Velm ferry to sail", "Lock stays shut", "feed"])
    }

    @Test("Items that are no entries are counted")
    func odd() throws {
        let items = #"1, "x", null, [], {}, {"id": "1"}, {"content_text": "The ferry will sail, Tesk said."}"#
        let result = try extract(Self.start + "\"items\": [\(items)]}")
        #expect(result.status == 0)
        #expect(result.errors == "sayso: left out: 6 entries without words\n")
        #expect(try result.records.map { ($0["path"] as? String)?.last } == ["3"])
    }

    @Test("A feed in an archive gives the same messages")
    func archive() throws {
        let folder = try TemporaryFolder()
        let text = Self.cut(Self.rss, behind: "Lock seven")
        let cut = Samples.record("https://coastwire.example/a", Data(text.utf8), type: "application/rss+xml")
        let none = Data((Self.start + "\"items\": []}").utf8)
        let empty = Samples.record("https://coastwire.example/b", none, type: "application/feed+json")
        let path = try folder.file("x.warc", cut + empty)
        let result = try Tool.run("article", path)
        #expect(result.status == 1)
        #expect(result.text.contains("Velm ferry") && !result.text.contains("Lock"))
        #expect(
            result.errors == """
                sayso: \(path):0: the feed is cut off after \(text.utf8.count) bytes, in the middle of entry 2, \
                which is left out
                sayso: \(path):\(cut.count): the feed has no entries
                sayso: left out: 1 feed without entries

                """
        )
    }

    @Test("A feed at an address gives the same messages", arguments: [true, false])
    func address(isCut: Bool) async throws {
        let text = isCut ? Self.cut(Self.rss, behind: "Lock seven") : Self.start + "\"items\": []}"
        let (result, address) = try await TestServer.with { request in
            let body = request.target == "/feed" ? text : ""
            let head = "HTTP/1.1 \(body.isEmpty ? 404 : 200) X\r\nContent-Type: application/xml\r\n"
            return [.send(head + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)]
        } _: { server in
            let address = server.address("/feed")
            return (try Tool.run("article", "--allow-private", address), address)
        }
        #expect(result.status == (isCut ? 1 : 0))
        let message = isCut ? "the feed is cut off after \(text.utf8.count) bytes" : "the feed has no entries"
        #expect(result.errors.hasPrefix("sayso: \(address): \(message)"))
    }

    @Test(
        "What is not what the user says is told by what it looks like",
        arguments: [
            ("html", "<rss><channel/></rss>", "the page has no article", "a feed"),
            ("html", start + "\"items\": []}", "the page has no article", "a feed"),
            ("feed", Samples.page(), "neither RSS, Atom nor JSON Feed", "a page"),
            ("warc", Samples.page(), "the file begins neither as WARC, ARC nor WACZ does", "a page"),
            ("warc", rss, "the file begins neither as WARC, ARC nor WACZ does", "a feed"),
            ("jsonl", Samples.page(), "not JSON Lines", "a page"),
            ("jsonl", rss, "not JSON Lines", "a feed"),
            ("jsonl", "WARC/1.1\r\nWARC-Type: warcinfo\r\n", "not JSON Lines", "a web archive"),
        ]
    )
    func forced(form: String, text: String, reason: String, name: String) throws {
        let result = try extract(text, "--input", form)
        #expect(result.status == 1)
        let hint = "it looks like \(name), which is read without --input \(form)"
        #expect(result.errors == "sayso: input: \(reason); \(hint)\n")
    }

    @Test("What looks like nothing else gets no hint", arguments: ["html", "feed", "warc", "jsonl"])
    func forcedText(form: String) throws {
        let result = try extract("Lock seven stays shut.\n", "--input", form)
        #expect(result.status == 1)
        #expect(!result.errors.contains("looks like"))
    }
}
