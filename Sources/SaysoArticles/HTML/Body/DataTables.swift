/// Which tables are tables of data, whose rows are lines, and not a page's layout.
struct DataTables {
    private static let longestCell = 160

    private var isData: [Int32: Bool] = [:]
    private let markup: Markup
    private var tableOfCell: [Int32: Int32] = [:]

    /// - Complexity: linear in the number of nodes.
    init(_ markup: Markup) {
        self.markup = markup
        var open: [(table: Int32, end: Int, cells: Int)] = []
        var cell: (end: Int, length: Int) = (0, 0)
        func judge(_ table: (table: Int32, end: Int, cells: Int)) {
            if isData[table.table] == nil { isData[table.table] = table.cells >= 4 }
        }
        for (index, node) in markup.nodes.enumerated() {
            while let table = open.last, index >= table.end { judge(open.removeLast()) }
            switch node.tag {
            case .table:
                for outer in open.suffix(1) { isData[outer.table] = false }
                open.append((Int32(index), node.end, 0))
            case .td, .th:
                guard let table = open.last else { continue }
                open[open.count - 1].cells += 1
                tableOfCell[Int32(index)] = table.table
                cell = (node.end, 0)
            case .text:
                guard let table = open.last, index < cell.end else { continue }
                cell.length += node.range.count
                if cell.length > Self.longestCell { isData[table.table] = false }
            case .form, .article: if let table = open.last { isData[table.table] = false }
            default: break
            }
        }
        while !open.isEmpty { judge(open.removeLast()) }
    }

    /// Whether a cell belongs to such a table.
    func contains(cell index: Int) -> Bool {
        tableOfCell[Int32(index)].flatMap { isData[$0] } ?? false
    }
}
