import Foundation
import Testing

/// Holds `sayso evaluate --pages` to the scorer that comes with the pages, where there are any.
@Suite("Scorer of pages")
struct PageScorerParityTests {
    @Test(
        "All figures agree to three decimals",
        .enabled(if: canRun, "needs pages beside the checkout, and python3")
    )
    func figures() throws {
        let shared = try #require(Checkout.shared)
        let folder = shared.path + "/data/pages"
        let evaluation = try Tool.run("evaluate", "--format", "json", "--pages", folder)
        let figures = try #require(
            JSONSerialization.jsonObject(with: evaluation.output) as? [String: [String: Double]]
        )
        let peers = try FileManager.default.contentsOfDirectory(atPath: folder + "/peers").sorted()
        let scored = try Tool.run(
            "/usr/bin/env",
            ["python3", shared.path + "/eval/score_pages.py", folder + "/ground-truth.json"]
                + peers.map { "\(folder)/peers/\($0)" }
        )
        #expect(scored.status == 0)
        var seen = 0
        for line in scored.text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: " ").map { String($0) }
            let ours = try #require(figures[String(cells[0].dropLast(".json".count))])
            for (member, theirs) in zip(["f1", "precision", "recall", "exact"], cells.dropFirst()) {
                let value = try #require(ours[member])
                #expect(abs(value - (Double(theirs) ?? -1)) <= 0.000_501, "\(cells[0]) \(member)")
            }
            seen += 1
        }
        #expect(seen == peers.count && figures.count == seen + 1)
    }

    private static var canRun: Bool {
        Checkout.shared != nil && (try? Tool.run("/usr/bin/env", ["python3", "--version"]).status) == 0
    }
}
