/// How wide a table is and whether it has colours.
struct TableStyle {
    let width: Int
    let hasColour: Bool
}

/// Statements for reading in a terminal.
struct Table {
    let text: String

    init(_ record: ArticleRecord, style: TableStyle) {
        var lines: [String] = []
        let paint = Paint(isOn: style.hasColour)
        let title = record.headline.map { "\(record.path): \(Display.line($0))" } ?? record.path
        lines += Display.wrap(title, to: style.width).map(paint.bold)
        for error in record.errors { lines.append("  not read: \(Display.line(error.message))") }
        if record.statements.isEmpty {
            if record.errors.isEmpty { lines.append("  no statements found") }
            text = lines.joined(separator: "\n") + "\n"
            return
        }
        lines.append("")
        let sources = record.statements.map { $0.sourceText.isEmpty ? "—" : Display.line($0.sourceText) }
        let cues = record.statements.map { $0.cueText.isEmpty ? "—" : Display.line($0.cueText) }
        let source = min(max(7, sources.map(Display.width).max() ?? 0), max(12, style.width / 4))
        let cue = min(max(3, cues.map(Display.width).max() ?? 0), max(8, style.width / 8))
        let form = 8
        let content = max(16, style.width - source - cue - form - 6)
        func row(_ cells: [[String]], _ widths: [Int], _ paints: [(String) -> String]) {
            for line in 0..<(cells.map(\.count).max() ?? 0) {
                let parts = zip(cells, zip(widths, paints)).map { cell, look in
                    let text = line < cell.count ? cell[line] : ""
                    return look.1(text) + String(repeating: " ", count: max(0, look.0 - Display.width(text)))
                }
                lines.append(String(parts.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()))
            }
        }
        let widths = [source, cue, content, form]
        row([["SPEAKER"], ["CUE"], ["STATEMENT"], ["FORM"]], widths, Array(repeating: paint.dim, count: 4))
        for (index, statement) in record.statements.enumerated() {
            let cells = [
                Display.wrap(sources[index], to: source), Display.wrap(cues[index], to: cue),
                Display.wrap(Display.line(statement.contentText), to: content), [statement.form],
            ]
            row(cells, widths, [paint.bold, paint.cue, { $0 }, paint.dim])
        }
        text = lines.joined(separator: "\n") + "\n"
    }
}

/// Escape sequences, or none.
private struct Paint {
    let isOn: Bool

    func bold(_ text: String) -> String { sequence("1", text) }
    func dim(_ text: String) -> String { sequence("2", text) }
    func cue(_ text: String) -> String { sequence("36", text) }

    private func sequence(_ code: String, _ text: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Text as a terminal shows it.
enum Display {
    /// A text on one line, without anything that could steer the terminal or turn its direction.
    static func line(_ text: String) -> String {
        var line = ""
        for character in text {
            if character.isWhitespace {
                if line.last != " " { line.append(" ") }
            } else if let first = character.unicodeScalars.first, isControl(first) {
                line.append("\u{FFFD}")
            } else {
                line.append(character)
            }
        }
        return line
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Columns that a text takes.
    static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
        }
    }

    /// Breaks a text at spaces into lines of at most some columns; a longer word is broken anywhere.
    static func wrap(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            var word = word
            var needed = width(String(word))
            if used > 0, used + 1 + needed <= columns {
                line += " " + word
                used += 1 + needed
                continue
            }
            if used > 0 { lines.append(line) }
            while needed > columns {
                var taken = 0
                let head = word.prefix { character in
                    taken += width(character)
                    return taken <= columns
                }
                lines.append(String(head))
                word = word.dropFirst(max(1, head.count))
                needed = width(String(word))
            }
            (line, used) = (String(word), needed)
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }
}
