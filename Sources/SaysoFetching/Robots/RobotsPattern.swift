/// A path in a robots.txt: `*` stands for anything, `$` at the end for the end (RFC 9309 section 2.2.3).
struct RobotsPattern: Sendable {
    /// What stands between the asterisks.
    private let pieces: [[UInt8]]
    private let isAnchored: Bool
    /// In bytes, as it counts when rules compete.
    let length: Int

    init(_ text: some Collection<UInt8>) {
        var bytes = Self.normalised(Array(text), isPattern: true)
        length = bytes.count
        isAnchored = bytes.last == UInt8(ascii: "$")
        if isAnchored { bytes.removeLast() }
        pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    init(_ text: StaticString) { self.init(text.withUTF8Buffer { Array($0) }) }

    /// Whether a normalised path begins with, or when anchored is, the pattern.
    ///
    /// - Complexity: linear in the lengths of path and pattern.
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first) else { return false }
        var place = first.count
        for piece in pieces.dropFirst().dropLast(isAnchored ? 1 : 0) {
            guard let found = path.firstIndex(of: piece, from: place) else { return false }
            place = found + piece.count
        }
        guard isAnchored else { return true }
        guard pieces.count > 1, let last = pieces.last else { return place == path.count }
        return path.count - last.count >= place && path.suffix(last.count) == last[...]
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
                let value = UInt8(hexDigits: bytes[index], bytes[index + 1])
            {
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

extension UInt8 {
    /// The byte that two hexadecimal digits are.
    init?(hexDigits high: UInt8, _ low: UInt8) {
        guard high.isHexDigit, low.isHexDigit,
            let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
        else { return nil }
        self = value
    }
}

extension [UInt8] {
    /// Where some bytes first stand at or after a place.
    ///
    /// - Complexity: linear in both lengths, by Knuth, Morris and Pratt.
    func firstIndex(of piece: [UInt8], from place: Int) -> Int? {
        guard piece.count <= count - place else { return nil }
        if piece.isEmpty { return place }
        // How many bytes still match when the next one does not.
        var borders = [0]
        var matched = 0
        for byte in piece.dropFirst() {
            while matched > 0, piece[matched] != byte { matched = borders[matched - 1] }
            if piece[matched] == byte { matched += 1 }
            borders.append(matched)
        }
        matched = 0
        for index in place..<count {
            while matched > 0, piece[matched] != self[index] { matched = borders[matched - 1] }
            if piece[matched] == self[index] { matched += 1 }
            if matched == piece.count { return index + 1 - matched }
        }
        return nil
    }
}
