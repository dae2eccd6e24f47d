import Foundation
import SaysoArticles
import Testing

@testable import SaysoStatements

/// Annotated news, which is no part of the project.
private struct AnnotatedNews {
    /// An attribution: who is quoted, with which words, and what tells when.
    struct Attribution: Decodable {
        let doc: String
        let source: [[Int]]
        let cue: String
        let said: String?

        enum CodingKeys: String, CodingKey {
            case doc, source, said
            case cue = "cue_text"
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../../shared/data/news").standardizedFileURL

    static var isThere: Bool {
        FileManager.default.isReadableFile(atPath: folder.appendingPathComponent("dev/speakers.jsonl").path)
    }

    static func attributions(_ part: String) throws -> [String: [Attribution]] {
        let lines = try String(
            contentsOf: folder.appendingPathComponent("\(part)/speakers.jsonl"),
            encoding: .utf8
        )
        let all = try lines.split(separator: "\n").map {
            try JSONDecoder().decode(Attribution.self, from: Data($0.utf8))
        }
        return Dictionary(grouping: all, by: \.doc)
    }

    static func article(_ part: String, _ doc: String) throws -> Article {
        try Article(
            bytes: [UInt8](Data(contentsOf: folder.appendingPathComponent("\(part)/text/\(doc).txt")))
        )
    }
}

@Suite(
    "When it was said, in annotated news",
    .enabled(if: AnnotatedNews.isThere, "skipped: no corpora beside the checkout")
)
struct SaidNewsTests {
    @Test("The words that tell when are found, and few others", arguments: ["train", "dev"])
    func rates(part: String) throws {
        var (right, wrong, missed, carried, matched) = (0, 0, 0, 0, 0)
        for (doc, attributions) in try AnnotatedNews.attributions(part) {
            let article = try AnnotatedNews.article(part, doc)
            let statements = extractor.report(on: article).statements
            for attribution in attributions {
                guard let said = statements.first(where: { attribution.matches($0, in: article) })?.said
                else {
                    if statements.contains(where: { attribution.matches($0, in: article) }) {
                        matched += 1
                        missed += attribution.said == nil ? 0 : 1
                    }
                    continue
                }
                matched += 1
                // Annotators marked only what stands beside the statement.
                if said.basis == .carried { carried += 1 }
                let ours = said.basis == .stated ? said.expression.map { article.text[$0].lowercased() } : nil
                let gold = attribution.said?.lowercased()
                let agree =
                    ours.map { ours in gold.map { $0.contains(ours) || ours.contains($0) } ?? false } ?? false
                right += agree ? 1 : 0
                wrong += ours != nil && !agree ? 1 : 0
                missed += gold != nil && !agree ? 1 : 0
            }
        }
        print(
            "\(part): of \(matched) statements \(right) right, \(wrong) wrong, \(missed) missed, \(carried) carried"
        )
        #expect(right > 15)
        #expect(Double(right) >= 0.75 * Double(right + wrong))
        #expect(Double(right) >= 0.65 * Double(right + missed))
    }
}

extension AnnotatedNews.Attribution {
    /// Whether a statement of ours is this one: its source overlaps, its cue has the same words or some of them.
    fileprivate func matches(_ statement: Statement, in article: Article) -> Bool {
        let spans = source.compactMap { ends -> Range<Int>? in
            guard let start = article.text.utf8Offset(of: ends[0], in: .codePoints),
                let end = article.text.utf8Offset(of: ends[1], in: .codePoints)
            else { return nil }
            return start..<end
        }
        guard statement.source.contains(where: { ours in spans.contains { $0.overlaps(ours) } }) else {
            return false
        }
        let ours = statement.cue.map { article.text[$0] }.joined(separator: " ")
        return !ours.isEmpty && (cue.contains(ours) || ours.contains(cue))
    }
}
