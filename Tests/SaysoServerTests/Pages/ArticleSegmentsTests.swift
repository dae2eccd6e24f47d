import SaysoArticles
import SaysoLedger
import SaysoStatements
import TestSupport
import Testing

@testable import SaysoServer

@Suite("Cutting an article where statements stand")
struct ArticleSegmentsTests {
    /// A text with statements whose contents are the ranges.
    private static func revision(_ text: String, _ contents: [[Range<Int>]], own: [Range<Int>] = [])
        -> Revision
    {
        let bytes = Array(text.utf8)
        return Revision(
            key: "a",
            publication: Revision.Publication(),
            origin: Revision.Origin(path: "a"),
            source: Revision.Source(bytes, format: "text", encoding: "utf-8"),
            text: bytes,
            paragraphs: [Revision.Paragraph(kind: .body, range: 0..<bytes.count)],
            statements: contents.map { Revision.Statement(form: .direct, kind: .said, content: $0) },
            ownVoice: own
        )
    }

    private static func shown(_ revision: Revision) -> String {
        ArticleSegments.of(revision).map { segment in
            let text = String(decoding: revision.text[segment.range], as: UTF8.self)
            guard let content = segment.content else { return segment.isOwnVoice ? "_\(text)_" : text }
            return "[\(segment.isFirst ? "!" : "")\(content) \(text)]"
        }.joined()
    }

    @Test("A statement inside another is shown as itself, and the outer one goes on after it")
    func nested() {
        let revision = Self.revision("He said she said yes to all", [[8..<27], [17..<20]])
        #expect(Self.shown(revision) == "He said [!0 she said ][!1 yes][0  to all]")
    }

    @Test("A statement in two parts is begun once; of two that overlap the later one is shown")
    func splitAndOverlapping() {
        #expect(
            Self.shown(Self.revision("aa bb cc", [[0..<2, 6..<8]], own: [3..<5])) == "[!0 aa] _bb_ [0 cc]"
        )
        #expect(Self.shown(Self.revision("abcdef", [[0..<4], [2..<6]])) == "[!0 ab][!1 cdef]")
        // The same words: the later one; nothing of the earlier is left to be shown.
        #expect(Self.shown(Self.revision("abc", [[0..<3], [0..<3]])) == "[!1 abc]")
    }

    @Test("Joined, the segments are the text, each lies in what it says, and none is empty")
    func property() {
        var generator = SeededGenerator(seed: 20_250_303)
        for _ in 0..<500 {
            let length = Int.random(in: 1...60, using: &generator)
            func span() -> Range<Int> {
                let start = Int.random(in: 0..<length, using: &generator)
                return start..<Int.random(in: start...length, using: &generator)
            }
            func spans() -> [Range<Int>] {
                (0..<Int.random(in: 0...3, using: &generator)).map { _ in span() }
            }
            var revision = Self.revision(
                String(repeating: "x", count: length),
                (0..<Int.random(in: 0...6, using: &generator)).map { _ in spans() },
                own: spans()
            )
            revision.paragraphs = spans().map { Revision.Paragraph(kind: .body, range: $0) }
            for index in revision.statements.indices {
                (revision.statements[index].source, revision.statements[index].cue) = (spans(), spans())
            }
            let segments = ArticleSegments.of(revision)
            var position = 0
            for segment in segments {
                #expect(segment.range.lowerBound == position && !segment.range.isEmpty)
                position = segment.range.upperBound
                let holds = { (spans: [Range<Int>]) in
                    spans.contains { $0.contains(segment.range.lowerBound) }
                }
                for place in [segment.range.lowerBound, segment.range.upperBound - 1] {
                    let speaking = revision.statements.indices.filter { index in
                        revision.statements[index].content.contains { $0.contains(place) }
                    }
                    #expect(segment.content.map(speaking.contains) ?? speaking.isEmpty)
                }
                #expect(segment.source.map { holds(revision.statements[$0].source) } ?? true)
                #expect(segment.cue.map { holds(revision.statements[$0].cue) } ?? true)
                #expect(segment.isOwnVoice == holds(revision.ownVoice))
                #expect((segment.paragraph != nil) == holds(revision.paragraphs.map(\.range)))
            }
            #expect(position == length)
            let begun = segments.filter(\.isFirst).compactMap(\.content)
            #expect(begun.count == Set(segments.compactMap(\.content)).count)
        }
    }

    @Test("What stands in very many statements at once is cut as fast as anything", .timeLimit(.minutes(10)))
    func deep() {
        let count = 50_000
        let revision = Self.revision(
            String(repeating: "x", count: count * 2),
            (0..<count).map { [$0..<count * 2 - $0] }
        )
        let segments = ArticleSegments.of(revision)
        #expect(segments.count == count * 2 - 1)
        #expect(segments[count - 1].content == count - 1)
    }
}
