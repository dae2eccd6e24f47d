import Testing

@testable import SaysoEncoder

@Suite("Wordpieces")
struct WordpiecesTests {
    let model: EncoderModel
    let wordpieces: Wordpieces
    let names: [String]

    init() throws {
        model = try Fixture.int8.model
        wordpieces = Wordpieces(model)
        let vocabulary = model.vocabulary
        names = model.storage.withBytes { file in
            String(decoding: file[vocabulary], as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    func cut(_ word: some Sequence<UInt8>) -> String {
        wordpieces.pieces(of: word).map { names[Int($0)] }.joined(separator: " ")
    }

    @Test(
        "words are cut as BERT cuts them",
        arguments: [
            ("the", "the"),
            ("The", "the"),
            ("MINISTER", "minister"),
            ("harbour", "har ##bour"),
            ("harbouring", "har ##bour ##ing"),
            ("saying", "say ##ing"),
            ("says", "say ##s"),
            ("uno", "uno"),
            ("unsaid", "un ##said"),
            ("und", "un ##d"),
            ("u", "u"),
            (",", ","),
            ("20", "2 ##0"),
            // a piece that the vocabulary lacks makes the whole word unknown
            ("sayx", "[UNK]"),
            ("xsay", "[UNK]"),
            ("#", "[UNK]"),
            ("##s", "[UNK]"),
        ]
    )
    func words(word: String, pieces: String) {
        #expect(cut(word.utf8) == pieces)
    }

    @Test(
        "characters outside ASCII are folded first",
        arguments: [
            ("Zürich", "zurich"),
            ("Zu\u{308}rich", "zurich"),
            ("ZÜRICH", "zurich"),
            ("ß", "ß"),
            ("Й", "и"),
            ("ИЙ", "и ##и"),
            ("И\u{306}", "и"),
            ("İ", "i"),
            ("他", "他"),
            ("say\u{200B}ing", "say ##ing"),
            ("say\u{7}ing", "say ##ing"),
            ("ö", "o"),
            ("é", "e"),
            // this table doesn't have it, so it stays as it is
            ("Ö", "[UNK]"),
            ("한", "[UNK]"),
            // nothing is left of these
            ("\u{301}", "[UNK]"),
            ("\u{FEFF}", "[UNK]"),
            ("", "[UNK]"),
        ]
    )
    func folding(word: String, pieces: String) {
        #expect(cut(word.utf8) == pieces)
    }

    @Test("damaged UTF-8 is passed over")
    func damaged() {
        #expect(cut([0xFF, 0x73, 0x61, 0x79, 0xC3]) == "say")
        #expect(cut([0x73, 0x61, 0xED, 0xA0, 0x80, 0x79]) == "say")
        #expect(cut([0x80]) == "[UNK]")
    }

    @Test("a word of a hundred characters is cut, a longer one is unknown")
    func longWords() {
        let hundred = String(repeating: "s", count: 100)
        #expect(wordpieces.pieces(of: hundred.utf8).count == 100)
        #expect(cut((hundred + "s").utf8) == "[UNK]")
        // characters count after folding, in which marks are lost
        #expect(wordpieces.pieces(of: ("и" + String(repeating: "й\u{301}", count: 99)).utf8).count == 100)
        #expect(cut(String(repeating: "и", count: 101).utf8) == "[UNK]")
        #expect(cut(String(repeating: "и", count: 100_000).utf8) == "[UNK]")
    }

    @Test("pieces are appended to those there already")
    func appending() {
        var ids: [Int32] = [7]
        wordpieces.append(word: Array("saying".utf8).span, to: &ids)
        wordpieces.append(word: Array("sax".utf8).span, to: &ids)
        #expect(ids.dropFirst().map { names[Int($0)] } == ["say", "##ing", "[UNK]"])
        #expect(ids.first == 7)
    }

    @Test("any bytes give at least one piece of the vocabulary")
    func anyBytes() {
        var generator = SeededGenerator(3)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<12, using: &generator)
            let ids = wordpieces.pieces(
                of: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            )
            #expect(!ids.isEmpty && ids.allSatisfy { names.indices.contains(Int($0)) })
        }
    }
}
