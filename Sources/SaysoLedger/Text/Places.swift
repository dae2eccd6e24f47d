/// Places in a text as the ledger's file spells them: `12-25,30-41`, for a person with any SQLite tool.
enum Places {
    /// Spells half-open ranges.
    static func spelled(_ ranges: [Range<Int>]) -> String {
        var text = ""
        for (index, range) in ranges.enumerated() {
            if index > 0 { text += "," }
            text += "\(range.lowerBound)-\(range.upperBound)"
        }
        return text
    }

    /// Reads ranges; nil when it is no list of them.
    static func read(_ text: String) -> [Range<Int>]? {
        if text.isEmpty { return [] }
        var ranges: [Range<Int>] = []
        for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            guard let range = range(part) else { return nil }
            ranges.append(range)
        }
        return ranges
    }

    /// Reads one range, such as `12-25`.
    static func range(_ text: Substring.UTF8View) -> Range<Int>? {
        let ends = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard ends.count == 2, let start = Int(Substring(ends[0])), let end = Int(Substring(ends[1])),
            start >= 0, start <= end, end < 1 << 48
        else { return nil }
        return start..<end
    }
}

extension Evidence {
    /// How the ledger's file spells it: pieces such as `12-25@1012-1025`, with `~` for `@` where the source spells
    /// the characters in another way; the end is left out where both are of one length; nothing where the source is the text itself.
    var spelled: String {
        var text = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0 { text += "," }
            text += "\(piece.text.lowerBound)-\(piece.text.upperBound)\(piece.isVerbatim ? "@" : "~")"
            text += "\(piece.source.lowerBound)"
            if !piece.isVerbatim || piece.source.count != piece.text.count {
                text += "-\(piece.source.upperBound)"
            }
        }
        return text
    }

    /// Reads what the ledger's file spells; nil when it is no evidence.
    init?(spelled text: String) {
        self.init(pieces: [])
        for part in text.utf8.split(separator: UInt8(ascii: ",")) {
            guard let mark = part.firstIndex(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "~") }),
                let text = Places.range(part[..<mark])
            else { return nil }
            let isVerbatim = part[mark] == UInt8(ascii: "@")
            let place = part[part.index(after: mark)...]
            let start = Int(Substring(place)).flatMap { $0 >= 0 && $0 < 1 << 48 ? $0 : nil }
            let same = isVerbatim ? start.map { $0..<$0 + text.count } : nil
            guard let source = same ?? Places.range(place) else { return nil }
            pieces.append(Piece(text: text, source: source, isVerbatim: isVerbatim))
        }
    }
}
