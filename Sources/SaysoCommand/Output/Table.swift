import SaysoArticles
import SaysoStatements

/// How wide a table is and whether it has colours.
struct TableStyle: Sendable {
    let width: Int
    let hasColour: Bool
}

/// Statements for reading in a terminal: in columns, or one below the other where columns would be too narrow.
struct Table {
    private static let narrow = 72

    private let record: ArticleRecord
    private let style: TableStyle
    private let paint: Paint

    init(_ record: ArticleRecord, style: TableStyle) {
        self.record = record
        self.style = style
        paint = Paint(isOn: style.hasColour)
    }

    func write(to write: (String) throws -> Void) rethrows {
        let headline = record.article.flatMap { article in article.headline.map { article.text[$0] } }
        let title = Display.line(headline.map { "\(record.path): \($0)" } ?? record.path)
        try write(Display.wrap(title, to: style.width).map { paint.bold($0) + "\n" }.joined())
        if record.statements.isEmpty {
            try write(record.errors.isEmpty ? "  no statements found\n" : "  not read\n")
        } else if style.width < Self.narrow {
            try writeBlocks(to: write)
        } else {
            try writeRows(to: write)
        }
    }

    private func writeBlocks(to write: (String) throws -> Void) rethrows {
        for statement in record.statements {
            var lines = Display.wrap(who(statement.source), to: style.width).map(paint.bold)
            let width = style.width - 2
            lines += Display.wrap("\(who(statement.cue)) (\(statement.form))", to: width).map {
                "  " + paint.cue($0)
            }
            lines += Display.wrap(Display.line(record.words(statement.content)), to: width).map { "  " + $0 }
            try write("\n" + lines.joined(separator: "\n") + "\n")
        }
    }

    private func writeRows(to write: (String) throws -> Void) rethrows {
        func column(_ title: String, atMost widest: Int, _ spans: (Statement) -> [Range<Int>]) -> Int {
            let needed = record.statements.reduce(0) { max($0, Display.width(who(spans($1)))) }
            return max(title.count, min(needed, widest))
        }
        let source = column("SPEAKER", atMost: style.width / 4) { $0.source }
        let cue = column("CUE", atMost: style.width / 6) { $0.cue }
        let form = "indirect".count
        let widths = [source, cue, style.width - source - cue - form - 6, form]
        let titles = ["SPEAKER", "CUE", "STATEMENT", "FORM"]
        try write("\n" + row(titles, widths, Array(repeating: paint.dim, count: 4)))
        for statement in record.statements {
            let texts = [
                who(statement.source), who(statement.cue), Display.line(record.words(statement.content)),
                statement.form.rawValue,
            ]
            try write(row(texts, widths, [paint.bold, paint.cue, { $0 }, paint.dim]))
        }
    }

    /// Texts side by side, each wrapped in its column.
    private func row(_ texts: [String], _ widths: [Int], _ paints: [(String) -> String]) -> String {
        let cells = zip(texts, widths).map(Display.wrap)
        var lines = ""
        for line in 0..<(cells.map(\.count).max() ?? 0) {
            let last = cells.lastIndex { line < $0.count } ?? 0
            for (index, cell) in cells[...last].enumerated() {
                let text = line < cell.count ? cell[line] : ""
                lines += paints[index](text)
                let space = index == last ? 0 : widths[index] - Display.width(text) + 2
                lines += String(repeating: " ", count: max(0, space))
            }
            lines += "\n"
        }
        return lines
    }

    /// Words of a source or cue as a reader wants them: without the comma or colon at their end.
    private func who(_ spans: [Range<Int>]) -> String {
        let text = Display.line(record.words(spans))
        if text.isEmpty { return "—" }
        guard let last = text.last, last == "," || last == ":", text.count > 1 else { return text }
        return String(text.dropLast())
    }
}

/// Escape sequences, or none.
private struct Paint {
    let isOn: Bool

    func bold(_ text: String) -> String { sequence("1", text) }
    func dim(_ text: String) -> String { sequence("2", text) }
    func cue(_ text: String) -> String { sequence("36", text) }

    private func sequence(_ code: String, _ text: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
