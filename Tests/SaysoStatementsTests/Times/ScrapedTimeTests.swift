import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite(
    "Times of the scraped article",
    .enabled(if: CrawledArticle.isThere, "skipped: no corpora beside the checkout")
)
struct ScrapedTimeTests {
    @Test("Every statement was said on the day that the article came out")
    func said() throws {
        let article = try Article(bytes: CrawledArticle.bytes())
        #expect(article.published?.description == "2025-04-26T16:19Z")
        #expect(article.modified?.description == "2025-04-26T16:28Z")
        let report = extractor.report(on: article)
        #expect(report.statements.count == 8)
        #expect(report.statements.allSatisfy { $0.said?.value == "2025-04-26" })
        let gerasimov = report.statements.first { article.text[$0.source[0]].contains("Gerasimov") }
        #expect(gerasimov?.said?.expression.map { article.text[$0] } == "Earlier in the day")
    }

    @Test("The treaty's entry into force is a date inside a content")
    func treaty() throws {
        let article = try Article(bytes: CrawledArticle.bytes())
        let report = extractor.report(on: article)
        let force = report.times.filter { $0.value == "2024-12-04" }
        #expect(force.map { article.text[$0.range] } == ["December 4, 2024"])
        #expect(
            report.statements.contains { statement in
                statement.content.contains { $0.contains(force[0].range) }
            }
        )
    }
}
