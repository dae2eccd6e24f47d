/// Text as a terminal shows it.
enum Display {
    /// A text on one line, without anything that could steer the terminal or turn its direction.
    static func line(_ text: String) -> String {
        var line = ""
        var endsInSpace = false
        for character in text {
            if character.isWhitespace {
                if !endsInSpace { line.append(" ") }
                endsInSpace = true
            } else {
                line.append(character.unicodeScalars.first.map(isControl) == true ? "\u{FFFD}" : character)
                endsInSpace = false
            }
        }
        return line
    }

    /// `1 article`, `2 articles`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// Whether a text steers nothing: it has no controls but line ends, and no white space but single spaces.
    static func isPlain(_ text: String) -> Bool {
        var last: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            let isBlank = scalar == " " || scalar == "\n"
            let isWide = scalar.value >= 0x80 && scalar.properties.isWhitespace
            if isBlank ? last == " " : isWide || isControl(scalar) { return false }
            last = scalar
        }
        return true
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Columns that a text takes.
    static func width(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + width($1) } }

    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.isASCII { return 1 }
        // U+FE0F asks for a picture where text would do.
        if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return 0
            default: return 1
            }
        }
    }

    /// Breaks a text at spaces into lines of at most some columns; a longer word is broken anywhere.
    static func wrap(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        func end() {
            lines.append(line)
            (line, used) = ("", 0)
        }
        for word in text.split(separator: " ") {
            let needed = width(word)
            if used > 0, used + 1 + needed > columns { end() }
            if used > 0 {
                line += " "
                used += 1
            }
            if needed <= columns {
                line += word
                used += needed
                continue
            }
            for character in word {
                let width = width(character)
                if used > 0, used + width > columns { end() }
                line.append(character)
                used += width
            }
        }
        if used > 0 || lines.isEmpty { end() }
        return lines
    }
}
