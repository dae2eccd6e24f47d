import SaysoArticles
import Testing
import TestSupport

@Suite struct OffsetMapTests {
    /// `Tom &amp; Ida  sail.<br>Soon.` in two paragraphs, after a byte order mark.
    @Test func mapsAPageToItsBytes() {
        let page = Array("<p>Tom &amp; Ida  sail.<br>Soon.".utf8)
        var builder = TextBuilder()
        builder.append(verbatim: 3..<7, of: page)
        builder.append("&", for: 7..<12)
        builder.append(verbatim: 12..<16, of: page)
        builder.append(" ", for: 16..<18)
        builder.append(verbatim: 18..<20, of: page)
        builder.append(verbatim: 20..<23, of: page)
        builder.append(inserted: "\n\n".utf8)
        builder.append(verbatim: 27..<32, of: page)
        #expect(String(decoding: builder.bytes, as: UTF8.self) == "Tom & Ida sail.\n\nSoon.")
        let map = OffsetMap(layers: [OffsetMap.Layer(shift: 3, count: page.count)]).under(builder.layer)

        #expect(map.sourceRanges(of: 0..<builder.bytes.count) == [6..<26, 30..<35])
        #expect(map.sourceRange(of: 0..<builder.bytes.count) == 6..<35)
        #expect(map.sourceRanges(of: 4..<5) == [10..<15])
        #expect(map.sourceRanges(of: 15..<17) == [])
        #expect(map.sourceRange(of: 15..<17) == 26..<26)
        #expect(map.sourceRange(of: 17..<17) == 30..<30)
        #expect(map.sourceRange(of: 22..<22) == 35..<35)
        #expect(map.pieces(of: 8..<12).map(\.isVerbatim) == [true, false, true])
        #expect(map.pieces(of: 10..<18).map(\.text) == [10..<15, 17..<18])
    }

    @Test func keepsTheOrderOfTheTextWhereTheSourceHasAnother() {
        let page = Array("body head".utf8)
        var builder = TextBuilder()
        builder.append(verbatim: 5..<9, of: page)
        builder.append(inserted: "\n\n".utf8)
        builder.append(verbatim: 0..<4, of: page)
        let map = OffsetMap(layers: [builder.layer])
        #expect(map.sourceRanges(of: 2..<8) == [7..<9, 0..<2])
        #expect(map.sourceRange(of: 2..<8) == 0..<9)
    }

    @Test func anIdentityIsNoLayer() {
        let bytes = Array("Orlo".utf8)
        var builder = TextBuilder()
        builder.append(verbatim: 0..<2, of: bytes)
        builder.append(verbatim: 2..<4, of: bytes)
        #expect(OffsetMap(layers: [builder.layer, OffsetMap.Layer(shift: 0, count: 4)]).layers.isEmpty)
        #expect(OffsetMap().sourceRanges(of: 1..<3) == [1..<3])
    }

    /// Takes a text off another as markup is taken off, at random.
    private func edited(_ text: [UInt8], using generator: inout SeededGenerator) -> TextBuilder {
        var builder = TextBuilder()
        var ends: [Int] = text.indices.filter { text[$0] & 0xC0 != 0x80 }
        ends = ends.filter { _ in generator.oneIn(3) } + [text.count]
        var start = 0
        for end in ends {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: break
            case 1: builder.append("&", for: start..<end)
            case 2: builder.append(Array("— ".utf8), for: start..<end)
            case 3:
                builder.append(inserted: "\n\n".utf8)
                builder.append(verbatim: start..<end, of: text)
            default: builder.append(verbatim: start..<end, of: text)
            }
            start = end
        }
        return builder
    }

    @Test(arguments: 0..<60)
    func everyPieceHasItsCharacters(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let original = RandomText.jumble(60, using: &generator).replacing("\0", with: "")
        let sources: [([UInt8], TextEncoding)] = [
            (Array(original.utf8), .utf8),
            (DecodingTests.utf16(original, bigEndian: true), .utf16BigEndian),
        ]
        for (source, encoding) in sources {
            let article = try Article(bytes: source)
            var (text, map) = (article.text.utf8, article.offsetMap)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let builder = edited(text, using: &generator)
                (text, map) = (builder.bytes, map.under(builder.layer))
            }
            let boundaries = (0...text.count).filter { $0 == text.count || text[$0] & 0xC0 != 0x80 }
            for _ in 0..<10 {
                let ends = [generator.pick(boundaries), generator.pick(boundaries)].sorted()
                let range = ends[0]..<ends[1]
                #expect(map.brokenPieces(of: range, text: text, source: source, encoding: encoding) == [])
            }
        }
    }
}
