import Testing
import TestSupport

@testable import SaysoArticles

@Suite struct EncodingTests {
    /// Characters that an encoding can spell, and how it does.
    private static let spellings: [(TextEncoding, [UInt8], String)] = [
        (.windows1250, [0x8A, 0xE8], "Šč"),
        (.windows1251, [0xCF, 0xE0, 0xF0, 0xEE, 0xEC, 0x98], "Паром\u{98}"),
        (.windows1252, [0x80, 0x81, 0x93], "€\u{81}“"),
        (.windows1253, [0xC1, 0xAA], "Α\u{FFFD}"),
        (.windows1254, [0xFE, 0xF0], "şğ"),
        (.windows1255, [0xF9, 0xD1], "ש\u{05C1}"),
        (.windows874, [0x80, 0xA1, 0xFF], "€ก\u{FFFD}"),
        (.iso8859x15, [0xA4], "€"),
        (.koi8R, [0xF0, 0xC1], "Па"),
        (.koi8U, [0xA4], "є"),
        (.ibm866, [0x8F, 0xE0], "Пр"),
        (.macintosh, [0xD2, 0xDB], "“€"),
        (.gbk, [0xB6, 0xC9, 0xC2, 0xD6, 0x80], "渡轮€"),
        (.gb18030, [0x81, 0x30, 0x81, 0x30, 0x90, 0x30, 0x81, 0x30], "\u{80}\u{10000}"),
        (.big5, [0xB4, 0xE7, 0x88, 0x62], "渡Ê\u{304}"),
        (.shiftJIS, [0x83, 0x74, 0xCC, 0x5C, 0x81, 0x60], "フﾌ\\～"),
        (.eucJP, [0xA5, 0xD5, 0x8E, 0xCC, 0x8F, 0xB0, 0xA1], "フﾌ丂"),
        (.iso2022JP, [0x1B, 0x24, 0x42, 0x25, 0x55, 0x1B, 0x28, 0x42, 0x61], "フa"),
        (.iso2022JP, [0x1B, 0x28, 0x4A, 0x5C, 0x1B, 0x28, 0x49, 0x4C, 0x0A, 0x61], "¥ﾌ\na"),
        (.eucKR, [0xC6, 0xE4, 0x81, 0x41], "페갂"),
        (.utf16BigEndian, [0x6E, 0x21, 0xD8, 0x40, 0xDC, 0x00], "渡\u{20000}"),
    ]

    @Test(arguments: spellings)
    func decodesItsCharacters(encoding: TextEncoding, bytes: [UInt8], text: String) throws {
        try #require(encoding.isSupported)
        #expect(encoding.decode(bytes) == text)
    }

    /// Markup after a broken character must survive; the byte that follows is part of it otherwise.
    private static let broken: [(TextEncoding, [UInt8], String, Int)] = [
        (.gbk, [0xB6, 0x3C, 0x70], "\u{FFFD}<p", 1),
        (.gbk, [0xFF, 0xB6, 0xC9, 0xB6], "\u{FFFD}渡\u{FFFD}", 2),
        (.gb18030, [0x81, 0x30, 0x81, 0x3C], "\u{FFFD}0\u{FFFD}<", 2),
        (.shiftJIS, [0x81, 0x20, 0xA0, 0xFD], "\u{FFFD} \u{FFFD}\u{FFFD}", 3),
        (.eucJP, [0x8F, 0xA1, 0x3C, 0x8E, 0x41], "\u{FFFD}<\u{FFFD}A", 2),
        (.eucKR, [0xC9, 0xFF, 0x41], "\u{FFFD}A", 1),
        (.big5, [0x80, 0xB4, 0x22], "\u{FFFD}\u{FFFD}\"", 2),
        (.iso2022JP, [0x1B, 0x24, 0x42, 0x25, 0x1B, 0x28, 0x42, 0xE9, 0x1B], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
    ]

    @Test(arguments: broken)
    func losesNoMoreThanTheBrokenCharacter(
        encoding: TextEncoding,
        bytes: [UInt8],
        text: String,
        count: Int
    ) {
        let transcript = Transcript(bytes, encoding: encoding)
        #expect(String(decoding: transcript.text.bytes, as: UTF8.self) == text)
        #expect(transcript.undecodable == count)
    }

    @Test(arguments: [
        ("latin1", TextEncoding.windows1252), (" UTF8\n", .utf8), ("ISO-8859-9", .windows1254),
        ("gb2312", .gbk), ("Shift-JIS", .shiftJIS), ("ks_c_5601-1987", .eucKR),
        ("utf-16", .utf16LittleEndian),
        ("tis-620", .windows874), ("iso_8859-5:1988", .iso8859x5),
    ])
    func knowsTheLabelsOfPages(label: String, encoding: TextEncoding) {
        #expect(TextEncoding(label: label) == encoding)
    }

    @Test(arguments: ["", " ", "bogus", "utf-7", "hz-gb-2312", "utf 8", "uТf-8"])
    func knowsNoOtherLabels(label: String) {
        #expect(TextEncoding(label: label) == nil)
    }

    @Test(arguments: TextEncoding.allCases)
    func isDecodedOnThisMachine(encoding: TextEncoding) {
        #expect(encoding.isSupported)
        #expect(TextEncoding(label: encoding.rawValue) == encoding)
    }

    /// Random bytes, with runs of ASCII and of what the encoding's words look like.
    @Test(arguments: TextEncoding.allCases)
    func everyPieceHasItsCharacters(encoding: TextEncoding) {
        for seed in 0..<fuzzCases(20) {
            var generator = SeededGenerator(seed: UInt64(seed))
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes += Array("<p>Orlo ".utf8)
                case 1: bytes += (0..<3).map { _ in UInt8.random(in: 0...0xFF, using: &generator) }
                case 2:
                    bytes += generator.pick([[0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42], [0x81, 0x30, 0x81]])
                default:
                    let lead = UInt8.random(in: 0x81...0xFE, using: &generator)
                    for _ in 0..<3 { bytes += [lead, UInt8.random(in: 0x30...0xFE, using: &generator)] }
                }
            }
            let transcript = Transcript(bytes, encoding: encoding)
            let text = transcript.text.bytes
            #expect(String(validating: text, as: UTF8.self) != nil)
            let map = OffsetMap(layers: [transcript.text.layer])
            #expect(map.brokenPieces(of: 0..<text.count, text: text, source: bytes, encoding: encoding) == [])
            #expect(map.sourceRange(of: 0..<text.count).upperBound <= bytes.count)
            if encoding != .iso2022JP {
                let whole = text.isEmpty ? [] : [0..<bytes.count]
                #expect(map.sourceRanges(of: 0..<text.count) == whole, "some bytes are in no character")
            }
        }
    }
}
