import SaysoArticles
import Testing

@Suite struct DatelineTests {
    private static let timeLines: [(String, String?, String?)] = [
        ("16:19 GMT 26.04.2025 (Updated: 16:28 GMT 26.04.2025)", "2025-04-26T16:19Z", "2025-04-26T16:28Z"),
        ("Sat 26 Apr 2025 17.28 BST", "2025-04-26T17:28+01:00", nil),
        ("First published on Sat 26 Apr 2025 17.28 BST • 4 min read", "2025-04-26T17:28+01:00", nil),
        ("Last modified on Sat 26 Apr 2025 18.01 BST", nil, "2025-04-26T18:01+01:00"),
        ("Published: 2025-04-26", "2025-04-26", nil),
        ("April 26, 2025 4:19 p.m. ET", "2025-04-26T16:19-04:00", nil),
        ("January 2, 2025 at 12:05 a.m. ET", "2025-01-02T00:05-05:00", nil),
        ("Updated 10:15 AM EDT, Mon May 5, 2025", nil, "2025-05-05T10:15-04:00"),
        ("2025-04-26", "2025-04-26", nil),
        ("2025-04-26T16:19:05Z", "2025-04-26T16:19:05Z", nil),
        ("2025-04-26T16:19:05.123+03:00", "2025-04-26T16:19:05+03:00", nil),
        ("2025-04-26 16:19 -0530", "2025-04-26T16:19-05:30", nil),
        ("26 April 2025", "2025-04-26", nil),
        ("26th of April, 2025", "2025-04-26", nil),
        ("Friday, 29 February 2024.", "2024-02-29", nil),
        ("04/26/2025", "2025-04-26", nil),
        ("26/04/2025 16:19 MSK", "2025-04-26T16:19+03:00", nil),
        ("26.04.2025, 16:19 UTC+3", "2025-04-26T16:19+03:00", nil),
        ("26.04.2025 16:19 CEST", "2025-04-26T16:19+02:00", nil),
        ("26.04.2025 16:19 PST", "2025-04-26T16:19-08:00", nil),
        ("Published 26.04.2025 16:19, updated 17:05", "2025-04-26T16:19", "2025-04-26T17:05"),
        // Read as time lines, without a time that could be named.
        ("Published 3 hours ago", nil, nil),
        ("04/05/2025", nil, nil),
    ]

    @Test(arguments: timeLines)
    func readsTimeLines(line: String, published: String?, modified: String?) throws {
        let article = Article(text: "\(line)\nThe ferry sails again, Marn said.")
        let timeLine = try #require(article.timeLines.first)
        #expect(article.text[timeLine.range] == line)
        #expect(article.published?.description == published)
        #expect(article.modified?.description == modified)
        #expect(article.readingRanges.count == 1)
    }

    @Test(arguments: [
        "31 February 2025",
        "Published 30.02.2025",
        "29 February 2025",
        "25:61 GMT 26.04.2025",
        "The ferry sailed on 26 April 2025.",
        "16:19",
        "May 2025",
        "3.5",
        "Vane, 26",
    ])
    func readsNoOtherLines(line: String) {
        #expect(Article(text: "\(line)\nThe ferry sails again, Marn said.").timeLines.isEmpty)
    }

    @Test func leavesDatesThatHeadSections() {
        let story = Array(repeating: "The ferry sails again, Marn said.", count: 15).joined(separator: "\n")
        #expect(Article(text: "\(story)\n26 April 2025\n\(story)").timeLines.isEmpty)
        #expect(Article(text: "\(story)\nUpdated 26 April 2025\n\(story)").timeLines.count == 1)
    }

    @Test(arguments: [
        ("Orrin, 3 March 2024", "2024-03-03"),
        ("ORRIN, Velsund, March 3, 2024", "2024-03-03"),
        ("Port Orrin | Sunday, 3 March 2024", "2024-03-03"),
        ("March 3, 2024 – Orrin", "2024-03-03"),
        ("Orrin (Vane Wire) 3 March 2024", "2024-03-03"),
        ("Orrin, 03.03.2024, 16:19 GMT.", "2024-03-03T16:19Z"),
        ("Marn Island, 3 March 1888", "1888-03-03"),
    ])
    func readsPlacesWithDays(line: String, day: String) {
        let story = "The ferry sails again, Marn said. It had been under repair for many weeks."
        for text in ["\(line)\n\(story)", "Ferry sails\n\(line)\n\(story)", "Ferry sails\n\(story)\n\(line)"]
        {
            let article = Article(text: text)
            #expect(article.published?.description == day)
            #expect(article.timeLines.map { article.text[$0.range] } == [line])
        }
    }

    @Test(arguments: [
        "Mara Venn, 3 March 1962\nShe became mayor in 2019, Marn said.",
        "Photo: Orrin, 3 March 2024\nThe ferry sails again, Marn said.",
        "Orrin, 3 March\nThe ferry sails again, Marn said.",
        "Orrin, 31 February 2024\nThe ferry sails again, Marn said.",
        "The ferry in Orrin, 3 March 2024\nThe ferry sails again, Marn said.",
        "Orrin 3 March 2024\nThe ferry sails again, Marn said.",
        "Orrin, 3 March 2024",
    ])
    func readsNoOtherPlaces(text: String) {
        #expect(Article(text: text).published == nil)
    }

    @Test(arguments: [
        "Because of an editing error, an article on Monday gave the ferry another name.",
        "Correction:", "Editor's note: The ferry has since been sold.",
        "An article on Monday misstated the age of the ferry.",
    ])
    func leavesDaysOfCorrections(notice: String) {
        let story = "Ferry sails\nThe ferry sails again, Marn said. It had been under repair for weeks."
        #expect(Article(text: "\(story)\n\(notice)\nFriday, May 2, 2025.").published == nil)
        #expect(Article(text: "\(story)\n\(notice)\nUpdated May 2, 2025.").modified != nil)
    }

    @Test func prefersTimeLinesToPlaces() {
        let text = "Ferry sails\nOrrin, 3 March 2024\nPublished: March 4, 2024\nThe ferry sails, Marn said."
        #expect(Article(text: text).published?.description == "2024-03-04")
        let story = Array(repeating: "The ferry sails again, Marn said.", count: 6).joined(separator: "\n")
        #expect(Article(text: "\(story)\nOrrin, 3 March 2024\n\(story)").published == nil)
    }

    private static let datelines: [(String, String?, String?, String?)] = [
        ("ORLO (Reuters) -", "ORLO", "Reuters", nil),
        ("ORLO, March 3 (AP) —", "ORLO", "AP", "--03-03"),
        ("VELSUND, April 26 —", "VELSUND", nil, "--04-26"),
        ("PORT ORLO, Velsund —", "PORT ORLO, Velsund", nil, nil),
        ("ORLO, V.L., March 3, 2025 (Vane Wire) --", "ORLO, V.L.", "Vane Wire", "2025-03-03"),
        ("Orlo (AFP) –", "Orlo", "AFP", nil),
        ("(Reuters) —", nil, "Reuters", nil),
        ("Dec 29 (Reuters) -", nil, "Reuters", "--12-29"),
        ("ORLO, 26 April. /TASS/.", "ORLO", "TASS", "--04-26"),
    ]

    @Test(arguments: datelines)
    func readsDatelines(dateline: String, place: String?, agency: String?, day: String?) throws {
        let article = Article(text: "\(dateline) The ferry sails again, Marn said.")
        let found = try #require(article.paragraphs[0].dateline)
        #expect(article.text[found.range] == dateline)
        #expect(found.place.map { article.text[$0] } == place)
        #expect(found.agency.map { article.text[$0] } == agency)
        #expect(found.day?.description == day)
        #expect(article.text[article.paragraphs[0].body] == "The ferry sails again, Marn said.")
    }

    @Test(arguments: [
        "VANE: The ferry sails again.",
        "VANE--No, it does not.",
        "EXCLUSIVE – The ferry sails again.",
        "Vane (Harbour Party) — The ferry sails again.",
        "Vane (D-Orlo) — The ferry sails again.",
        "The ferry's crew - sailors from Orlo - went home.",
        "“ORLO — The ferry sails,” she said.",
        "Orlo - the ferry sails again.",
        "ORLO —",
    ])
    func readsNoOtherDatelines(text: String) {
        #expect(Article(text: text).paragraphs[0].dateline == nil)
    }

    private static let days: [(String, Int?, Int, Int)] = [
        ("2024-02-29", 2024, 2, 29), ("--02-29", nil, 2, 29), ("0800-12-25", 800, 12, 25),
    ]

    @Test(arguments: days)
    func printsDays(text: String, year: Int?, month: Int, day: Int) {
        #expect(StatedTime(year: year, month: month, day: day)?.description == text)
    }

    @Test(arguments: [(2023, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 1, 0)])
    func knowsTheCalendar(year: Int, month: Int, day: Int) {
        #expect(StatedTime(year: year, month: month, day: day) == nil)
    }

    /// The hours around the change of clocks in New York.
    @Test(arguments: [
        ("March 9, 2024", "-05:00"), ("March 10, 2024", "-04:00"), ("November 2, 2025", "-05:00"),
        ("November 1, 2025", "-04:00"), ("March 8, 2026", "-04:00"), ("March 7, 2026", "-05:00"),
    ])
    func knowsAmericanSummers(day: String, zone: String) {
        let article = Article(text: "\(day) 4:19 p.m. ET\nThe ferry sails.")
        #expect(article.published?.description.hasSuffix(zone) == true)
    }
}
