import SaysoArticles
import SaysoStatements

/// How wide a table is and whether it has colours.
struct TableStyle: Sendable {
    let width: Int
    let hasColour: Bool
}

/// A record for reading in a terminal.
struct Table {
    /// A column of statements narrower than this is hard to read.
    private static let narrowest = 28

    private let record: ArticleRecord
    private let style: TableStyle
    private let columns: Columns
    private let texts: StatementTexts

    init(_ record: ArticleRecord, style: TableStyle) {
        self.record = record
        self.style = style
        columns = Columns(paint: Paint(isOn: style.hasColour))
        texts = StatementTexts(record)
    }

    func write(to write: (String) throws -> Void) rethrows {
        let title = Display.line(record.headline.map { "\(record.path): \($0)" } ?? record.path)
        try write(columns.line(.init(title, .bold), style.width))
        if record.statements.isEmpty {
            try write(record.errors.isEmpty ? "  no statements found\n" : "  not read\n")
        } else if record.selection.listsSpeakers {
            try write("\n")
            try SpeakerTable(record, width: style.width, columns: columns).write(to: write)
        } else if record.selection.explains {
            let explanation = Explanation(record, texts, width: style.width, columns: columns)
            for index in record.shown { try write("\n" + explanation.text(ofStatement: index)) }
        } else if !record.shown.isEmpty {
            try writeStatements(to: write)
        }
        if let note { try write("\n" + columns.line(.init(note, .dim), style.width)) }
    }

    /// Statements in columns, or one below the other where columns would be too narrow.
    private func writeStatements(to write: (String) throws -> Void) rethrows {
        func width(_ title: String, atMost widest: Int, _ cell: (Int) -> [Columns.Piece]) -> Int {
            record.shown.reduce(title.count) { width, index in
                cell(index).reduce(width) { max($0, min(widest, Display.width($1.text))) }
            }
        }
        let speaker = width("SPEAKER", atMost: style.width / 4, texts.speaker)
        let day = record.shown.contains { texts.day($0) != nil } ? "2025-04-26".count : 0
        let cue = width("CUE", atMost: style.width / 6) { [texts.cue($0)] }
        let form = "indirect".count
        let statement = style.width - speaker - (day > 0 ? day + 2 : 0) - cue - form - 6
        guard statement >= Self.narrowest else { return try writeBlocks(to: write) }
        func row(_ cells: [[Columns.Piece]]) -> String {
            let shown = zip(cells, [speaker, day, cue, statement, form]).filter { $1 > 0 }
            return columns.row(shown.map(\.0), shown.map(\.1))
        }
        let titles = ["SPEAKER", "DAY", "CUE", "STATEMENT", "FORM"]
        try write("\n" + row(titles.map { [.init($0, .dim)] }))
        for index in record.shown {
            let form = record.statements[index].form.rawValue
            try write(
                row([
                    texts.speaker(index), [.init(texts.day(index) ?? "")], [texts.cue(index)],
                    [texts.content(index)], [.init(form, .dim)],
                ])
            )
        }
    }

    private func writeBlocks(to write: (String) throws -> Void) rethrows {
        let width = style.width - 2
        for index in record.shown {
            let form = record.statements[index].form.rawValue
            let details = [texts.day(index), form].compactMap(\.self).joined(separator: ", ")
            let cue = texts.cue(index).text + " (\(details))"
            try write("\n" + columns.row([texts.speaker(index)], [style.width]))
            try write(columns.row([[.init("")], [.init(cue, .cue), texts.content(index)]], [0, width]))
        }
    }

    /// What is not shown, and how to see it; nil when everything is.
    private var note: String? {
        var hidden: [Saying.Kind: Int] = [:]
        for statement in record.statements { hidden[statement.saying.kind, default: 0] += 1 }
        for index in record.shown { hidden[record.statements[index].saying.kind, default: 0] -= 1 }
        let kinds = Saying.Kind.allCases.compactMap { kind in
            hidden[kind].flatMap { $0 > 0 ? "\($0) \(kind)" : nil }
        }
        guard !kinds.isEmpty else { return nil }
        return "not shown: \(kinds.joined(separator: ", ")); --kind all shows them"
    }
}
