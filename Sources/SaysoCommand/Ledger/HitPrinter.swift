import SaysoArticles
import SaysoLedger
import SaysoStatements

/// Prints what a search found: to people as blocks of lines, to programs as rows.
struct HitPrinter {
    let format: RowFormat
    let unit: OffsetUnit

    func print(_ hits: [SearchHit], empty: String) throws {
        if format == .table {
            let output = OutputFile()
            try output.write(hits.isEmpty ? empty + "\n" : hits.map(block).joined(separator: "\n"))
            return try output.flush()
        }
        var rows = Rows(HitRow.columns.map { RowColumn($0) }, as: format)
        for hit in hits { try rows.append(HitRow(hit, unit: unit).cells) }
        try rows.finish(empty: empty)
    }

    // MARK: For people

    private func block(_ hit: SearchHit) -> String {
        let paint = Paint(isOn: Console.usesColour)
        let names = hit.speakers.isEmpty ? hit.source : hit.speakers.joined(separator: ", ")
        // "a senior official" needs no "senior official" after it.
        let role = hit.role.flatMap { names.lowercased().contains($0.lowercased()) ? nil : $0 }
        let speaker = [names.isEmpty ? nil : names, role].compactMap(\.self).joined(separator: ", ")
        var head = [
            (hit.day ?? "undated", Paint.Style.dim), (speaker.isEmpty ? "nobody named" : speaker, .bold),
        ]
        head.append((hit.isNegated ? "not \(hit.kind.rawValue)" : hit.kind.rawValue, .cue))
        if !hit.isCurrent { head.append(("in an earlier revision", .dim)) }
        let foot = [hit.id.description, hit.outlet, hit.headline, hit.url].compactMap(\.self).map(
            Display.line
        )
        return head.map { paint.text(Display.line($0.0), $0.1) }.joined(separator: "  ") + "\n"
            + quotation(hit, paint) + "  " + paint.text(foot.joined(separator: " · "), .dim) + "\n"
    }

    /// The words, with what was looked for in bold, or in brackets where there are no colours.
    private func quotation(_ hit: SearchHit, _ paint: Paint) -> String {
        // Invisible operators (U+2061, U+2062) take no column, so lines are broken as if no marks were there.
        let marks = paint.isOn ? ("\u{2061}", "\u{2062}") : ("[", "]")
        let snippet = Snippet(of: hit.content, marks: hit.marks)
        let bytes = Array(snippet.text.utf8)
        func part(_ range: Range<Int>) -> String {
            String(decoding: bytes[range], as: UTF8.self).filter { $0 != "\u{2061}" && $0 != "\u{2062}" }
        }
        var (text, position) = ("", 0)
        for mark in snippet.marks {
            text += part(position..<mark.lowerBound) + marks.0 + part(mark) + marks.1
            position = mark.upperBound
        }
        text += part(position..<bytes.count)
        var isBold = false
        var lines = ""
        for line in Display.wrap(Display.line(text), to: max(20, Console.width - 2)) {
            lines += "  " + (isBold ? "\u{1B}[1m" : "")
            for character in line {
                switch character {
                case "\u{2061}":
                    isBold = true
                    lines += "\u{1B}[1m"
                case "\u{2062}":
                    isBold = false
                    lines += "\u{1B}[0m"
                default: lines.append(character)
                }
            }
            lines += isBold ? "\u{1B}[0m\n" : "\n"
        }
        return lines
    }
}
