import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite(
    "Speakers of the scraped article",
    .enabled(if: CrawledArticle.isThere, "skipped: no corpora beside the checkout")
)
struct ScrapedSpeakerTests {
    @Test("Exactly two people speak, by name, role and number of statements")
    func speakers() throws {
        let article = try Article(bytes: CrawledArticle.bytes())
        let report = extractor.report(on: article)
        let lines = report.speakers.map { speaker in
            let said = report.statements.count { $0.resolution.speakers.map(\.id) == [speaker.id] }
            return "\(speaker.name) | \(speaker.kind) | \(speaker.role ?? "-") | \(said)"
        }
        #expect(
            lines == [
                "Maria Zakharova | person | Russian Foreign Ministry spokeswoman | 7",
                "Valery Gerasimov | person | Russian Chief of the General Staff | 1",
            ]
        )
        let diplomat = report.statements.first { article.text[$0.source[0]] == "The diplomat" }
        #expect(diplomat?.resolution.speakers.map(\.name) == ["Maria Zakharova"])
    }

    @Test("One statement came by the ministry's website")
    func medium() throws {
        let article = try Article(bytes: CrawledArticle.bytes())
        let media = extractor.report(on: article).statements.flatMap(\.medium).map { article.text[$0] }
        #expect(media == ["in a statement published on the foreign ministry's website"])
    }
}
