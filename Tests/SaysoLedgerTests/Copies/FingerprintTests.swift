import SaysoLedger
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
    private static func print(_ words: String, by people: [String] = ["Mara Osk"], isQuoted: Bool = true)
        -> Fingerprint?
    {
        Fingerprint(saying: words, isQuoted: isQuoted, by: people)
    }

    @Test("Hashes are those that anybody computes")
    func hashes() throws {
        // 64-bit FNV-1a of "dam safe" and "safe today".
        let fingerprint = try #require(Self.print("The dam is “safe” today"))
        #expect(fingerprint.shingles == [0x2026_1BB0_7256_41BE, 0x39A5_C185_0A2C_F019].sorted())
    }

    @Test(
        "Typography and spelling make no difference",
        arguments: [
            ("We don’t colour the neighbour’s centre", "we DON'T color — the neighbor's\ncenter!"),
            ("They organised, travelled and analysed", "They organized; traveled and analyzed"),
            ("Ça va déjà mieux", "ça va DÉJÀ mieux"),
        ]
    )
    func same(left: String, right: String) {
        let fingerprint = Self.print(left)
        #expect(fingerprint != nil)
        #expect(fingerprint == Self.print(right))
    }

    @Test("A pair matches both ways or not at all, whoever is named")
    func symmetric() {
        let prints = (QuotationSet.development.revisions + QuotationSet.test.revisions).flatMap { revision in
            revision.statements.compactMap { revision.fingerprint(of: $0) }
        }
        #expect(prints.count > 100)
        for left in prints {
            #expect(left.matches(left))
            for right in prints { #expect(left.matches(right) == right.matches(left)) }
        }
    }

    @Test("Different persons do not share a quotation")
    func people() throws {
        let words = "Eleven grey herons watched the frozen canal all morning"
        let osk = try #require(Self.print(words))
        #expect(osk.matches(try #require(Self.print(words, by: ["Osk"]))))
        #expect(osk.matches(try #require(Self.print(words, by: []))))
        #expect(!osk.matches(try #require(Self.print(words, by: ["Jon Tarrel"]))))
        #expect(osk.matches(try #require(Self.print(words, by: ["Jon Tarrel", "Dr Mara Osk Jr."]))))
    }

    @Test("Too short is none", arguments: ["", "No.", "“…”", "It is what it is", "Yes we can do this"])
    func short(words: String) {
        #expect(Self.print(words) == nil)
    }
}
