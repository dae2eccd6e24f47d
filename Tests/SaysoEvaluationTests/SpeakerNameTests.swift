import Testing

@testable import SaysoEvaluation

@Suite("Speakers' names")
struct SpeakerNameTests {
    @Test(
        "Capitals, articles, titles, possessives and marks make no difference",
        arguments: [
            ("Halina Brandt", "halina BRANDT"), ("the harbour board", "Harbour board"),
            ("Dr. Former Gov. Halina Brandt", "Halina Brandt"), ("the President Brandt", "Brandt"),
            ("“Nils” Orrin", "nils” orrin"), ("Orrin's", "Orrin"), ("O’Rin", "O'Rin"), ("Orrin’s", "Orrin"),
            (" Petra \u{A0} Lund. ", "petra lund"), ("A. Lund", "a. lund"), ("President", "president"),
            ("Mr", "mr."), ("the", "The"),
        ]
    )
    func same(left: String, right: String) {
        #expect(SpeakerName(left) == SpeakerName(right))
    }

    @Test(
        "Different names stay different",
        arguments: [
            ("Halina Brandt", "Brandt"), ("Presidents Brandt", "Brandt"), ("Theo Lund", "o Lund"),
            ("Mrs", ""), ("the a board", "board"), ("President the Brandt", "Brandt"),
        ]
    )
    func different(left: String, right: String) {
        #expect(SpeakerName(left) != SpeakerName(right))
    }

    @Test(
        "A name is like one that begins or ends with all its words",
        arguments: [
            ("Brandt", "Halina Brandt", true), ("Halina Brandt", "Halina", true),
            ("Lund", "Halina Brandt", false),
            ("Halina B", "Halina Brandt", false), ("", "Brandt", false), ("", "", false), ("x", "x", true),
            ("Ann", "Mary Ann Lund", false),
        ]
    )
    func like(left: String, right: String, expected: Bool) {
        #expect(SpeakerName(left).isLike(SpeakerName(right)) == expected)
        #expect(SpeakerName(right).isLike(SpeakerName(left)) == expected)
    }

    @Test("Semicolons part several speakers")
    func several() {
        #expect(SpeakerName.all(in: "Lund; the Board ;; ") == [SpeakerName("lund"), SpeakerName("board")])
        #expect(SpeakerName.all(in: "").isEmpty)
    }

    @Test(
        "Roles overlap by their words",
        arguments: [
            ("the Foreign Minister", "foreign minister", 1.0), ("minister", "foreign minister", 2.0 / 3),
            ("", "minister", 0.0), ("mayor", "minister", 0.0), ("", "", 0.0), ("aide aide", "aide", 2.0 / 3),
            ("a", "a", 1.0), ("minister, foreign", "foreign minister", 1.0),
        ]
    )
    func roles(predicted: String, gold: String, expected: Double) {
        #expect(abs(RoleOverlap.f1(predicted, gold) - expected) < 1e-12)
    }
}
