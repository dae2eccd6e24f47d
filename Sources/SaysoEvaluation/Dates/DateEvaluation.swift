package import SaysoArticles

/// How well the days are told on which articles came out.
package struct DateEvaluation: Sendable {
    /// What was told of a page.
    package enum Outcome: String, Sendable, CaseIterable {
        /// The very day.
        case exact
        /// Another day, or one where there is none.
        case wrong
        /// No day where there is one.
        case missing
        /// Rightly none.
        case none
    }

    /// A page and what was told of it.
    package struct Result: Sendable {
        /// The page.
        package let page: DateCorpus.Page
        /// What was told.
        package let time: StatedTime?
        /// The part of the page that states it.
        package let source: String?
        /// How that compares.
        package let outcome: Outcome
    }

    /// Every page, in the order of the gold.
    package private(set) var results: [Result] = []
    /// Pages that could not be read, with the reason.
    package private(set) var failures: [(document: String, reason: String)] = []

    /// Reads the metadata of all pages.
    package init(of corpus: DateCorpus) {
        for page in corpus.pages {
            do throws(ArticleError) {
                let read = try MetadataReader.read(page: page.bytes, origin: Origin(url: page.address))
                add(page, read.metadata)
            } catch {
                failures.append((page.file, "\(error)"))
            }
        }
    }

    private mutating func add(_ page: DateCorpus.Page, _ metadata: Metadata) {
        let time = metadata.published
        let source = metadata.claims.first { claim in
            claim.event == .published && time.map { Self.isSameDay($0, claim.time) } == true
        }?.source
        let outcome: Outcome =
            switch (time, page.day) {
            case (let time?, let day?): Self.isSameDay(time, day) ? .exact : .wrong
            case (_?, nil): .wrong
            case (nil, _?): .missing
            case (nil, nil): .none
            }
        results.append(Result(page: page, time: time, source: source, outcome: outcome))
    }

    private static func isSameDay(_ one: StatedTime, _ other: StatedTime) -> Bool {
        (one.year, one.month, one.day) == (other.year, other.month, other.day)
    }

    /// How many pages came out in a way.
    package func count(_ outcome: Outcome) -> Int { results.count { $0.outcome == outcome } }

    /// The share of an outcome among the pages that have a day; pages without one count where a day is made up.
    package func share(_ outcome: Outcome) -> Double {
        let dated = results.count { $0.page.day != nil }
        return dated > 0 ? Double(count(outcome)) / Double(dated) : 0
    }
}
