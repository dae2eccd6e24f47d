import SaysoArchives

/// A path in a robots.txt: `*` stands for anything, `$` at the end for the end (RFC 9309 section 2.2.3).
struct RobotsPattern: Sendable {
    /// What stands before the first asterisk, or all there is.
    private let start: [UInt8]
    /// What stands between asterisks, and after the last one unless that is anchored.
    private let middle: [SoughtBytes]
    /// What an anchored pattern ends with, after its last asterisk; nil where it has none.
    private let end: [UInt8]?
    private let isAnchored: Bool
    /// In bytes, as it counts when rules compete.
    let length: Int

    /// Whether a path has to be searched through.
    var searches: Bool { !middle.isEmpty }

    init(_ text: some Collection<UInt8>) {
        var bytes = Self.normalised(Array(text), isPattern: true)
        length = bytes.count
        isAnchored = bytes.last == UInt8(ascii: "$")
        if isAnchored { bytes.removeLast() }
        let pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        start = Array(pieces[0])
        end = isAnchored && pieces.count > 1 ? Array(pieces[pieces.count - 1]) : nil
        middle = pieces.dropFirst().dropLast(isAnchored ? 1 : 0).filter { !$0.isEmpty }
            .map { SoughtBytes(Array($0)) }
    }

    private init(start: [UInt8], length: Int) {
        (self.start, self.length) = (start, length)
        (middle, end, isAnchored) = ([], nil, false)
    }

    /// All that begins as this pattern does; it counts as much when rules compete.
    var widened: RobotsPattern { RobotsPattern(start: start, length: length) }

    /// Whether a normalised path begins with, or when anchored is, the pattern.
    ///
    /// - Complexity: linear in the lengths of path and pattern.
    func matches(_ path: [UInt8]) -> Bool {
        guard path.starts(with: start) else { return false }
        var place = start.count
        for piece in middle {
            guard let found = piece.firstIndex(in: path, from: place) else { return false }
            place = found + piece.bytes.count
        }
        guard isAnchored else { return true }
        guard let end else { return place == path.count }
        return path.count - end.count >= place && path.suffix(end.count) == end[...]
    }

    /// Percent-encoding made alike: escapes of letters, digits and `-._~` are undone, all other bytes that a URI
    /// must not hold are escaped, and so are `*` and `$` of a path, which mean themselves there.
    static func normalised(_ bytes: [UInt8], isPattern: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "%"), index + 1 < bytes.count,
                let high = bytes[index].hexadecimalValue, let low = bytes[index + 1].hexadecimalValue
            {
                let value = UInt8(high << 4 | low)
                index += 2
                if value.isLetter || value.isDigit || "-._~".utf8.contains(value) {
                    result.append(value)
                } else {
                    result.appendEscape(of: value)
                }
            } else if byte <= 0x20 || byte >= 0x7F || !isPattern && "*$".utf8.contains(byte) {
                result.appendEscape(of: byte)
            } else if isPattern, byte == UInt8(ascii: "$"), index < bytes.count {
                // Only at the end does it mean the end.
                result.appendEscape(of: byte)
            } else {
                result.append(byte)
            }
        }
        return result
    }
}

/// Some bytes to search for, again and again.
struct SoughtBytes: Sendable {
    let bytes: [UInt8]
    /// How many bytes still match when the next one does not.
    private let borders: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var borders = [0]
        var matched = 0
        for byte in bytes.dropFirst() {
            while matched > 0, bytes[matched] != byte { matched = borders[matched - 1] }
            if bytes[matched] == byte { matched += 1 }
            borders.append(matched)
        }
        self.borders = borders
    }

    /// Where they first stand in others at or after a place.
    ///
    /// - Complexity: linear in the length of the others, by Knuth, Morris and Pratt.
    func firstIndex(in text: [UInt8], from place: Int) -> Int? {
        guard bytes.count <= text.count - place else { return nil }
        if bytes.isEmpty { return place }
        var matched = 0
        for index in place..<text.count {
            while matched > 0, bytes[matched] != text[index] { matched = borders[matched - 1] }
            if bytes[matched] == text[index] { matched += 1 }
            if matched == bytes.count { return index + 1 - matched }
        }
        return nil
    }
}
