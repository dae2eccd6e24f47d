import SaysoStatements

/// Why a statement's speaker, day and the like are what they are, for `--explain`.
struct Explanation {
    private let record: ArticleRecord
    private let texts: StatementTexts
    private let width: Int
    private let columns: Columns

    init(_ record: ArticleRecord, _ texts: StatementTexts, width: Int, columns: Columns) {
        self.record = record
        self.texts = texts
        self.width = width
        self.columns = columns
    }

    /// A statement and all that is known of it: each on a line, or on several where it is long.
    func text(ofStatement index: Int) -> String {
        let statement = record.statements[index]
        let saying = statement.saying
        let notes = [saying.isNegated ? "negated" : nil, saying.isHedged ? "hedged" : nil].compactMap(\.self)
        let nature = ["\(saying.kind)"] + notes + ["\(statement.form)"]
        let lines: [(name: String, value: String)] = [
            ("cue", "\(texts.words(statement.cue)) (\(nature.joined(separator: ", ")))"),
            ("what", texts.content(index).text),
            ("sure", "\(statement.confidence.inThousandths)"),
            ("source", source(statement)),
            ("who", who(statement.resolution)),
            ("when", when(statement.said)),
            ("through", quoted(statement.medium)),
            ("to", quoted(statement.addressee)),
            ("inside", statement.parent.map(ArticleRecord.statementID) ?? ""),
        ].filter { !$0.value.isEmpty }
        let widths = [7, width - 9]
        var text = columns.row(
            [[.init(ArticleRecord.statementID(index), .dim)], texts.speaker(index)],
            widths
        )
        for (name, value) in lines {
            text += columns.row([[.init(name, .dim)], [.init(Display.line(value))]], widths)
        }
        return text
    }

    /// The way from the source's words to the name.
    private func source(_ statement: Statement) -> String {
        let chain = statement.resolution.chain
        guard !chain.isEmpty else { return quoted(statement.source) }
        return chain.map { "\(quoted([$0.mention])) \($0.rule)" }.joined(separator: " → ")
    }

    private func who(_ resolution: Resolution) -> String {
        if resolution.isUnresolved { return "left open, \(resolution.confidence.inThousandths)" }
        let speakers = resolution.speakers.map { speaker in
            let parts = ["\(speaker.kind)", speaker.role, speaker.affiliation.map { "of \($0)" }]
            return "\(speaker.name) (\(parts.compactMap(\.self).joined(separator: "; ")))"
        }
        return speakers.isEmpty
            ? "" : speakers.joined(separator: "; ") + ", \(resolution.confidence.inThousandths)"
    }

    private func when(_ said: Said?) -> String {
        guard let said else { return "" }
        let value = said.value ?? "unknown without the article's date"
        let words = said.expression.map { " “\(record.words([$0]))”" } ?? ""
        return value + words + ", \(said.basis)"
    }

    private func quoted(_ spans: [Range<Int>]) -> String {
        spans.isEmpty ? "" : "“\(record.words(spans))”"
    }
}
