/// Texts side by side, each wrapped in a column of its own.
enum Columns {
    /// A text of one colour; pieces of a cell begin lines of their own.
    struct Piece {
        let text: String
        let paint: (String) -> String
    }

    /// The columns that some pieces need when they may be as wide as they like.
    static func width(_ pieces: [Piece]) -> Int { pieces.reduce(0) { max($0, Display.width($1.text)) } }

    /// A row, of as many lines as its longest cell has.
    static func row(_ cells: [[Piece]], _ widths: [Int]) -> String {
        let columns = zip(cells, widths).map { cell, width in
            cell.flatMap { piece in
                Display.wrap(piece.text, to: width).map { Piece(text: $0, paint: piece.paint) }
            }
        }
        var lines = ""
        for line in 0..<(columns.map(\.count).max() ?? 0) {
            let last = columns.lastIndex { line < $0.count } ?? 0
            for (index, column) in columns[...last].enumerated() {
                let text = line < column.count ? column[line].text : ""
                lines += line < column.count ? column[line].paint(text) : ""
                let space = index == last ? 0 : widths[index] - Display.width(text) + 2
                lines += String(repeating: " ", count: max(0, space))
            }
            lines += "\n"
        }
        return lines
    }
}
