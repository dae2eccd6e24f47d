import Foundation
import SaysoArticles
import Testing

@testable import SaysoEvaluation

@Suite("Evaluation of pages")
struct PageEvaluationTests {
    private func evaluate(_ gold: [String: String], _ found: [String: String]) throws -> PageEvaluation {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pages-\(UUID().uuidString)"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["html", "peers"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name),
                withIntermediateDirectories: true
            )
        }
        func write(_ bodies: [String: String], _ name: String) throws {
            let file = folder.appendingPathComponent(name)
            try JSONEncoder().encode(bodies.mapValues { ["articleBody": $0] }).write(to: file)
        }
        try write(gold, "ground-truth.json")
        try write(found, "peers/other.json")
        for id in gold.keys {
            try Data(id.utf8).write(to: folder.appendingPathComponent("html/\(id).html"))
        }
        let pages = try GoldPages(folder: folder.path)
        return PageEvaluation(of: pages, name: "ours") { found[String(decoding: $0, as: UTF8.self)] ?? "" }
    }

    @Test(
        "Words are compared in runs of four, with multiplicity",
        arguments: [
            ("The ferry sails at noon", "the ferry sails at noon", 0.5, 0.5, false),
            ("The ferry sails at noon", "The ferry, sails (at) noon!", 1, 1, true),
            (
                "The ferry sails at noon", "The ferry sails at noon. The ferry sails at noon.", 0.2857, 1,
                false
            ),
            ("Ferry", "Ferry", 1, 1, true), ("Ferry snow", "Ferry", 0, 0, false),
            ("naïve_7 x²", "naïve_7 x²", 1, 1, true),
        ]
    )
    func words(gold: String, found: String, precision: Double, recall: Double, isExact: Bool) throws {
        let evaluation = try evaluate(["a": gold], ["a": found])
        let outcome = try #require(evaluation.outcomes.first)
        #expect(abs((outcome.precision ?? -1) - precision) < 0.001)
        #expect(abs((outcome.recall ?? -1) - recall) < 0.001)
        #expect(outcome.isExact == isExact)
    }

    @Test("Peers are scored alike, and a missing page counts as empty")
    func peers() throws {
        let evaluation = try evaluate(
            ["a": "one two three four", "b": "five six seven eight"],
            ["a": "one two three four"]
        )
        #expect(evaluation.figures.map(\.name) == ["ours", "other"])
        for (_, figures) in evaluation.figures {
            #expect(figures.precision == 1 && figures.recall == 0.5 && figures.exact == 0.5)
        }
        #expect(evaluation.outcomes.map(\.id) == ["b", "a"])
        #expect(evaluation.outcomes.first?.missing == ["five six seven eight"])
    }

    @Test("A folder without pages is refused")
    func refused() {
        #expect(throws: EvaluationError.self) { try GoldPages(folder: "/nowhere/pages") }
    }
}
