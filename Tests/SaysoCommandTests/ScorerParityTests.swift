import Foundation
import Testing

/// Holds `sayso evaluate` to the scorer that comes with the corpora, where there are any.
@Suite("Scorer")
struct ScorerParityTests {
    private static let names = [
        "token source": "source token", "token cue": "cue token", "token content": "content token",
        "content soft": "content soft", "content strict": "content exact", "content IoU.5": "content IoU.5",
        "who+what": "who+what",
    ]

    @Test(
        "All figures agree to three decimals",
        .enabled(if: canRun, "needs corpora beside the checkout, and python3"),
        arguments: ["polnear", "news"]
    )
    func figures(corpus: String) throws {
        let shared = try #require(Checkout.shared)
        let folder = shared.appendingPathComponent("data/\(corpus)/dev")
        let gold = folder.appendingPathComponent("attributions").path
        let evaluation = try Tool.run("evaluate", "--format", "json", gold)
        let figures = try #require(
            JSONSerialization.jsonObject(with: evaluation.output) as? [String: [String: Double]]
        )

        let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/text").sorted()
        let extracted = try Tool.run(
            Tool.path,
            ["extract", "--format", "jsonl"] + texts.map { "\(folder.path)/text/\($0)" }
        )
        #expect(extracted.status == 0)
        let predictions = try extracted.records.map { record in
            let object: [String: Any] = [
                "doc": record["id"] ?? "", "attributions": record["statements"] ?? [],
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
        }
        let file = try TemporaryFolder()
        let path = try file.file("predictions.jsonl", predictions.joined())
        let scored = try Tool.run(
            "/usr/bin/env",
            ["python3", shared.path + "/eval/score.py", gold, path]
        )
        #expect(scored.status == 0)

        let line = /(?<name>.+?) +P (?<p>[0-9.]+) R (?<r>[0-9.]+) F1 (?<f>[0-9.]+)/
        var seen = 0
        for match in scored.text.split(separator: "\n").compactMap({ $0.wholeMatch(of: line) }) {
            let name = try #require(Self.names[String(match.name)])
            let ours = try #require(figures[name])
            for (member, theirs) in [("precision", match.p), ("recall", match.r), ("f1", match.f)] {
                let value = try #require(ours[member])
                #expect(abs(value - (Double(theirs) ?? -1)) <= 0.000_501, "\(name) \(member)")
            }
            seen += 1
        }
        #expect(seen == Self.names.count)
    }

    @Test(
        "Speakers' figures agree to three decimals",
        .enabled(if: canRun, "needs corpora beside the checkout, and python3"),
        arguments: [("speakers/dev.jsonl", "polnear/dev"), ("news/dev/speakers.jsonl", "news/dev")]
    )
    func speakers(gold: String, corpus: String) throws {
        let shared = try #require(Checkout.shared)
        let gold = shared.path + "/data/" + gold
        let texts = shared.path + "/data/\(corpus)/text"
        let evaluation = try Tool.run("evaluate", "--speakers", gold, "--text", texts, "--format", "json")
        let figures = try #require(
            JSONSerialization.jsonObject(with: evaluation.output) as? [String: [String: Double]]
        )

        let lines = try String(contentsOfFile: gold, encoding: .utf8).split(separator: "\n")
        let documents = try lines.compactMap {
            (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["doc"] as? String
        }
        let paths = Set(documents).sorted().map { "\(texts)/\($0).txt" }
        let extracted = try Tool.run(Tool.path, ["extract", "--format", "jsonl"] + paths)
        let predictions = try extracted.records.map { record in
            let statements = record["statements"] as? [[String: Any]] ?? []
            let speakers = statements.map { statement -> [String: Any] in
                let speakers = statement["speakers"] as? [[String: Any]] ?? []
                let names = speakers.compactMap { $0["name"] as? String }.joined(separator: "; ")
                return ["source": statement["source"] ?? [], "speaker": names]
            }
            let object: [String: Any] = ["doc": record["id"] ?? "", "speakers": speakers]
            return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
        }
        let folder = try TemporaryFolder()
        let file = try folder.file("predictions.jsonl", predictions.joined())
        let scorer = shared.path + "/eval/score_speakers.py"
        let scored = try Tool.run("/usr/bin/env", ["python3", scorer, gold, file])
        #expect(scored.status == 0)

        var seen = 0
        for line in scored.text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: " ").map { String($0) }
            let ours = try #require(figures[cells[0]])
            for (member, theirs) in zip(["gold", "found", "exact", "lenient"], cells.dropFirst()) {
                let value = try #require(ours[member])
                #expect(abs(value - (Double(theirs) ?? -1)) <= 0.000_501, "\(cells[0]) \(member)")
            }
            seen += 1
        }
        #expect(seen == 8)
    }

    private static var canRun: Bool {
        Checkout.shared != nil && (try? Tool.run("/usr/bin/env", ["python3", "--version"]).status) == 0
    }
}
