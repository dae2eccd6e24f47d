import SaysoArticles
import SaysoLedger
import SaysoStatements

/// Puts an article's text and its statements together.
struct Builder {
    var text: [UInt8] = []
    private(set) var paragraphs: [Revision.Paragraph] = []
    private(set) var ownVoice: [Range<Int>] = []
    private(set) var speakers: [Revision.Speaker] = []
    private(set) var statements: [Revision.Statement] = []

    /// The first words.
    var headline: String {
        String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }.prefix(60), as: UTF8.self)
    }

    mutating func paragraph(of words: [UInt8]) {
        begin()
        let start = text.count
        text += words
        text.append(UInt8(ascii: "."))
        paragraphs.append(
            Revision.Paragraph(kind: paragraphs.isEmpty ? .headline : .body, range: start..<text.count)
        )
        ownVoice.append(start..<text.count)
    }

    private mutating func begin() {
        if !text.isEmpty { text += Array("\n\n".utf8) }
    }

    mutating func statement(
        _ words: [UInt8],
        by name: String,
        role: String,
        kind: Saying.Kind,
        form: Statement.Form,
        said: String?
    ) {
        begin()
        let start = text.count
        let content = add("“\(String(decoding: words, as: UTF8.self)),”")
        text.append(UInt8(ascii: " "))
        let source = add(name)
        text.append(UInt8(ascii: " "))
        let cue = add(kind.rawValue)
        text.append(UInt8(ascii: "."))
        paragraphs.append(Revision.Paragraph(kind: .body, range: start..<text.count))

        let speaker = speakers.firstIndex { $0.name == name } ?? speakers.count
        if speaker == speakers.count {
            speakers.append(Revision.Speaker(name: name, kind: .person, role: role))
        }
        speakers[speaker].mentions.append(source)
        var statement = Revision.Statement(form: form, kind: kind, content: [content])
        (statement.source, statement.cue, statement.speakers) = ([source], [cue], [speaker])
        (statement.speakerConfidence, statement.confidence) = (0.97, 0.93)
        statement.chain = [.init(mention: source, rule: "name")]
        statement.said = said.map { .init(expression: nil, value: $0, basis: .stated) }
        statement.evidence = Evidence(
            pieces: [content, source, cue].enumerated().map { number, span in
                // Markup stands between paragraphs, and in one of seven between its words as well.
                let markup = start * 8 + 19_000 + (statements.count % 7 == 0 ? number * 40 : 0)
                return Evidence.Piece(
                    text: span,
                    source: span.lowerBound + markup..<span.upperBound + markup,
                    isVerbatim: true
                )
            }
        )
        statements.append(statement)
    }

    private mutating func add(_ words: String) -> Range<Int> {
        let start = text.count
        text += Array(words.utf8)
        return start..<text.count
    }
}
