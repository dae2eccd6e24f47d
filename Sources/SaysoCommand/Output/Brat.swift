import SaysoArticles
import SaysoStatements

/// An article's statements as brat standoff.
struct Brat {
    private let record: ArticleRecord

    init(_ record: ArticleRecord) { self.record = record }

    func write(to write: (String) throws -> Void) rethrows {
        guard let text = record.article?.text else { return }
        var standoff = BratStandoff(of: text)
        for index in record.shown {
            let statement = record.statements[index]
            let attribution = BratStandoff.Attribution(
                source: statement.source,
                cue: statement.cue,
                content: statement.content,
                speakers: note(statement.resolution)
            )
            try write(standoff.lines(of: attribution, number: index + 1))
        }
    }

    /// Whom a source refers to, as a note on it; brat shows it beside the words.
    private func note(_ resolution: Resolution) -> String? {
        guard !resolution.speakers.isEmpty else { return nil }
        let speakers = resolution.speakers.map {
            [$0.name, $0.role].compactMap(\.self).joined(separator: ", ")
        }
        return Display.line(speakers.joined(separator: "; "))
    }
}
