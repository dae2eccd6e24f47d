import ArgumentParser
import SaysoLedger

/// The forms in which a ledger's rows are printed.
enum RowFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, csv
}

extension Cell {
    /// For people.
    var shown: String {
        if case .flag(let flag) = self { return flag ? "yes" : "no" }
        return field
    }

    /// For programs that read JSON.
    var json: String {
        var json = JSONWriter()
        json.value(self)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

/// A column of rows.
struct RowColumn: Sendable {
    /// What JSON and CSV call it: `said_on`. A table prints it in capitals.
    let name: String
    /// The share of a table's width that it may take beyond what it needs at least; 0 keeps it out of tables.
    var weight = 1
    var style = Paint.Style.plain

    init(_ name: String, weight: Int = 1, _ style: Paint.Style = .plain) {
        self.name = name
        self.weight = weight
        self.style = style
    }
}

/// Rows of the same columns, on their way to whoever reads them: a table is held until its widths are known, all
/// other forms are written row by row.
struct Rows {
    private let columns: [RowColumn]
    private let format: RowFormat
    private let output = OutputFile()
    private var held: [[Cell]] = []
    private var count = 0

    init(_ columns: [RowColumn], as format: RowFormat) {
        self.columns = columns
        self.format = format
    }

    /// Takes a row, with a cell for each column.
    mutating func append(_ cells: [Cell]) throws {
        defer { count += 1 }
        switch format {
        case .table: held.append(cells)
        case .json: try output.write((count == 0 ? "[\n  " : ",\n  ") + object(cells))
        case .jsonl: try output.write(object(cells) + "\n")
        case .csv:
            if count == 0 { try output.write(header) }
            try output.write(cells.map { CSV.quoted($0.field) }.joined(separator: ",") + "\n")
        }
    }

    /// Writes what can be written before the last row is there.
    func flush() throws { try output.flush() }

    /// Writes what is left.
    ///
    /// - Parameter empty: what a table says when there are no rows.
    /// - Throws: `OutputError` when it cannot be written.
    func finish(empty: String) throws {
        switch format {
        case .table: try writeTable(empty: empty)
        case .json: try output.write(count == 0 ? "[]\n" : "\n]\n")
        case .jsonl: break
        case .csv: if count == 0 { try output.write(header) }
        }
        try output.flush()
    }

    private var header: String { columns.map(\.name).joined(separator: ",") + "\n" }

    private func object(_ cells: [Cell]) -> String {
        JSON(isPretty: false).object(zip(columns, cells).map { ($0.name, $1.json) }, depth: 0)
    }

    private func writeTable(empty: String) throws {
        guard !held.isEmpty else { return try output.write(empty + "\n") }
        let shown = columns.indices.filter { columns[$0].weight > 0 }
        let texts = held.map { row in shown.map { Display.line(row[$0].shown) } }
        let needs = shown.indices.map { column in
            texts.reduce(columns[shown[column]].name.count) { max($0, Display.width($1[column])) }
        }
        let widths = Self.widths(needs, shown.map { columns[$0].weight }, in: Console.width)
        let printer = Columns(paint: Paint(isOn: Console.usesColour))
        let names = shown.map { columns[$0].name.uppercased().replacing("_", with: " ") }
        try output.write(printer.row(names.map { [.init($0, .dim)] }, widths))
        for row in texts {
            try output.write(printer.row(zip(row, shown).map { [.init($0, columns[$1].style)] }, widths))
        }
    }

    /// Shares out a terminal's width: columns get what they need; where all do not fit, those that need more than
    /// their share get what the others leave.
    private static func widths(_ needs: [Int], _ weights: [Int], in width: Int) -> [Int] {
        var widths = needs
        var room = width - 2 * (needs.count - 1)
        var open = Array(needs.indices)
        while !open.isEmpty {
            let weight = open.reduce(0) { $0 + weights[$1] }
            let share = { (column: Int) in max(12, room * weights[column] / weight) }
            // What is short is hard to read in pieces, and saves little.
            let content = open.filter { needs[$0] <= max(20, share($0)) && needs[$0] <= room }
            guard !content.isEmpty else {
                for column in open { widths[column] = share(column) }
                break
            }
            room -= content.reduce(0) { $0 + needs[$1] }
            open.removeAll(where: content.contains)
        }
        return widths
    }
}
