/// What a row says in one column.
package enum Cell: Sendable, Hashable {
    case text(String?)
    case number(Int?)
    /// From 0 to 1; written in thousandths.
    case share(Double?)
    case flag(Bool)
    case list([String])
    /// Places in the text of another column.
    case spans([Range<Int>])
    case difference(WordDifference?)

    /// As CSV has it: semicolons part what is several, and nothing stands for what is not known.
    package var field: String {
        switch self {
        case .text(let text): text ?? ""
        case .number(let number): number.map(String.init) ?? ""
        case .share(let share): share.map { "\(Self.thousandths($0))" } ?? ""
        case .flag(let flag): "\(flag)"
        case .list(let texts): texts.joined(separator: "; ")
        case .spans(let spans): spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: "; ")
        case .difference(let difference): difference?.marked ?? ""
        }
    }

    /// Thousandths say all there is to know of a share.
    static func thousandths(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
}

/// What is told of one thing, column by column: a line of CSV, and an object in JSON.
package protocol LedgerRow: Sendable {
    /// The names of the columns, and of the object's members.
    static var columns: [String] { get }
    /// What they say, in the same order.
    var cells: [Cell] { get }
}

extension LedgerRow {
    /// The line of CSV that names the columns.
    package static var header: String { CSVField.row(columns) }
    /// The row as a line of CSV.
    package var line: String { CSVField.row(cells.map(\.field)) }
}

extension JSONWriter {
    /// Writes a row as an object.
    package mutating func value(_ row: some LedgerRow) { object { $0.members(of: row) } }

    /// Writes rows as an array of objects.
    package mutating func rows(_ name: String, _ rows: some Sequence<some LedgerRow>) {
        array(name, rows) { $0.value($1) }
    }

    /// Writes what a row says as members of the object that is being written.
    package mutating func members<Row: LedgerRow>(of row: Row) {
        for (column, cell) in zip(Row.columns, row.cells) {
            name(column)
            value(cell)
        }
    }

    /// Writes what a row says in one column.
    package mutating func value(_ cell: Cell) {
        switch cell {
        case .text(let text): value(text)
        case .number(let number): value(number)
        case .share(let share):
            if let share { value(Cell.thousandths(share)) } else { value(nil as String?) }
        case .flag(let flag): value(flag)
        case .list(let texts): array(texts) { $0.value($1) }
        case .spans(let spans): value(spans)
        case .difference(let difference):
            guard let difference else { return value(nil as String?) }
            array(difference.parts) { json, part in json.object { $0.member(part.kind.rawValue, part.text) } }
        }
    }
}
