import SaysoStatements

/// The speakers of a record, one a line, for `--speakers`.
struct SpeakerTable {
    private let record: ArticleRecord
    private let style: TableStyle
    private let paint: Paint

    init(_ record: ArticleRecord, style: TableStyle) {
        self.record = record
        self.style = style
        paint = Paint(isOn: style.hasColour)
    }

    func write(to write: (String) throws -> Void) rethrows {
        let rows = record.speakers.map { speaker, statements in
            (
                name: Display.line(speaker.name), kind: speaker.kind.rawValue, statements: "\(statements)",
                role: Display.line(speaker.role ?? "")
            )
        }
        let name = rows.reduce("SPEAKER".count) { max($0, min(style.width / 3, Display.width($1.name))) }
        let kind = rows.reduce("KIND".count) { max($0, $1.kind.count) }
        let count = "SAID".count
        // In 40 columns, the least there is, this leaves seven for roles.
        let widths = [name, kind, count, style.width - name - kind - count - 6]
        func row(_ texts: [String], _ paints: [(String) -> String]) -> String {
            Columns.row(zip(texts, paints).map { [Columns.Piece(text: $0, paint: $1)] }, widths)
        }
        if !rows.isEmpty {
            let dim = Array(repeating: paint.dim, count: 4)
            try write(row(["SPEAKER", "KIND", "SAID", "ROLE"], dim))
        }
        for texts in rows {
            let space = String(repeating: " ", count: max(0, count - texts.statements.count))
            try write(
                row(
                    [texts.name, texts.kind, space + texts.statements, texts.role],
                    [paint.bold, paint.dim, paint.plain, paint.plain]
                )
            )
        }
        let nameless = record.shown.count { record.statements[$0].resolution.speakers.isEmpty }
        if nameless > 0 {
            let text = "\(nameless) of \(record.shown.count) statements name nobody, or leave open whom"
            try write(Columns.row([[Columns.Piece(text: text, paint: paint.dim)]], [style.width]))
        }
    }
}
