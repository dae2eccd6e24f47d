import SaysoLedger

/// Invented articles whose statements say which quotation they print.
///
/// An article begins with `== outlet`; a statement is a line `label|speaker|content`, where the label `-` stands for a
/// statement that is nobody else's.
struct QuotationSet {
    /// The revisions, in order.
    private(set) var revisions: [Revision] = []
    /// The label of each statement of each revision.
    private(set) var labels: [[String]] = []

    /// Reads articles; the name makes their addresses differ from those of other sets.
    init(_ name: String, _ text: String) {
        for (index, article) in text.split(separator: "== ").enumerated() {
            let lines = article.split(separator: "\n")
            var marked = "News of \(lines[0]), number \(index)"
            var labels: [String] = []
            for line in lines.dropFirst() {
                let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
                guard parts.count == 3 else { continue }
                labels.append(parts[0] == "-" ? "alone \(index) \(labels.count)" : String(parts[0]))
                marked += "\n\n<\(parts[1])> {said} [\(parts[2])]."
            }
            revisions.append(
                Revision(
                    marked: marked,
                    url: "https://outlet-\(index).example/\(name)",
                    outlet: String(lines[0])
                )
            )
            self.labels.append(labels)
        }
    }
}
