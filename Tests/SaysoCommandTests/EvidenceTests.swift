import Foundation
import SaysoArticles
import SaysoStatements
import TestSupport
import Testing

@testable import SaysoCommand

@Suite("Evidence")
struct EvidenceTests {
    private static let sources: [(name: String, bytes: Data)] = [
        ("page", Data(Samples.page().utf8)),
        ("feed", Data(Samples.feed.utf8)),
        ("text", Data("\u{FEFF}Rona Tesk said: “The pier is sound.”\n\nIvo Marn denied it.\n".utf8)),
        ("wide", Data([0xFF, 0xFE]) + Samples.page("Zoë 🚢").data(using: .utf16LittleEndian)!),
        (
            "latin",
            Samples.page("Zoë’s ferry").replacing("utf-8", with: "windows-1252").data(using: .windowsCP1252)!
        ),
        ("archive", Samples.archive),
    ]

    @Test("Bytes at the ranges are the words, markup and references aside", arguments: sources.indices)
    func words(index: Int) async throws {
        let (name, bytes) = Self.sources[index]
        let extractor = try StatementExtractor()
        let folder = try TemporaryFolder()
        let path = try folder.file(name, bytes)
        var reader = DocumentReader([path])
        var checked = 0
        while let document = await reader.next() {
            let record = await ArticleRecord(document, Selection()) { extractor.report(on: $0) }
            guard let article = record.article, let source = document.sourceBytes else { continue }
            let spans = record.statements.flatMap { $0.source + $0.cue + $0.content }
            for span in spans + article.paragraphs.map(\.range) {
                let ranges = record.sourceRanges([span])
                let original = ranges.map { article.encoding.decode(source[$0]) }
                #expect(Self.plain(original.joined()) == Self.plain(article.text[span]), "\(name) \(span)")
                #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
                for piece in article.offsetMap.pieces(of: span) where piece.isVerbatim {
                    #expect(article.encoding.decode(source[piece.source]) == article.text[piece.text])
                }
                checked += 1
            }
        }
        #expect(checked > 4)
    }

    @Test("A digest is that of the bytes which ranges count in")
    func digests() throws {
        let folder = try TemporaryFolder()
        let text = "Rona Tesk said the pier is sound."
        let path = try folder.file("a.txt", text)
        let line = #"{"id": 1, "text": "Rona Tesk said the pier is sound."}"#
        let ofFile = try Tool.run("extract", "--format", "jsonl", path).records[0]
        let ofLine = try Tool.run("extract", "--format", "jsonl", "--input", "jsonl", input: line).records[0]
        for record in [ofFile, ofLine] {
            let source = try #require(record["source"] as? [String: Any])
            #expect(source["digest"] as? String == record["text_digest"] as? String)
            let statements = try #require(record["statements"] as? [[String: Any]])
            for statement in statements {
                let evidence = try #require(statement["evidence"] as? [String: Any])
                #expect(evidence["digest"] as? String == source["digest"] as? String)
                #expect(evidence["content"] as? [[Int]] == statement["content"] as? [[Int]])
            }
            #expect(!statements.isEmpty)
        }
    }

    /// Words without white space, and without the markup and the references of the samples.
    private static func plain(_ text: String) -> String {
        var text = text.replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&")
        for (name, character) in [("ldquo", "“"), ("rdquo", "”"), ("amp", "&")] {
            text = text.replacing("&\(name);", with: character)
        }
        return text.filter { !$0.isWhitespace }
    }
}

extension Document {
    /// The bytes that evidence counts in.
    fileprivate var sourceBytes: [UInt8]? {
        switch content {
        case .success(.bytes(let bytes)), .success(.page(let bytes, _)): bytes
        case .success(.text(let text, _)): Array(text.utf8)
        case .success(.entry(let feed, _)): feed.bytes
        case .failure: nil
        }
    }
}
