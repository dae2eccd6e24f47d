import Foundation
import SaysoArticles
import Testing

@testable import SaysoEvaluation
@testable import SaysoStatements

@Suite("Speaker evaluation")
struct SpeakerEvaluationTests {
    private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/corpus")
    private static let file = corpus.appendingPathComponent("speakers.jsonl").path

    /// Resolves some words of `lock.txt` to somebody.
    private static func statements(_ article: Article, _ told: [(words: String, speakers: [Speaker])])
        -> [Statement]
    {
        let text = article.text.description
        return told.compactMap { words, speakers in
            guard let range = text.firstRange(of: words) else { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            let source = start..<start + words.utf8.count
            var statement = Statement(
                form: .indirect,
                source: [source],
                cue: [],
                content: [source],
                confidence: 1,
                occurrences: []
            )
            statement.resolution = Resolution(
                speakers: speakers,
                isUnresolved: speakers.isEmpty,
                confidence: 0.75,
                chain: [Resolution.Step(mention: source, rule: "name")]
            )
            return statement
        }
    }

    private static func speaker(_ name: String, _ kind: Speaker.Kind = .person, role: String? = nil)
        -> Speaker
    {
        Speaker(id: 0, name: name, kind: kind, role: role, affiliation: nil, mentions: [])
    }

    private static func score(_ told: [(String, [Speaker])]) throws -> SpeakerEvaluation {
        SpeakerEvaluation(of: try GoldSpeakers(file: file)) { statements($0, told) }
    }

    @Test("A case counted by hand")
    func byHand() throws {
        let evaluation = try Self.score([
            ("Nils", [Self.speaker("Mr Nils Orrin", role: "keeper of the lock")]),
            ("Nils Orrin", [Self.speaker("Petra Lund")]),  // the first statement with the source counts
            ("Petra", [Self.speaker("Lund", role: "mayor")]),
            ("Orrin.", []),
        ])
        #expect(
            evaluation.all
                == SpeakerEvaluation.Tally(gold: 4, found: 3, unresolved: 1, exact: 1, lenient: 2)
        )
        #expect(evaluation.byForm["name"]?.gold == 3)
        #expect(evaluation.byForm["pronoun"]?.found == 0)
        #expect(evaluation.byKind["person"]?.lenient == 2)
        #expect(evaluation.persons == (2, 0))
        #expect(evaluation.roles.gold == 2)
        #expect(evaluation.roleOverlap == 0.5)
        #expect(evaluation.errors.map(\.outcome) == [.nearly, .missed, .unresolved])
        #expect(evaluation.errors.map(\.words) == ["Petra Lund", "it", "Orrin"])
        #expect(evaluation.errors[0].chain.map(\.words) == ["Petra"])
        #expect(evaluation.failures.isEmpty)
    }

    @Test("A wrong person counts against the persons named, another kind does not")
    func wrongPerson() throws {
        let evaluation = try Self.score([
            ("Nils Orrin", [Self.speaker("Petra Lund")]),
            ("Petra Lund", [Self.speaker("the board", .organisation)]),
            ("Orrin.", [Self.speaker("Nils Orrin"), Self.speaker("Petra Lund")]),
        ])
        #expect(evaluation.persons == (2, 2))
        #expect(evaluation.wrongPersons == 1)
        #expect(evaluation.errors.map(\.outcome) == [.wrong, .wrong, .missed, .wrong])
    }

    @Test("Several speakers must all be named, in any order")
    func joint() throws {
        let folder = try Folder(text: "Nils Orrin and Petra Lund said no.")
        let gold = try folder.gold(
            #"{"doc": "a", "source": [[0, 25]], "speaker": "Petra Lund; Nils Orrin", "kind": "group", "form": "name"}"#
        )
        func lenient(_ names: String...) -> Int {
            SpeakerEvaluation(of: gold) { article in
                Self.statements(article, [("Nils Orrin and Petra Lund", names.map { Self.speaker($0) })])
            }.all.lenient
        }
        #expect(lenient("Nils Orrin", "Petra Lund") == 1)
        #expect(lenient("Orrin", "Lund") == 1)
        #expect(lenient("Nils Orrin") == 0)
    }

    @Test("Sources outside their text, and texts that cannot be read, are named")
    func failures() throws {
        let line = #"{"doc": "a", "source": [[0, 25]], "speaker": "Lund", "kind": "person", "form": "name"}"#
        for text in ["Too short.", ""] {
            let evaluation = SpeakerEvaluation(of: try Folder(text: text).gold(line)) { _ in [] }
            #expect(evaluation.failures.map(\.document) == ["a"])
            #expect(evaluation.all.gold == 0)
        }
    }

    @Test(
        "A file that is not of the form is named with its line",
        arguments: [
            "nonsense", "{}", #"{"doc": "a", "source": [[5, 2]], "speaker": "x", "kind": "k", "form": "f"}"#,
            #"{"doc": "a", "source": [[-1, 2]], "speaker": "x", "kind": "k", "form": "f"}"#,
            #"{"doc": "a", "source": [[1]], "speaker": "x", "kind": "k", "form": "f"}"#,
        ]
    )
    func form(line: String) throws {
        let folder = try Folder(text: "No.")
        let error = #expect(throws: EvaluationError.self) { try folder.gold("\n" + line) }
        #expect(error?.message.contains("speakers.jsonl:2: not {") == true)
    }

    @Test("A missing file, an empty one and a missing text are named")
    func missing() throws {
        #expect(throws: EvaluationError.self) { try GoldSpeakers(file: "/nowhere") }
        #expect(throws: EvaluationError.self) { try Folder(text: "No.").gold("") }
        let error = #expect(throws: EvaluationError.self) {
            try GoldSpeakers(file: Self.file, texts: "/nowhere")
        }
        #expect(error?.message == "/nowhere/lock.txt: missing or unreadable")
    }
}

/// A folder with one text, `a.txt`, and a file of speakers; gone with the test.
private final class Folder {
    private let url = FileManager.default.temporaryDirectory.appendingPathComponent(
        "sayso-\(UUID().uuidString)"
    )

    init(text: String) throws {
        let texts = url.appendingPathComponent("text")
        try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: texts.appendingPathComponent("a.txt"))
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func gold(_ lines: String) throws -> GoldSpeakers {
        let file = url.appendingPathComponent("speakers.jsonl")
        try Data(lines.utf8).write(to: file)
        return try GoldSpeakers(file: file.path)
    }
}
