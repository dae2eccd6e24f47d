import SaysoArticles
import Testing
import TestSupport

@Suite struct DecodingTests {
    static let sample = "Ferry “Orlo” sails — 5 € a seat, said Ørby."

    static func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
        (mark ? "\u{FEFF}" + text : text).utf16.flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: [
        (Array(sample.utf8), TextEncoding.utf8),
        ([0xEF, 0xBB, 0xBF] + Array(sample.utf8), .utf8),
        (utf16(sample, bigEndian: false), .utf16LittleEndian),
        (utf16(sample, bigEndian: true), .utf16BigEndian),
    ])
    func readsEveryMarkedEncoding(bytes: [UInt8], encoding: TextEncoding) throws {
        let article = try Article(bytes: bytes)
        #expect(article.text.description == Self.sample)
        #expect(article.encoding == encoding)
        #expect(article.warnings.isEmpty)
    }

    @Test func takesWindows1252ForWhatIsNotUTF8() throws {
        let article = try Article(
            bytes: [0x93] + Array("Orlo".utf8) + [0x94, 0x20, 0x97, 0x20, 0x35, 0x80, 0xE9]
        )
        #expect(article.text.description == "“Orlo” — 5€é")
        #expect(article.encoding == .windows1252)
        #expect(article.warnings.map(\.code) == [.guessedEncoding])
    }

    @Test(arguments: [false, true])
    func findsUTF16WithoutMarkByItsZeros(bigEndian: Bool) throws {
        let article = try Article(
            bytes: Self.utf16("The ferry sails again.", bigEndian: bigEndian, mark: false)
        )
        #expect(article.text.description == "The ferry sails again.")
        #expect(article.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
        #expect(article.warnings.map(\.code) == [.guessedEncoding])
    }

    @Test func repairsDamagedUTF8() throws {
        let head = Array("Ørby said “yes” to the ferry ".utf8)
        let article = try Article(bytes: head + [0xE2, 0x80, 0x20, 0xFF] + Array(" — and left.".utf8))
        #expect(article.encoding == .utf8)
        #expect(article.text.description == "Ørby said “yes” to the ferry \u{FFFD} \u{FFFD} — and left.")
        #expect(article.warnings == [ArticleWarning(code: .undecodable, count: 2, offset: head.count)])
    }

    @Test func repairsAsTheStandardLibraryDoes() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            var bytes = Array("“Ørby” — 渡轮 🇫🇷 sails, “Marn” said — “today”. Ørby — “Vane” 🇫🇷.".utf8)
            for _ in 0..<2 { bytes.remove(at: Int.random(in: bytes.indices, using: &generator)) }
            let article = try Article(bytes: bytes)
            #expect(article.text.description == String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func keepsUTF8ThatWasCutOff() throws {
        let article = try Article(bytes: Array("The ferry sails again, said ".utf8) + [0xE2, 0x80])
        #expect(article.text.description == "The ferry sails again, said \u{FFFD}")
        #expect(article.encoding == .utf8)
    }

    @Test func keepsLoneSurrogatesAsReplacements() throws {
        let article = try Article(bytes: [0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x00, 0xDC, 0x43])
        #expect(article.text.description == "A\u{FFFD}B\u{FFFD}\u{FFFD}")
        #expect(article.warnings == [ArticleWarning(code: .undecodable, count: 3, offset: 4)])
        #expect(article.offsetMap.sourceRange(of: 0..<article.text.count) == 2..<11)
    }

    @Test func keepsFewNulCharacters() throws {
        let article = try Article(bytes: Array("The ferry\0 sails again, said the minister.".utf8))
        #expect(article.text.count == 42)
        #expect(article.warnings == [ArticleWarning(code: .nul, count: 1, offset: 9)])
    }

    private static let refused: [([UInt8], ArticleError.Code)] = [
        ([], ArticleError.Code.empty),
        ([0xEF, 0xBB, 0xBF], .empty),
        ([0xFF, 0xFE], .empty),
        ([0], .binary),
        (Array("%PDF-1.7 text".utf8), .binary),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .binary),
        ([0x50, 0x4B, 0x03, 0x04, 0x14], .binary),
        ([UInt8](repeating: 0, count: 1000), .binary),
        ((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 3) }, .binary),
    ]

    @Test(arguments: refused)
    func refusesWhatIsNoText(bytes: [UInt8], code: ArticleError.Code) {
        let error = #expect(throws: ArticleError.self) { try Article(bytes: bytes) }
        #expect(error?.code == code)
    }

    @Test(arguments: ["x", "  ", "\n\n\r\n", "\"", "\"\"\"''''””", "\u{301}", "\u{200F}שלום עולם", "🇫🇷"])
    func readsLittleTexts(text: String) throws {
        var generator = SeededGenerator(seed: 3)
        let article = try Article(bytes: Array(text.utf8))
        #expect(article.brokenInvariants(source: Array(text.utf8), using: &generator) == [])
        #expect(article.headline == nil)
    }

    @Test func readsAnEmptyString() {
        let article = Article(text: "")
        #expect(article.paragraphs.isEmpty && article.readingRanges.isEmpty && article.published == nil)
    }
}
