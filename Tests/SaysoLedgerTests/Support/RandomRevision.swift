import SaysoArticles
@testable import SaysoLedger
import SaysoStatements
import TestSupport

extension Revision {
    /// A revision of everything that a revision may hold, in no sensible order; it has no ``problems``.
    ///
    /// - Parameters:
    ///   - number: of the article, which its address is made of.
    ///   - generator: where the randomness comes from.
    /// - Returns: the revision.
    static func random(_ number: Int, using generator: inout SeededGenerator) -> Revision {
        let words = RandomText.jumble(Int.random(in: 5...80, using: &generator), using: &generator)
        // Names are kept as they are, and SQLite's texts end at a NUL.
        let text = Array(words.replacing("\0", with: "").utf8)
        let boundaries = (0...text.count).filter { $0 == text.count || text[$0] & 0xC0 != 0x80 }
        func span() -> Range<Int> {
            let first = Int.random(in: 0..<boundaries.count - 1, using: &generator)
            let last = Int.random(in: first + 1..<boundaries.count, using: &generator)
            return boundaries[first]..<boundaries[last]
        }
        func spans(_ least: Int) -> [Range<Int>] {
            (0..<Int.random(in: least...least + 2, using: &generator)).map { _ in span() }
        }
        func word() -> String? {
            generator.oneIn(4)
                ? nil
                : RandomText.jumble(2, using: &generator).replacing("\0", with: "").replacing("\n", with: " ")
        }
        let source = generator.oneIn(3) ? text : Array("<p>".utf8) + text + Array("</p>".utf8)
        var revision = Revision(
            key: "coast.example/\(number)",
            publication: Publication(),
            origin: Origin(
                path: word() ?? "a",
                record: generator.oneIn(3) ? "{\"path\":\"a\\n\"}" : nil,
                entry: generator.oneIn(3) ? 7 : nil,
                entryID: word(),
                retrieved: generator.oneIn(3)
                    ? nil : "2025-03-0\(Int.random(in: 1...9, using: &generator))T10:00:00Z"
            ),
            source: Source(source, format: source == text ? "text" : "html", encoding: "utf-8"),
            text: text
        )
        revision.publication.url = "https://coast.example/\(number)"
        revision.publication.headline = word()
        revision.publication.standfirst = word()
        revision.publication.bylines = (0..<Int.random(in: 0...2, using: &generator)).map {
            "Byline \($0), \"x\""
        }
        revision.publication.outlet = word()
        revision.publication.wire = word()
        revision.publication.section = word()
        revision.publication.language = "en"
        revision.publication.published = generator.oneIn(3) ? nil : "2025-03-02T08:00Z"
        revision.publication.modified = word()
        revision.paragraphs = spans(0).map {
            Paragraph(kind: generator.pick(SaysoArticles.Paragraph.Kind.allCases), range: $0)
        }
        revision.ownVoice = spans(0)
        revision.ownVoiceShare = Double.random(in: 0...1, using: &generator)
        revision.speakers = (0..<Int.random(in: 0...3, using: &generator)).map { index in
            Speaker(
                name: "Speaker \(index) & <\(number % 5)>",
                kind: generator.pick(SaysoStatements.Speaker.Kind.allCases),
                role: word(),
                affiliation: word(),
                mentions: spans(0)
            )
        }
        revision.statements = (0..<Int.random(in: 0...6, using: &generator)).map { index in
            var statement = Statement(
                form: generator.pick(SaysoStatements.Statement.Form.allCases),
                kind: generator.pick(Saying.Kind.allCases),
                content: spans(1)
            )
            (statement.isNegated, statement.isHedged) = (generator.oneIn(2), generator.oneIn(2))
            (statement.isHeadline, statement.isUnresolved) = (generator.oneIn(2), generator.oneIn(2))
            (statement.source, statement.cue) = (spans(0), spans(0))
            (statement.medium, statement.addressee, statement.occurrences) = (spans(0), spans(0), spans(0))
            statement.parent = index > 0 && generator.oneIn(2) ? index - 1 : nil
            statement.speakers = revision.speakers.indices.filter { _ in generator.oneIn(2) }
            statement.speakerConfidence = Double(Int.random(in: 0...1000, using: &generator)) / 1000
            statement.confidence = Double(Int.random(in: 0...1000, using: &generator)) / 1000
            statement.chain = spans(0).map {
                .init(mention: $0, rule: generator.pick(["name", "short name"]))
            }
            if generator.oneIn(2) {
                statement.said = .init(
                    expression: generator.oneIn(2) ? span() : nil,
                    value: generator.pick(["2025-03-02", "2025-W09", nil]),
                    basis: generator.pick(Said.Basis.allCases)
                )
            }
            if source != text {
                let place = statement.content[0]
                let bytes = place.lowerBound + 3..<place.upperBound + 3
                statement.evidence =
                    generator.oneIn(2)
                    ? Evidence(for: statement.quoted, at: 3)
                    : Evidence(
                        pieces: [.init(text: place, source: bytes, isVerbatim: generator.oneIn(2))]
                    )
            }
            return statement
        }
        return revision
    }
}
