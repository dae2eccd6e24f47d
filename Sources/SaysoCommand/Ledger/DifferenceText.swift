import SaysoLedger

extension WordDifference {
    /// The differences marked as `[-gone-] {+come+}`, on a terminal in colours, too.
    ///
    /// - Parameters:
    ///   - columns: how many columns a line may take.
    ///   - indent: what each line begins with.
    ///   - paint: whether there are colours.
    /// - Returns: lines, each with its end.
    func lines(_ columns: Int, indent: String = "  ", paint: Paint) -> String {
        var text = ""
        var line: [(words: String, style: Paint.Style)] = []
        func end() {
            text += indent + line.map { paint.text($0.words, $0.style) }.joined(separator: " ") + "\n"
            line = []
        }
        let room = max(20, columns - Display.width(indent))
        for part in parts {
            let (marks, style): ((String, String), Paint.Style) =
                switch part.kind {
                case .same: (("", ""), .plain)
                case .gone: (("[-", "-]"), .gone)
                case .come: (("{+", "+}"), .come)
                }
            for word in Display.wrap(marks.0 + Display.line(part.text) + marks.1, to: room)
                .flatMap({ $0.split(separator: " ") })
            {
                let used = line.reduce(0) { $0 + Display.width($1.words) + 1 }
                if !line.isEmpty, used + Display.width(word) > room { end() }
                if line.last?.style == style {
                    line[line.count - 1].words += " " + word
                } else {
                    line.append((String(word), style))
                }
            }
        }
        if !line.isEmpty { end() }
        return text
    }
}
