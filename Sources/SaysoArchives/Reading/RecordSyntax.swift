/// What the records of a file look like.
enum RecordSyntax {
    /// ISO 28500.
    case warc
    /// The Internet Archive's older format; version 2 has five more fields in a record's line.
    case arc(version: Int)

    /// Lines that are longer begin no ARC record.
    private static let longestLine = 1 << 14

    /// Whether a record begins at a place in the bytes that are held; `nil` when that takes more bytes.
    func startsRecord(_ input: RecordInput, at index: Int) -> Bool? {
        switch self {
        case .warc:
            for (place, byte) in "WARC/".utf8.enumerated() {
                guard index + place < input.count else { return nil }
                if input[index + place] != byte { return false }
            }
            guard index + 5 < input.count else { return nil }
            return input[index + 5].isDigit
        case .arc(let version):
            guard index < input.count else { return nil }
            guard input[index].lowercased &- 0x61 < 26 else { return false }
            let end = input.firstIndex(of: 0x0A, from: index)
            guard let end else { return input.count - index > Self.longestLine ? false : nil }
            guard end - index <= Self.longestLine else { return false }
            return ARCLine(input.copy(index..<end)[...], version: version) != nil
        }
    }
}

/// The line before an ARC record.
struct ARCLine {
    let address: String
    let ip: String
    let date: String
    let mediaType: String
    /// As it is written.
    let length: String

    /// Reads a line: address, IP address, date, media type, in version 2 five fields more, and the length. Addresses with
    /// spaces are found out by the date, which comes after an IP address.
    init?(_ bytes: ArraySlice<UInt8>, version: Int) {
        let words = bytes.trimmed.split(separator: 0x20, omittingEmptySubsequences: false)
        let tail = version == 2 ? 6 : 1
        guard words.count >= 3 + tail, let last = words.last,
            let colon = words[0].firstIndex(of: UInt8(ascii: ":")), colon > words[0].startIndex
        else { return nil }
        let isScheme = words[0][..<colon].allSatisfy {
            $0.lowercased &- 0x61 < 26 || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
        }
        guard isScheme else { return nil }
        let place = (2..<words.count - tail).first { index in
            (8...20).contains(words[index].count) && words[index].allSatisfy(\.isDigit)
                && words[index - 1].allSatisfy {
                    $0.hexadecimalValue != nil || $0 == 0x2E || $0 == 0x3A || $0 == 0x2D
                }
        }
        guard let place else { return nil }
        address = String(latin: bytes[words[0].startIndex..<words[place - 1].startIndex - 1])
        ip = String(latin: words[place - 1])
        date = String(latin: words[place])
        mediaType = String(latin: Array(words[(place + 1)..<(words.count - tail)].joined(separator: [0x20])))
        length = String(latin: last)
    }

    /// `2014-02-16T05:02:21Z` of `20140216050221`; the field as it is where it has other digits.
    var isoDate: String {
        guard date.utf8.count == 14 else { return date }
        let digits = Array(date)
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
    }
}
