/// Figures in columns, as evaluations print them.
enum FigureRow {
    /// A name and its figures, each right-aligned.
    static func row(_ name: String, _ cells: [String]) -> String {
        let name = name + String(repeating: " ", count: max(0, 22 - name.count))
        return cells.reduce(name) { $0 + String(repeating: " ", count: max(1, 11 - $1.count)) + $1 }
    }

    /// A figure from 0 on with three decimals.
    static func decimals(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        return "\(thousandths / 1000)." + String(String(1000 + thousandths % 1000).dropFirst())
    }
}
