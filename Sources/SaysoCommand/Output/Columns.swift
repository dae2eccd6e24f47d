/// Texts side by side, each wrapped in a column of its own.
struct Columns {
    /// A text of one style. The pieces of a cell begin lines of their own.
    struct Piece {
        let text: String
        let style: Paint.Style

        init(_ text: String, _ style: Paint.Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    let paint: Paint

    /// A row, of as many lines as its longest cell has.
    func row(_ cells: [[Piece]], _ widths: [Int]) -> String {
        let columns = zip(cells, widths).map { cell, width in
            cell.flatMap { piece in Display.wrap(piece.text, to: width).map { Piece($0, piece.style) } }
        }
        var lines = ""
        for line in 0..<(columns.map(\.count).max() ?? 0) {
            let last = columns.lastIndex { line < $0.count && !$0[line].text.isEmpty } ?? 0
            for (index, column) in columns[...last].enumerated() {
                let piece = line < column.count ? column[line] : Piece("")
                lines += paint.text(piece.text, piece.style)
                let space = index == last ? 0 : widths[index] - Display.width(piece.text) + 2
                lines += String(repeating: " ", count: max(0, space))
            }
            lines += "\n"
        }
        return lines
    }

    /// A text over all the width.
    func line(_ piece: Piece, _ width: Int) -> String { row([[piece]], [width]) }
}
