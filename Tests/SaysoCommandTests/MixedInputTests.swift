import Foundation
import Testing

@Suite("Mixed inputs")
struct MixedInputTests {
    /// What the tool says of inputs with the small network.
    private func extract(_ arguments: String..., input: String = "") throws -> Tool.Result {
        let all = ["extract", "--format", "jsonl", "--model", Checkout.tinyModel.path] + arguments
        return try Tool.run(Tool.path, all, input: input)
    }

    private func members(_ result: Tool.Result, _ name: String) throws -> [String?] {
        try result.records.map { $0[name] as? String }
    }

    @Test("A folder is read with its folders, by content, in order; pictures and the like are counted")
    func folder() throws {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        for name in ["b", "b/deep", ".hidden"] {
            try manager.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        let text = "Nils Orrin said that lock seven is open."
        try folder.file("z.bin", text)
        try folder.file("a.dat", Samples.page())
        try folder.file("b/deep/story.txt", text)
        try folder.file("b/crawl", Samples.archive)
        try folder.file("b/picture.txt", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        try folder.file("b/style.css", "body { margin: 0; padding: 0 } p { color: red; }")
        try folder.file("b/.secret", text)
        try folder.file(".hidden/x.txt", text)
        try manager.createSymbolicLink(atPath: folder.path + "/b/up", withDestinationPath: folder.path)
        try manager.createSymbolicLink(
            atPath: folder.path + "/b/nowhere",
            withDestinationPath: "/nowhere/at/all"
        )
        try manager.createSymbolicLink(atPath: folder.path + "/link.txt", withDestinationPath: "z.bin")
        let result = try extract(folder.path)
        #expect(result.status == 0)
        let paths = try members(result, "path").compactMap { $0?.dropFirst(folder.path.count + 1) }
        let places = paths.map { $0.prefix { $0 != ":" } }
        #expect(
            places == [
                "a.dat", "b/crawl", "b/crawl", "b/crawl", "b/crawl", "b/deep/story.txt", "link.txt", "z.bin",
            ]
        )
        #expect(
            result.errors
                == "sayso: left out: 2 files that are no text, 4 records that are no pages\n"
        )
    }

    @Test("An archive's pages and feeds are articles with their places")
    func archive() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("crawl.warc", Samples.archive)
        let result = try extract(path)
        #expect(result.status == 0)
        #expect(
            try members(result, "id") == [
                "https://coastwire.example/ferry", "https://coastwire.example/ferry",
                "https://coastwire.example/lock", "https://coastwire.example/fares",
            ]
        )
        let bytes = Samples.archive
        for record in try result.records {
            let source = try #require(record["source"] as? [String: Any])
            let archive = try #require(source["archive"] as? [String: Any])
            let offset = try #require(archive["offset"] as? Int)
            let length = try #require(archive["length"] as? Int)
            #expect(
                bytes[offset..<offset + length].starts(with: Data("WARC/1.1\r\nWARC-Type: response".utf8))
            )
            #expect(archive["date"] as? String == "2025-03-05T12:00:00Z")
            #expect((archive["record_id"] as? String)?.hasPrefix("<urn:uuid:") == true)
        }
        let entries = try result.records.compactMap {
            (($0["source"] as? [String: Any])?["entry"] as? [String: Any])?["number"] as? Int
        }
        #expect(entries == [1, 2, 3])
    }

    @Test("A broken record is said with its place, and everything else is done")
    func brokenArchive() throws {
        let folder = try TemporaryFolder()
        let page = Data(Samples.page().utf8)
        let first = Samples.record("https://coastwire.example/a", page)
        var broken = Samples.record("https://coastwire.example/b", page)
        broken.replaceSubrange(0..<8, with: Data("WURC/9.9".utf8))
        let path = try folder.file(
            "x.warc",
            first + broken + Samples.record("https://coastwire.example/c", page)
        )
        let text = try folder.file("y.txt", "Nils Orrin said no.")
        let result = try extract(path, text)
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("sayso: \(path): byte \(first.count): "))
        let records = try result.records
        #expect(records.count == 4)
        let codes = records.map { (($0["errors"] as? [[String: String]])?.first)?["code"] }
        #expect(codes == [nil, "archive", nil, nil])
        #expect(try members(result, "path")[1] == "\(path):\(first.count)")
    }

    @Test("A page that its archive has not whole is an article all the same, and is said to be cut off")
    func cutOff() throws {
        let folder = try TemporaryFolder()
        let page = Samples.record(
            "https://coastwire.example/ferry",
            Data(Samples.page().utf8),
            fields: ["WARC-Truncated: disconnect"]
        )
        let path = try folder.file("x.warc", page)
        let result = try Tool.run("article", path)
        #expect(result.status == 1)
        #expect(result.text.contains("Velm ferry to sail again"))
        #expect(
            result.errors
                == "sayso: \(path): byte 0: the page is cut off: the server closed the connection early\n"
        )
    }

    @Test("The pages of a WACZ are articles that know the archive inside it")
    func package() throws {
        let folder = try TemporaryFolder()
        let files = [
            ("datapackage.json", Data("{}".utf8)), ("archive/data.warc", Samples.archive),
            ("pages/pages.jsonl", Data("{}\n".utf8)),
        ]
        let path = try folder.file("crawl.wacz", Samples.zip(files))
        let result = try extract(path)
        #expect(result.status == 0)
        #expect(result.errors == "sayso: left out: 4 records that are no pages\n")
        let ids = try members(result, "id")
        #expect(ids.count == 4)
        #expect(ids.first == "https://coastwire.example/ferry")
        let source = try #require(result.records.first?["source"] as? [String: Any])
        let archive = try #require(source["archive"] as? [String: Any])
        #expect(archive["file"] as? String == "archive/data.warc")
    }

    @Test("An archive without a page is said to hold none")
    func noPage() throws {
        let folder = try TemporaryFolder()
        let address = "https://coastwire.example/ferry"
        let same = Data("HTTP/1.1 304 Same\r\n\r\n".utf8)
        let request = Data("GET /ferry HTTP/1.1\r\n\r\n".utf8)
        let path = try folder.file(
            "x.warc",
            Samples.warc("revisit", address, type: "application/http; msgtype=response", same)
                + Samples.warc("request", address, type: "application/http; msgtype=request", request)
                + Samples.warc("response", address, type: "application/http; msgtype=response", same)
        )
        let result = try Tool.run("article", path)
        #expect(result.status == 0)
        #expect(result.errors.hasPrefix("sayso: \(path): holds no page\nsayso: left out: "))
    }

    @Test("A record's length that no file has is said to be too large")
    func hugeLength() throws {
        let folder = try TemporaryFolder()
        let head = "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n"
        let path = try folder.file("x.warc", head)
        let result = try Tool.run("article", path)
        #expect(result.status == 1)
        #expect(result.errors.contains("Content-Length \"99999999999999999999\" is larger than any file"))
    }

    @Test("What gzip holds is read", .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/gzip")))
    func gzip() throws {
        let folder = try TemporaryFolder()
        try folder.file("page.html", Samples.page())
        try folder.file("crawl.warc", Samples.archive)
        try folder.file("text.txt", "Nils Orrin said that lock seven is open.")
        try folder.file("zeros", Data(count: 60 << 20))
        #expect(try Tool.run("/bin/gzip", ["-r", folder.path]).status == 0)
        let one = try Tool.run("extract", "--format", "json", folder.path + "/text.txt.gz")
        let object = try #require(JSONSerialization.jsonObject(with: one.output) as? [String: Any])
        #expect(object["id"] as? String == "text")
        #expect((object["statements"] as? [Any])?.isEmpty == false)
        let all = try extract(folder.path)
        #expect(all.status == 0)
        #expect(try all.records.count == 6)

        let once = folder.path + "/page.html.gz"
        let line = "/bin/gzip < \"$1\" > \"$1.twice\" && \"$SAYSO\" article \"$1.twice\""
        let twice = try Tool.shell(line, once)
        #expect(twice.status == 1)
        #expect(twice.errors.hasPrefix("sayso: \(once).twice: compressed with gzip twice"))

        // A text in front of endless blanks is no picture, and no article.
        let bomb = try folder.file(
            "bomb",
            Data("Orrin said no. ".utf8) + Data(repeating: 0x20, count: 60 << 20)
        )
        #expect(try Tool.run("/bin/gzip", [bomb]).status == 0)
        let result = try extract(bomb + ".gz")
        #expect(result.status == 1)
        #expect(result.errors.contains("fill memory"))
    }

    @Test("Standard input may be anything", arguments: [0, 1, 2])
    func standardInput(kind: Int) throws {
        let folder = try TemporaryFolder()
        let input = [Data(Samples.page().utf8), Data(Samples.feed.utf8), Samples.archive][kind]
        let path = try folder.file("input", input)
        let line = "\"$SAYSO\" article --format json < \"$1\""
        let result = try Tool.shell(line, path)
        #expect(result.status == 0)
        let count = result.text.components(separatedBy: "\"version\":").count - 1
        #expect(count == [1, 3, 4][kind])
        #expect(
            result.text.contains("\"path\":") && result.text.contains(["\"-\"", "\"-:1\"", "\"-:"][kind])
        )
    }

    @Test("A form that the user names beats what the content looks like")
    func forced() throws {
        let folder = try TemporaryFolder()
        let page = try folder.file("page", Samples.page())
        let asText = try extract("--input", "text", page)
        #expect(
            try asText.records.first?["source"].flatMap { $0 as? [String: Any] }?["format"] as? String
                == "text"
        )
        let words = """
            Lock 7 is open, &ldquo;Nils&rdquo; Orrin said on Monday, after two hours at the gate. The canal board had \
            promised to mend it in spring, he added, and forty boats have waited for it since.
            """
        let bare = try folder.file("bare", words)
        let asPage = try extract("--input", "html", bare)
        #expect(
            try asPage.records.first?["source"].flatMap { $0 as? [String: Any] }?["format"] as? String
                == "html"
        )
        let noFeed = try extract("--input", "feed", page)
        #expect(noFeed.status == 1)
        #expect(noFeed.errors.hasPrefix("sayso: \(page): neither RSS, Atom nor JSON Feed; "))
        let noArchive = try extract("--input", "warc", page)
        #expect(noArchive.status == 1)
        #expect(noArchive.errors.hasPrefix("sayso: \(page): "))
    }

    @Test("A folder without files, and one with nothing but pictures")
    func emptyFolder() throws {
        let folder = try TemporaryFolder()
        let empty = try extract(folder.path)
        #expect(empty.status == 1)
        #expect(empty.errors == "sayso: \(folder.path): there is no file in it\n")
        try folder.file("p.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        let pictures = try Tool.run("extract", "--format", "json", folder.path)
        #expect(pictures.status == 0)
        #expect(pictures.text == "[\n]\n")
        #expect(pictures.errors == "sayso: left out: 1 file that is no text\n")
    }

    @Test("What the tool writes is not read as an article")
    func outputInFolder() throws {
        let folder = try TemporaryFolder()
        try folder.file("b.txt", "Nils Orrin said that lock seven is open.")
        let output = folder.path + "/a.jsonl"
        for _ in 0..<2 { #expect(try extract("--output", output, folder.path).status == 0) }
        #expect(try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").count == 1)
    }

    @Test("Endless input ends in a clear error", arguments: ["yes said", "cat /dev/zero"])
    func endless(command: String) throws {
        let result = try Tool.shell("\(command) | \"$SAYSO\" extract --format jsonl -")
        #expect(result.status == 1)
        #expect(result.errors.contains("standard input: "))
        let isText = command.hasPrefix("yes")
        #expect(result.errors.contains(isText ? "longer than 256 MiB" : "not text"))
    }
}
