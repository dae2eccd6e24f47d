import Testing
import TestSupport

@testable import SaysoArticles

@Suite struct PageEncodingTests {
    /// Паром, in Windows-1251 and KOI8-R.
    static let ferry1251: [UInt8] = [0xCF, 0xE0, 0xF0, 0xEE, 0xEC]
    static let ferryKOI8: [UInt8] = [0xF0, 0xC1, 0xD2, 0xCF, 0xCD]

    private static func page(_ head: String, _ body: [UInt8]) -> [UInt8] {
        Array("<html><head>\(head)</head><body><p>".utf8) + body + Array("</p></body></html>".utf8)
    }

    private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.bytes, as: UTF8.self) }

    private static let heads: [(String, String?)] = [
        (#"<meta charset="windows-1251">"#, nil),
        (#"<META CHARSET=Windows-1251>"#, nil),
        (#"<meta content='text/html; charset=windows-1251' http-equiv="Content-Type"/>"#, nil),
        (#"<!-- <meta charset="koi8-r"> --><meta charset=" cp1251 ">"#, nil),
        (#"<script>s = '<meta charset="koi8-r">'</script><meta charset="cp1251">"#, nil),
        (#"<meta name="a" content="charset=koi8-r"><meta charset="cp1251">"#, nil),
        (#"<meta charset="koi8-r">"#, "text/html; charset=windows-1251"),
        ("", #"text/html;Charset = "CP1251" ; q=1"#),
        (String(repeating: "<link rel=\"icon\">", count: 3_000) + "<meta charset=cp1251>", nil),
    ]

    @Test(arguments: heads)
    func goesByWhatIsStated(head: String, contentType: String?) throws {
        let decoded = try DecodedText(page: Self.page(head, Self.ferry1251), contentType: contentType)
        #expect(decoded.encoding == .windows1251)
        #expect(text(decoded).contains("<p>Паром</p>"))
        #expect(decoded.warnings.isEmpty)
    }

    @Test func takesAMarkBeforeAnyStatement() throws {
        let page = Self.page("<meta charset=koi8-r>", Array("Ørby".utf8))
        let decoded = try DecodedText(
            page: [0xEF, 0xBB, 0xBF] + page,
            contentType: "text/html;charset=cp1251"
        )
        #expect(decoded.encoding == .utf8)
        #expect(decoded.bytes == page)
        #expect(decoded.offsetMap.sourceRanges(of: 0..<6) == [3..<9])
    }

    @Test(arguments: ["iso-8859-1", "koi8-r", "euc-kr", "utf-16"])
    func passesOverAStatementThatUTF8Contradicts(label: String) throws {
        let page = Self.page("<meta charset=\(label)>", Array("“Ørby” — said Marn — “sails”".utf8))
        let decoded = try DecodedText(page: page)
        #expect(decoded.encoding == .utf8)
        #expect(decoded.warnings.map(\.code) == [.misstatedEncoding])
        #expect(decoded.warnings.first?.offset == 26)
    }

    @Test func goesByTheNextStatementWhereTheFirstDoesNotFit() throws {
        let page = Self.page("<meta charset=koi8-r>", Self.ferryKOI8 + Self.ferryKOI8)
        let decoded = try DecodedText(page: page, contentType: "text/html; charset=utf-8")
        #expect(decoded.encoding == .koi8R)
        #expect(text(decoded).contains("ПаромПаром"))
        #expect(decoded.warnings.map(\.code) == [.misstatedEncoding])
    }

    @Test func warnsOfAnUnknownLabel() throws {
        let page = Self.page("<meta charset=orlo-7>", Array("Ørby".utf8))
        let decoded = try DecodedText(page: page)
        #expect(decoded.encoding == .utf8)
        #expect(decoded.warnings == [ArticleWarning(code: .unknownEncoding, count: 1, offset: 26)])
    }

    @Test(arguments: [("ru", TextEncoding.windows1251), ("uk-UA", .windows1251), ("da", .windows1252)])
    func guessesByThePagesLanguage(language: String, encoding: TextEncoding) throws {
        let page = Array("<html lang=\"\(language)\"><p>".utf8) + Self.ferry1251 + Self.ferry1251
        let decoded = try DecodedText(page: page)
        #expect(decoded.encoding == encoding)
        #expect(decoded.warnings.map(\.code) == [.guessedEncoding])
    }

    private static let sentences: [(TextEncoding, String)] = [
        (.windows1252, "“El buque saldrá otra vez”, añadió, según él: “mañana, aún más rápido”, ¿sí?"),
        (.windows1252, "L’île était fermée à l’été, où « Velsund » a déclaré à la mère: « très bien »."),
        (.windows1251, "Паром снова выйдет в море в субботу, сказала министр Марн."),
        (.koi8R, "Паром снова выйдет в море в субботу, сказала министр Марн."),
        (.windows1253, "Το πλοίο θα αποπλεύσει το Σάββατο, είπε η υπουργός."),
        (.windows1255, "המעבורת תצא שוב לדרך ביום שבת, אמרה השרה מארן."),
        (.windows1256, "قالت الوزيرة إن العبارة ستبحر مرة أخرى يوم السبت."),
        (.shiftJIS, "フェリーは土曜日に再び出航すると大臣は述べた。"),
        (.eucJP, "フェリーは土曜日に再び出航すると大臣は述べた。"),
        (.eucKR, "페리는 토요일에 다시 출항한다고 장관이 말했다. 섬의 주민들은 기다리고 있다."),
        (.gb18030, "渡轮将于周六再次启航，部长说。他补充说，这个岛上的人不是在等一个答复。"),
        (.big5, "渡輪將於週六再次啟航，部長說。他補充說，這個島上的人不是在等一個答覆。"),
    ]

    @Test(arguments: sentences)
    func guessesByItsLetters(encoding: TextEncoding, sentence: String) throws {
        let bytes = try #require(EncodedText.bytes(of: sentence, in: encoding))
        let decoded = try DecodedText(page: Self.page("<title>Orlo</title>", bytes))
        #expect(decoded.encoding == encoding)
        #expect(text(decoded).contains(sentence))
        #expect(decoded.warnings.map(\.code) == [.guessedEncoding])
    }

    @Test func keepsDamagedTextInItsEncoding() throws {
        let words = (0..<20).flatMap { _ in [0xB6, 0xC9, 0xC2, 0xD6] as [UInt8] }
        let page = Self.page("<meta charset=gb2312>", words + [0xFF] + words)
        let decoded = try DecodedText(page: page)
        #expect(decoded.encoding == .gbk)
        #expect(text(decoded).contains("渡轮\u{FFFD}渡轮"))
        #expect(decoded.warnings.map(\.code) == [.undecodable])
    }

    @Test(arguments: [false, true])
    func readsUTF16OfAPage(bigEndian: Bool) throws {
        let markup = "<html><p>Паром sails.</p></html>"
        for mark in [true, false] {
            let page = DecodingTests.utf16(markup, bigEndian: bigEndian, mark: mark)
            let decoded = try DecodedText(page: page, contentType: "text/html; charset=utf-16")
            #expect(text(decoded) == markup)
            #expect(decoded.warnings.isEmpty)
        }
    }

    @Test(arguments: [
        (#"<?xml version="1.0" encoding="windows-1251"?>"#, nil as String?, [] as [ArticleWarning.Code]),
        ("\n <?xml version='1.0' encoding='cp1251' standalone='yes'?>", nil, []),
        (#"<?xml version="1.0" encoding="koi8-r"?>"#, "application/rss+xml; charset='windows-1251'", []),
        (#"<?xml version="1.0" encoding="utf-8"?>"#, nil, [.misstatedEncoding, .guessedEncoding]),
        (#"<?xml version="1.0" encoding="bogus"?>"#, nil, [.unknownEncoding, .guessedEncoding]),
    ])
    func goesByAnXMLDeclaration(
        declaration: String,
        contentType: String?,
        warnings: [ArticleWarning.Code]
    ) throws {
        let feed = Array("\(declaration)<rss><title>".utf8) + Self.ferry1251 + Array("</title></rss>".utf8)
        let decoded = try DecodedText(xml: feed, contentType: contentType)
        #expect(decoded.encoding == (warnings.isEmpty ? .windows1251 : .windows1252))
        #expect(decoded.warnings.map(\.code) == warnings)
    }

    @Test(arguments: [false, true])
    func readsUTF32OfAFeed(bigEndian: Bool) throws {
        let markup = "<rss><title>Паром 🇫🇷</title></rss>"
        for mark in ["", "\u{FEFF}"] {
            let feed = (mark + markup).unicodeScalars.flatMap { scalar in
                let bytes = stride(from: 24, through: 0, by: -8).map { UInt8(scalar.value >> $0 & 0xFF) }
                return bigEndian ? bytes : bytes.reversed()
            }
            let decoded = try DecodedText(xml: feed)
            #expect(text(decoded) == markup)
            #expect(decoded.encoding == (bigEndian ? .utf32BigEndian : .utf32LittleEndian))
            #expect(decoded.offsetMap.sourceRanges(of: 0..<1) == [mark.isEmpty ? 0..<4 : 4..<8])
        }
    }

    @Test func refusesWhatIsNoPage() {
        let pages: [[UInt8]] = [[], [0xEF, 0xBB, 0xBF], Array("%PDF-1.7".utf8), [0x1F, 0x8B, 8, 0, 0]]
        for page in pages {
            #expect(throws: ArticleError.self) { try DecodedText(page: page, contentType: "text/html") }
        }
    }

    @Test func keepsNulCharacters() throws {
        let page = Self.page("<meta charset=cp1251>", Self.ferry1251 + [0])
        let decoded = try DecodedText(page: page)
        #expect(decoded.warnings == [ArticleWarning(code: .nul, count: 1, offset: page.count - 19)])
    }

    /// What would be read again and again by a reader that is not linear.
    @Test(arguments: ["<", "<meta ", "<!--", "<a b=\"", "</script", "<script>", "charset ", "\u{E9}<é "])
    func readsAHostileHeadInLinearTime(unit: String) {
        let page = Array(String(repeating: unit, count: 2_000_000 / unit.utf8.count).utf8) + [0xE9]
        let seconds = processorTime { _ = try? DecodedText(page: page, contentType: unit) }
        #expect(seconds < 5)
    }

    @Test(arguments: 0..<20)
    func survivesRandomBytes(seed: UInt64) {
        for round in 0..<UInt64(fuzzCases(20)) {
            var generator = SeededGenerator(seed: seed << 32 | round)
            let parts = [
                "<", "meta ", "charset=", "http-equiv=content-type ", "content='", "\"", "'", "=", ">",
                "<!--",
                "-->", "</", "<script", "<html lang=ja", "gbk", "euc-jp", "<?xml encoding=", "utf-16le", "/",
            ]
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<40, using: &generator) {
                bytes += Array(generator.pick(parts).utf8)
                if generator.oneIn(4) { bytes.append(UInt8.random(in: 0x09...0xFF, using: &generator)) }
            }
            let label = generator.pick(TextEncoding.allCases).rawValue
            for decoded in [
                try? DecodedText(page: bytes, contentType: "text/html; charset=\(label)"),
                try? DecodedText(xml: bytes, contentType: generator.oneIn(2) ? nil : label),
            ] {
                guard let decoded else { continue }
                #expect(
                    decoded.offsetMap.brokenPieces(
                        of: 0..<decoded.bytes.count,
                        text: decoded.bytes,
                        source: bytes,
                        encoding: decoded.encoding
                    ) == []
                )
            }
        }
    }
}
