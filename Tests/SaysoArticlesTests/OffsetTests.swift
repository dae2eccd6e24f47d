import SaysoArticles
import Testing
import TestSupport

@Suite struct OffsetTests {
    @Test func countsUnitsAsStringsDo() {
        let text = Article(text: "aØ渡🇫").text
        let offsets = [0, 1, 3, 6, 10]
        #expect(offsets.map { text.offset($0, in: .codePoints) } == [0, 1, 2, 3, 4])
        #expect(offsets.map { text.offset($0, in: .utf16) } == [0, 1, 2, 3, 5])
        #expect(offsets.map { text.offset($0, in: .utf8) } == offsets)
        #expect(text.range(3..<10, in: .utf16) == 2..<5)
        #expect((0...6).map { text.utf8Offset(of: $0, in: .utf16) } == [0, 1, 3, 6, nil, 10, nil])
        #expect(text.utf8Offset(of: -1, in: .codePoints) == nil)
        #expect(text.utf8Offset(of: 2, in: .utf8) == nil)
    }

    /// Long enough for several entries of the table, in every encoding.
    @Test(arguments: 0..<40)
    func mapsRandomTextsBothWays(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let text = RandomText.jumble(700, using: &generator).replacing("\0", with: "")
        var sources = [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
            DecodingTests.utf16(text, bigEndian: true), DecodingTests.utf16(text, bigEndian: false),
        ]
        // Damage, and a text of single bytes.
        var damaged = Array(text.utf8)
        for _ in 0..<5 { damaged[Int.random(in: damaged.indices, using: &generator)] = 0xFF }
        sources.append(damaged)
        sources.append(
            text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : 0xA0 + UInt8($0.value % 0x60) }
        )
        for source in sources {
            let article = try Article(bytes: source)
            #expect(article.brokenInvariants(source: source, using: &generator) == [])
        }
    }
}
