import SaysoLedger
import SaysoStatements

/// Statements where they stand, for reading.
struct ExhibitText {
    private let width: Int
    private let paint: Paint

    init(width: Int, paint: Paint) {
        self.width = width
        self.paint = paint
    }

    /// The article.
    func heading(_ details: RevisionDetails) -> String {
        let (revision, publication) = (details.revision, details.revision.publication)
        let source = revision.source
        let kept = source.bytes == nil && source.digest != Digest(of: revision.text) ? "; bytes not kept" : ""
        let newest = details.siblings.last?.number ?? details.number
        return lines([
            ("revision", "\(details.id), \(details.number) of \(newest)"),
            ("headline", publication.headline), ("outlet", publication.outlet), ("url", publication.url),
            ("published", publication.published), ("modified", publication.modified),
            ("got", revision.origin.retrieved), ("from", revision.origin.path),
            (
                "bytes",
                "\(source.digest), \(source.length) bytes of \(source.format) in \(source.encoding)\(kept)"
            ),
        ])
    }

    /// A statement.
    func text(_ exhibit: Exhibit) -> String {
        let statement = exhibit.statement
        let speakers = statement.speakers.map { index in
            let speaker = exhibit.revision.speakers[index]
            let notes = [speaker.role, speaker.affiliation].compactMap(\.self)
            return speaker.name + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
        }
        let notes = [
            statement.isNegated ? "negated" : nil, statement.isHedged ? "hedged" : nil,
            statement.isHeadline ? "headline" : nil,
        ].compactMap(\.self)
        let nature = ["\(statement.kind.rawValue)", statement.form.rawValue] + notes
        var text = paint.text("\(exhibit.id)", .bold) + "\n"
        for paragraph in exhibit.context {
            for line in Display.wrap(Display.line(paragraph), to: width - 2) { text += "  \(line)\n" }
        }
        text += lines([
            ("who", statement.isUnresolved ? "left open" : speakers.joined(separator: ", ")),
            ("chain", exhibit.chain.map { "“\($0.words)” \($0.rule)" }.joined(separator: " → ")),
            ("how", nature.joined(separator: ", ")), ("said", statement.said?.value),
        ])
        for (name, spans) in exhibit.parts where !spans.isEmpty {
            let places = exhibit.bytes(of: spans).map { "\($0.lowerBound)-\($0.upperBound)" }
            text += lines([("\(name) at", "bytes \(places.joined(separator: ", "))")])
            if let excerpt = exhibit.excerpt(of: spans) {
                text += lines([("", excerpt.hexadecimal), ("", excerpt.text)])
            }
        }
        for span in statement.occurrences {
            text += lines([
                ("again", "characters at \(span.lowerBound)-\(span.upperBound) of the text's UTF-8")
            ])
        }
        for change in exhibit.changes { text += lines([("changed", Self.line(change))]) }
        for appearance in exhibit.appearances {
            let place = [appearance.outlet, appearance.published].compactMap(\.self).joined(separator: ", ")
            let head = ["\(appearance.id)", place].filter { !$0.isEmpty }.joined(separator: " ")
            text += lines([("also in", "\(head): \(appearance.content)")])
        }
        return text
    }

    /// The article's revisions.
    func history(_ details: RevisionDetails) -> String {
        guard details.siblings.count > 1 else { return "" }
        return "\n"
            + lines(
                details.siblings.map {
                    ("revision \($0.number)", "\($0.id), \($0.retrieved ?? $0.added): \($0.headline ?? "")")
                }
            )
    }

    private static func line(_ change: RevisionChange) -> String {
        let difference = WordDifference(from: change.wordsBefore ?? "", to: change.wordsAfter ?? "")
        return "\(change.kind.rawValue)\(change.isSilent ? ", silently" : ""): \(difference.marked)"
    }

    private func lines(_ values: [(String, String?)]) -> String {
        let columns = Columns(paint: paint)
        return values.map { name, value in
            guard let value, !value.isEmpty else { return "" }
            return columns.row(
                [[.init(name, .dim)], [.init(Display.line(value))]],
                [11, max(20, width - 13)]
            )
        }.joined()
    }
}
