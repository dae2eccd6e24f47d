import SaysoStatements

/// The speakers of a record, one a line, for `--speakers`.
struct SpeakerTable {
    private let record: ArticleRecord
    private let width: Int
    private let columns: Columns

    init(_ record: ArticleRecord, width: Int, columns: Columns) {
        self.record = record
        self.width = width
        self.columns = columns
    }

    func write(to write: (String) throws -> Void) rethrows {
        let speakers = record.speakers
        let name = speakers.reduce("SPEAKER".count) {
            max($0, min(width / 3, Display.width(Display.line($1.speaker.name))))
        }
        let kind = speakers.reduce("KIND".count) { max($0, $1.speaker.kind.rawValue.count) }
        let said = max("SAID".count, "\(record.shown.count)".count)
        // In 40 columns, the least there is, some are left for roles.
        let widths = [name, kind, said, width - name - kind - said - 6]
        if !speakers.isEmpty {
            try write(columns.row(["SPEAKER", "KIND", "SAID", "ROLE"].map { [.init($0, .dim)] }, widths))
        }
        for (speaker, statements) in speakers {
            let cells: [Columns.Piece] = [
                .init(Display.line(speaker.name), .bold), .init(speaker.kind.rawValue, .dim),
                .init("\(statements)"), .init(Display.line(speaker.roleBesideName ?? "")),
            ]
            try write(columns.row(cells.map { [$0] }, widths))
        }
        let nameless = record.shown.count { record.statements[$0].resolution.speakers.isEmpty }
        if nameless > 0 {
            let text =
                "\(nameless) of \(record.shown.count) statements name nobody, or leave open whom they mean"
            try write((speakers.isEmpty ? "" : "\n") + columns.line(.init(text, .dim), width))
        }
    }
}
