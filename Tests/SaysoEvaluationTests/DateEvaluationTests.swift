import Foundation
import SaysoArticles
import Testing

@testable import SaysoEvaluation

@Suite("Evaluation of days of publication")
struct DateEvaluationTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "dates-\(UUID().uuidString)"
    )

    private func corpus(_ gold: String, _ pages: [String: String]) throws -> DateCorpus {
        let html = folder.appendingPathComponent("html")
        try FileManager.default.createDirectory(at: html, withIntermediateDirectories: true)
        try Data(gold.utf8).write(to: folder.appendingPathComponent("ground-truth.json"))
        for (name, page) in pages { try Data(page.utf8).write(to: html.appendingPathComponent(name)) }
        defer { try? FileManager.default.removeItem(at: folder) }
        return try DateCorpus(folder: folder.path)
    }

    @Test("Each page is exact, wrong, missing or rightly without a day")
    func outcomes() throws {
        let dated =
            #"<meta property="article:published_time" content="2024-03-02T23:30:00-05:00"><p>The ferry sails.</p>"#
        let plain = "<p>The ferry sails.</p>"
        let corpus = try corpus(
            """
            {"https://velsund.example/a": {"file": "a.html", "date": "2024-03-02"},
             "https://velsund.example/b": {"file": "a.html", "date": "2024-03-03"},
             "https://velsund.example/c": {"file": "c.html", "date": "2024-03-02"},
             "https://velsund.example/d": {"file": "c.html", "date": NaN},
             "https://velsund.example/2024/03/01/e": {"file": "c.html", "date": "2024-03-01"}}
            """,
            ["a.html": dated, "c.html": plain]
        )
        let evaluation = DateEvaluation(of: corpus)
        #expect(evaluation.results.map(\.outcome) == [.exact, .wrong, .missing, .none, .exact])
        #expect(
            evaluation.results.map(\.source) == [
                "meta article:published_time", "meta article:published_time", nil, nil, "address",
            ]
        )
        #expect(evaluation.share(.exact) == 0.5)
        #expect(evaluation.failures.isEmpty)
    }

    @Test("A file that lacks is named")
    func missingFile() throws {
        #expect(throws: EvaluationError.self) {
            try corpus(#"{"https://velsund.example/a": {"file": "z.html", "date": "2024-03-02"}}"#, [:])
        }
        #expect(throws: EvaluationError.self) { try corpus("{}", [:]) }
    }
}
