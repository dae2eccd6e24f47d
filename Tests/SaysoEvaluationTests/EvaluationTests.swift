import Foundation
import SaysoArticles
import Testing

@testable import SaysoEvaluation
@testable import SaysoStatements

@Suite("Evaluation")
struct EvaluationTests {
    private static let corpus = try! GoldCorpus(
        folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/corpus/gold").path
    )

    /// Finds what the fixtures' gold says, whatever was done to the text.
    private static func perfect(_ article: Article) -> [Statement] {
        let text = article.text.description
        func spans(_ words: String) -> [Range<Int>] {
            guard let range = text.firstRange(of: words) else { return [] }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return [start..<start + words.utf8.count]
        }
        let all = [
            ("Nils Orrin", "said", "the lock is open"), ("Petra Lund", "denied", "that it was shut"),
            (text.contains("Petra") ? "nobody" : "Orrin", "said", "The lock is open,"),
        ]
        return all.compactMap { source, cue, content in
            guard !spans(content).isEmpty else { return nil }
            return Statement(
                form: .direct,
                source: spans(source),
                cue: spans(cue),
                content: spans(content),
                confidence: 0.5,
                occurrences: []
            )
        }
    }

    @Test("Predictions on changed texts are mapped back", arguments: [nil] + Perturbation.allCases)
    func perturbed(_ perturbation: Perturbation?) {
        let evaluation = Evaluation(of: Self.corpus, perturbation: perturbation, extract: Self.perfect)
        #expect(evaluation.score.whoWhat.f1 == 1)
        #expect(evaluation.score.content.f1 == 1)
        #expect(evaluation.score.source.f1 == 1)
        #expect(evaluation.score.cue.f1 == 1)
        #expect(evaluation.byForm[.indirect]?.found == 2)
        #expect(evaluation.byForm[.direct]?.found == 1)
        #expect(evaluation.byLength[.upTo8]?.gold == 3)
        #expect(evaluation.confidences.count == 3)
        #expect(evaluation.failures.isEmpty)
    }

    @Test("A pair whose sides are of two forms counts on each side for its own")
    func twoForms() {
        // Of the quotation the whole sentence, which is direct in the gold and mixed as predicted.
        let evaluation = Evaluation(of: Self.corpus) { article in
            Self.perfect(article).map { statement in
                let content = statement.content[0], source = statement.source[0]
                guard content.upperBound < source.lowerBound else { return statement }
                return Statement(
                    form: .mixed,
                    source: statement.source,
                    cue: statement.cue,
                    content: [content.lowerBound..<source.upperBound],
                    confidence: 0.5,
                    occurrences: []
                )
            }
        }
        #expect(evaluation.byForm[.direct]?.recall == 1)
        #expect(evaluation.byForm[.direct]?.predicted == 0)
        #expect(evaluation.byForm[.mixed]?.precision == 1)
        #expect(evaluation.byForm[.mixed]?.gold == 0)
    }

    @Test("Changes of texts, and the way back")
    func changes() {
        let text = "“Wait,”\n\n he said.\r\nThe boys’ ‘ship’ left \n"
        let expected: [Perturbation: String] = [
            .joined: "“Wait,” he said. The boys’ ‘ship’ left ",
            .glued: "“Wait,”he said.The boys’ ‘ship’ left",
            .unmarked: "Wait,\n\n he said.\r\nThe boys’ ship’ left \n",
        ]
        let scalars = Array(text.unicodeScalars)
        for (perturbation, changed) in expected {
            let result = perturbation.apply(to: scalars)
            #expect(result.text == changed)
            for (at, scalar) in result.text.unicodeScalars.enumerated() {
                guard let original = result.original(at..<at + 1) else {
                    #expect(perturbation == .joined && scalar == " ")
                    continue
                }
                #expect(scalars[original] == [scalar])
            }
            #expect(result.original(0..<10_000) != nil)
            #expect(result.original(5..<5) == nil)
        }
    }

    @Test("A text that cannot be read is a failure, and the others count")
    func unreadable() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sayso-\(UUID().uuidString)"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["gold", "text"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name),
                withIntermediateDirectories: true
            )
        }
        for (name, text) in [
            ("gold/a.ann", ""), ("gold/b.ann", ""), ("text/a.txt", ""), ("text/b.txt", "Nobody spoke."),
        ] {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let corpus = try GoldCorpus(folder: folder.appendingPathComponent("gold").path)
        let evaluation = Evaluation(of: corpus) { _ in [] }
        #expect(evaluation.failures.map(\.document) == ["a"])
        #expect(evaluation.score.documents == 1)
    }
}
