import SaysoArticles
import SaysoStatements

/// brat standoff in PolNeAR's layout: `Source`, `Cue` and `Content` spans, and an `Attribution` event that
/// ties them, triggered by the cue or, without one, by the content. A note on the source names the speaker.
struct Brat {
    private let record: ArticleRecord
    private var spans = 0
    private var notes = 0

    init(_ record: ArticleRecord) { self.record = record }

    mutating func write(to write: (String) throws -> Void) rethrows {
        for index in record.shown {
            let statement = record.statements[index]
            var lines = ""
            var arguments = " Content:" + annotate("Content", statement.content, &lines)
            if !statement.source.isEmpty {
                let source = annotate("Source", statement.source, &lines)
                arguments += " Source:" + source
                lines += note(source, statement.resolution)
            }
            if !statement.cue.isEmpty { arguments += " Cue:" + annotate("Cue", statement.cue, &lines) }
            let trigger = statement.cue.isEmpty ? statement.content : statement.cue
            let attribution = annotate("Attribution", trigger, &lines)
            try write(lines + "E\(index + 1)\tAttribution:\(attribution)\(arguments)\n")
        }
    }

    /// Whom a source refers to, as a note on it; brat shows it beside the words.
    private mutating func note(_ source: String, _ resolution: Resolution) -> String {
        guard !resolution.speakers.isEmpty else { return "" }
        notes += 1
        let speakers = resolution.speakers.map {
            [$0.name, $0.role].compactMap(\.self).joined(separator: ", ")
        }
        return "#\(notes)\tAnnotatorNotes \(source)\t\(Display.line(speakers.joined(separator: "; ")))\n"
    }

    /// A text-bound annotation; brat wants no span to cross the end of a line.
    private mutating func annotate(_ type: String, _ ranges: [Range<Int>], _ lines: inout String) -> String {
        spans += 1
        let parts = ranges.flatMap(lineParts)
        let places = record.offsets(parts).map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: ";")
        lines += "T\(spans)\t\(type) \(places)\t\(record.words(parts, between: " "))\n"
        return "T\(spans)"
    }

    private func lineParts(of range: Range<Int>) -> [Range<Int>] {
        guard let utf8 = record.article?.text.utf8 else { return [] }
        return utf8[range].split { $0 == 0x0A || $0 == 0x0D }.map { $0.startIndex..<$0.endIndex }
    }
}
