import SaysoArticles
import Testing
import TestSupport

@Suite struct FoldingTests {
    private func dump(_ article: Article) -> String {
        article.repeats.map { copy in
            "\(copy.isExact ? "=" : "~") \(article.text[copy.range])"
        }.joined(separator: "\n")
    }

    @Test func foldsTheCopiesOfAScrapedArticle() {
        let scraped = ScrapedArticle.ferry
        let article = Article(text: scraped.text)
        #expect(article.readingRanges.map { article.text[$0] }.joined(separator: "\n") == scraped.body)
        #expect(article.repeats.count == 8)
        #expect(article.paragraphs[0].kind == .standfirst)
        #expect(article.text[article.repeats[0].range] == scraped.standfirst)
        #expect(!article.repeats[0].isExact)
        #expect(article.repeats.dropFirst().allSatisfy { $0.isExact })
        #expect(article.published?.description == "2025-04-26T16:19Z")
    }

    enum Part: Sendable {
        case body, glued, joined, timeLine

        func text(of article: ScrapedArticle) -> String {
            switch self {
            case .body: article.body
            case .glued: article.glued
            case .joined: article.paragraphs.joined().joined(separator: " ")
            case .timeLine: article.timeLine
            }
        }
    }

    /// However the copies lie, the one with paragraphs is read.
    @Test(arguments: [
        [Part.body, .glued],
        [.glued, .body],
        [.glued, .glued, .body],
        [.joined, .body],
        [.body, .joined],
        [.body, .body],
        [.body, .timeLine, .body],
    ])
    func readsTheCopyWithParagraphs(parts: [Part]) {
        let scraped = ScrapedArticle.ferry
        let article = Article(text: parts.map { $0.text(of: scraped) }.joined(separator: "\n"))
        #expect(article.readingRanges.map { article.text[$0] }.joined(separator: "\n") == scraped.body)
    }

    @Test func readsTheLongerOfTwoCopies() {
        let scraped = ScrapedArticle.ferry
        let teaser = scraped.body.prefix(300) + "…"
        let article = Article(text: "\(teaser)\n\(scraped.body)")
        let reading = article.readingRanges.map { article.text[$0] }.joined(separator: "\n")
        #expect(!reading.contains("…"))
        for sentence in scraped.paragraphs.joined() {
            #expect(reading.ranges(of: sentence).count == 1)
        }
    }

    @Test func foldsPulledQuotationsAndCaptions() {
        let scraped = ScrapedArticle.ferry
        var lines = scraped.paragraphs.map { $0.joined(separator: " ") }
        lines.insert("“Our engineers have gone through every valve and cable of this ship since May”", at: 1)
        lines.insert(
            "The patience that our islanders have shown deserves more than another promise — Marn",
            at: 4
        )
        lines.append(
            "Those who sold the faulty pumps will be named and made to pay for the repairs, Marn said."
        )
        let article = Article(text: lines.joined(separator: "\n"))
        #expect(
            dump(article) == """
                = “Our engineers have gone through every valve and cable of this ship since May”
                ~ The patience that our islanders have shown deserves more than another promise — Marn
                = Those who sold the faulty pumps will be named and made to pay for the repairs, Marn said.
                """
        )
    }

    @Test func foldsARepeatedTitle() {
        let article = Article(
            text: "Velsund ferry sails again\nVelsund Ferry Sails Again\n\(ScrapedArticle.ferry.body)"
        )
        #expect(dump(article) == "= Velsund Ferry Sails Again")
    }

    @Test func foldsShortSentencesInsideACopiedRun() {
        let run = [
            "The council of Velsund met for nine hours in the old customs house on Friday.",
            "Nobody left.",
            "At dawn its eleven members voted to buy the ferry from the ministry for one crown.",
        ]
        let article = Article(text: "\(run.joined())\n\(run.joined(separator: "\n"))")
        #expect(article.readingRanges.count == 3)
        #expect(article.repeats.count == 3)
    }

    /// What is said twice is no copy.
    @Test(arguments: [
        // A short answer, a short sentence.
        "VANE: Will it sail in autumn?\nMARN: Yes.\nVANE: Will it sail in winter?\nMARN: Yes.",
        "He said.\nThe ferry sails again today.\nShe said.\nThe ferry sails again today.",
        // The same quotation, by two speakers.
        """
        "We will not leave this island without an answer from the ministry," Marn said.
        "We will not leave this island without an answer from the ministry," Vane wrote in a letter.
        """,
        // A refrain in paragraphs that otherwise differ.
        """
        We will not leave this island without them. Marn has promised a ship and a crew and a captain.
        They came at noon with flags. We will not leave this island without them. Nobody answered from the quay.
        """,
        // Another speaker, another number, a denial.
        """
        Minister Marn said on Saturday that the Velsund ferry will sail before the first snow falls on Orlo.
        The islanders waited. The shops were shut. The boats were full.
        The council met at nine in the old customs house near the quay.
        Captain Vane said on Saturday that the Velsund ferry will sail before the first snow falls on Orlo.
        Minister Marn said on Saturday that the Velsund ferry will not sail before the first snow falls on Orlo.
        Nobody answered.
        """,
        """
        Marn said on Saturday that 20 crews will sail on the Velsund ferry before the first snow of winter.
        The islanders waited. The shops were shut. The boats were full.
        The council met at nine in the old customs house near the quay.
        Marn said on Saturday that 30 crews will sail on the Velsund ferry before the first snow of winter.
        Nobody answered. The quay was empty.
        Gulls came.
        """,
    ])
    func leavesRepetitionInProseAlone(text: String) {
        #expect(dump(Article(text: text)) == "")
    }

    @Test func keepsTheCopyThatNamesTheSpeaker() {
        let article = Article(
            text: """
                "We have gone through every valve and every cable of this old ship since May," says Oddur Vane.
                The islanders waited.
                The shops were shut.
                "We have gone through every valve and every cable of this old ship since May."
                The boats were full.
                Gulls came.
                """
        )
        #expect(article.readingRanges.contains { article.text[$0].contains("Oddur Vane") })
    }

    @Test func findsOccurrencesOfStatements() throws {
        let scraped = ScrapedArticle.ferry
        let article = Article(text: scraped.text)
        let start = scraped.text.utf8.count - scraped.body.utf8.count

        func occurrences(_ passage: String) throws -> [String] {
            let before = try #require(
                scraped.body.split(separator: passage, omittingEmptySubsequences: false).first
            )
            let lower = start + before.utf8.count
            return article.occurrences(of: lower..<lower + passage.utf8.count).map { article.text[$0] }
        }
        // In the standfirst, where words were added between, and in the glued copy.
        #expect(
            try occurrences("Marn said that the Velsund ferry will sail \"before the first snow\"") == [
                "Marn said on Saturday that the Velsund ferry will sail \"before the first snow\"",
                "Marn said that the Velsund ferry will sail \"before the first snow\"",
            ]
        )
        #expect(
            try occurrences("\"before the first snow\"")
                == Array(repeating: "\"before the first snow\"", count: 2)
        )
        // Over two sentences.
        let quotation = scraped.paragraphs[0].joined(separator: " ").replacing(" Marn said.", with: "")
        #expect(
            try occurrences(quotation) == [scraped.paragraphs[0].joined().replacing(" Marn said.", with: "")]
        )
        #expect(article.occurrences(of: 0..<10).isEmpty)
    }

    @Test func foldsRandomArticlesAndNothingElse() {
        var generator = SeededGenerator(seed: 23)
        for _ in 0..<60 {
            var scraped = ScrapedArticle.ferry
            scraped.paragraphs = (0..<Int.random(in: 3...12, using: &generator)).map { _ in
                (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    RandomText.sentence(Int.random(in: 9...30, using: &generator), using: &generator)
                }
            }
            let alone = Article(text: scraped.body)
            #expect(alone.repeats.isEmpty)
            let twice = Article(text: "\(scraped.glued)\n\(scraped.timeLine)\n\(scraped.body)")
            #expect(twice.readingRanges.map { twice.text[$0] }.joined(separator: "\n") == scraped.body)
        }
    }
}
