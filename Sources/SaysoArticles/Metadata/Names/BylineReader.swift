/// Reads who wrote an article out of bylines and fields for authors: few names, and right ones.
struct BylineReader {
    /// People's names, in order.
    private(set) var names: [String] = []
    /// A news agency that is named.
    private(set) var wire: String?

    /// What kind of text is read.
    enum Kind {
        /// A field that holds nothing but authors.
        case field
        /// A line of the page that is marked as a byline.
        case marked
        /// Any line near the headline: only after "By" or "Author:".
        case line
    }

    private let outlet: String?
    private let host: String?

    /// Reads a byline.
    ///
    /// - Parameters:
    ///   - text: the line or field, as it is spelled.
    ///   - kind: where it is from.
    ///   - outlet: the outlet's name, which is nobody's.
    ///   - host: the server's name, in which the outlet's is often spelled.
    init(_ text: String, kind: Kind, outlet: String?, host: String? = nil) {
        self.host = host?.lowercased()
        self.outlet = outlet.map(Self.plainOutlet)
        var text = text.collapsed
        guard text.utf8.count <= 300, kind != .field || !text.has("://") else { return }
        let isIntroduced = Self.takeIntroduction(from: &text)
        if kind == .line, !isIntroduced { return }
        read(text, isField: kind == .field)
    }

    // MARK: Parts

    private mutating func read(_ text: String, isField: Bool) {
        var text = text
        if let start = text.firstIndex(of: "(") {  // "Jane Vane (Orlo Wire)"
            let inside = text[text.index(after: start)...].prefix { $0 != ")" }
            wire = wire ?? WireAgency.named(String(inside))
            let end = text[start...].firstIndex(of: ")").map { text.index(after: $0) } ?? text.endIndex
            text.removeSubrange(start..<end)
        }
        var isFirst = true
        for part in text.split(whereSeparator: { "|•·;/\n–—:".contains($0) }) {
            for words in part.split(separator: " ").split(separator: "-") {
                let found = readList(words.joined(separator: " "), isField: isField)
                // What stands behind a bar after names is their trade or the paper.
                if !found, !isFirst, !isField { return }
                isFirst = false
            }
        }
    }

    /// Reads names parted by commas and "and"; false when there are none.
    private mutating func readList(_ text: String, isField: Bool) -> Bool {
        let parts = Self.parted(text)
        if parts.count == 2, isField, let inverted = Self.inverted(parts) {
            append(inverted)
            return true
        }
        var found = false
        for part in parts {
            var part = part
            _ = Self.takeIntroduction(from: &part)
            if let agency = WireAgency.named(part) {
                wire = wire ?? agency
                continue
            }
            if let name = Self.name(Self.withoutPlace(part, wire: &wire)), !isOutlet(name) {
                append(name)
                found = true
            } else if found {
                break  // "Jane Vane, chief reporter, Orlo Herald"
            }
        }
        return found
    }

    private func isOutlet(_ name: String) -> Bool {
        let name = Self.plainOutlet(name)
        let letters = name.filter { $0 != " " }
        // "Velsund Post" at velsundpost.example
        if let host, letters.count >= 5, host.split(separator: ".").contains(where: { $0 == letters }) {
            return true
        }
        return outlet.map { name == $0 || name.hasPrefix($0 + " ") } ?? false
    }

    private static func plainOutlet(_ name: String) -> String {
        let words = name.folded
        return words.hasPrefix("the ") ? String(words.dropFirst(4)) : words
    }

    private mutating func append(_ name: String) {
        guard names.count < 12, !names.contains(where: { $0.folded == name.folded }) else { return }
        names.append(name)
    }

    /// "Vane, Jane", as libraries write names.
    private static func inverted(_ parts: [String]) -> String? {
        guard !parts[0].contains(" "), parts[1].split(separator: " ").count <= 2 else { return nil }
        return name(parts[1] + " " + parts[0])
    }

    private static func parted(_ text: String) -> [String] {
        var parts: [String] = []
        var words: [Substring] = []
        func flush() {
            if !words.isEmpty { parts.append(words.joined(separator: " ")) }
            words = []
        }
        for word in text.split(separator: " ") where !String(word).has("@") {
            if conjunctions.contains(word.lowercased()) {
                flush()
                continue
            }
            let pieces = word.split(separator: ",", omittingEmptySubsequences: false)
            for (index, piece) in pieces.enumerated() {
                if index > 0 { flush() }
                if piece.hasSuffix("、") || piece.hasSuffix("،") {
                    words.append(piece.dropLast())
                    flush()
                } else if !piece.isEmpty {
                    words.append(piece)
                }
            }
        }
        flush()
        return parts
    }

    /// Cuts "for the Orlo Herald", "in Marn", "of The Associated Press".
    private static func withoutPlace(_ text: String, wire: inout String?) -> String {
        let words = text.split(separator: " ")
        guard let cut = words.firstIndex(where: { placeWords.contains(String($0)) || $0 == "For" }), cut > 0
        else {
            return text
        }
        wire = wire ?? WireAgency.named(words[(cut + 1)...].joined(separator: " "))
        return words[..<cut].joined(separator: " ")
    }

    /// Takes "By", "Written by:", "Von" and the like off the front.
    private static func takeIntroduction(from text: inout String) -> Bool {
        var taken = false
        for _ in 0..<2 {
            guard let start = text.utf8.first, introductionStarts.contains(start) else { break }
            let lower = text.prefix(48).lowercased()
            guard let word = introductions.first(where: { isIntroduction($0, of: lower) }) else { break }
            var rest = text.dropFirst(word.count)
            while let first = rest.first,
                first == " " || first == ":" || first == "." || first == "-" || first == "–"
            {
                rest = rest.dropFirst()
            }
            text = String(rest)
            taken = true
        }
        return taken
    }

    /// First bytes of all introductions, in either case: most lines begin with none of them.
    private static let introductionStarts = Set(
        introductions.flatMap { [$0.utf8.first, $0.uppercased().utf8.first].compactMap(\.self) }
    )

    private static func isIntroduction(_ word: String, of text: String) -> Bool {
        guard text.hasPrefix(word) else { return false }
        let rest = text.dropFirst(word.count)
        return rest.first == " " || rest.first == ":" || word.hasSuffix(":") || word.hasSuffix("：")
    }

    // MARK: Names

    /// A person's name; nil when the text is anything else.
    static func name(_ text: String) -> String? {
        var words = text.split(separator: " ").map {
            String($0).trimmed(of: "\"“”«»*_[]{}<>!?#:,.-–—|/\\•")
        }
        .filter { !$0.isEmpty }
        // Initials keep their full stop.
        let spelled = text.split(separator: " ")
        if words.count == spelled.count {
            for index in words.indices where words[index].count <= 2 || words[index].contains(".") {
                if spelled[index].hasSuffix("."), !words[index].hasSuffix(".") { words[index] += "." }
            }
        }
        guard let first = words.first, !text.contains(where: { $0 == "：" || $0 == "=" }), !text.has("@"),
            !text.has("://"), !text.has("www.")
        else {
            return nil
        }
        if isUncased(first) { return uncasedName(words) }
        guard (2...6).contains(words.count), words.allSatisfy({ $0.count <= 24 }) else { return nil }
        if articles.contains(first.lowercased()) { return nil }
        var named = 0
        for (index, word) in words.enumerated() {
            let lower = word.lowercased()
            if others.contains(lower) || word.contains(where: \.isNumber) { return nil }
            guard let letter = word.unicodeScalars.first(where: \.properties.isAlphabetic) else { return nil }
            if letter.properties.isUppercase || letter.properties.generalCategory == .titlecaseLetter {
                named += 1
            } else if index > 0, ["d'", "d’", "al-", "el-"].contains(where: { lower.hasPrefix($0) }) {
                named += 1
            } else if !particles.contains(lower) {
                return nil
            }
        }
        guard named >= 2 || named == 1 && words.count == 2 && particles.contains(words[0].lowercased()) else {
            return nil
        }
        let letters = words.joined().filter(\.isLetter)
        if letters == letters.uppercased(), letters.count > 5 { words = words.map(capitalised) }
        return words.joined(separator: " ")
    }

    private static func uncasedName(_ words: [String]) -> String? {
        var text = words.joined(separator: " ")
        for suffix in uncasedRoles where text.hasSuffix(suffix) {
            text = String(text.dropLast(suffix.count)).collapsed
        }
        let count = text.unicodeScalars.count
        guard words.count <= 4, count >= 2, !text.contains(where: \.isNumber) else { return nil }
        let isIdeographic = text.unicodeScalars.contains { (0x3040...0xD7A3).contains($0.value) }
        if isIdeographic {
            return count <= (words.count > 1 ? 9 : 5) && !uncasedOthers.contains { text.contains($0) }
                ? text : nil
        }
        guard words.count >= 2, count <= 40, !uncasedOthers.contains(where: { text.contains($0) }) else {
            return nil
        }
        return text
    }

    private static func isUncased(_ word: String) -> Bool {
        guard let letter = word.unicodeScalars.first(where: \.properties.isAlphabetic) else { return false }
        return !letter.properties.isCased
    }

    /// "O'NEILL-VANE" as "O'Neill-Vane".
    private static func capitalised(_ word: String) -> String {
        if word.contains("."), word.count <= 5 { return word }
        var result = ""
        var isStart = true
        for character in word {
            result += isStart ? character.uppercased() : character.lowercased()
            isStart = !character.isLetter
        }
        return result
    }
}

extension String {
    func trimmed(of marks: String) -> String {
        var text = self[...]
        while let first = text.first, marks.contains(first) { text = text.dropFirst() }
        while let last = text.last, marks.contains(last) { text = text.dropLast() }
        return String(text)
    }

}
