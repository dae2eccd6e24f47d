/// How close the bodies that extractors find in pages come to the true ones.
///
/// Words are compared in runs of four with multiplicity, as the article extraction benchmark does
/// (https://github.com/scrapinghub/article-extraction-benchmark).
package struct PageEvaluation: Sendable {
    /// One extractor's figures over all pages.
    package struct Figures: Sendable {
        /// Means over the pages where something was found, and where there was something to find.
        package let precision: Double
        package let recall: Double
        /// The share of pages with exactly the true words.
        package let exact: Double

        /// The harmonic mean of precision and recall.
        package var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
    }

    /// What an extractor made of one page.
    package struct Outcome: Sendable {
        /// The page's name.
        package let id: String
        /// Its address; nil when it is not known.
        package let url: String?
        /// The share of what was found that is true; nil when nothing was found.
        package let precision: Double?
        /// The share of the body that was found; nil when there is none.
        package let recall: Double?
        /// The words are the same.
        package let isExact: Bool
        /// Paragraphs of the body that were not found, and paragraphs that are not of the body.
        package let missing: [String]
        package let extra: [String]

        /// The harmonic mean of precision and recall.
        package var f1: Double {
            let (precision, recall) = (precision ?? 0, recall ?? 0)
            return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        }
    }

    /// Each extractor's figures: first ours, then others by name.
    package let figures: [(name: String, figures: Figures)]
    /// What ours made of each page, the worst first.
    package let outcomes: [Outcome]
    /// Pages that could not be read, with the reason.
    package let failures: [(document: String, reason: String)]

    /// Scores an extractor and its peers.
    ///
    /// - Parameters:
    ///   - gold: the pages.
    ///   - name: the extractor's name.
    ///   - extract: makes the body of a page's bytes.
    package init<E: Error>(of gold: GoldPages, name: String, extract: ([UInt8]) throws(E) -> String) {
        var bodies: [String: String] = [:]
        var failures: [(document: String, reason: String)] = []
        for page in gold.pages {
            do {
                bodies[page.id] = try extract(page.bytes)
            } catch {
                failures.append((page.id, "\(error)"))
            }
        }
        self.failures = failures
        let ours = gold.pages.map { Self.outcome(of: $0, found: bodies[$0.id] ?? "") }
        figures =
            [(name, Self.figures(ours))]
            + gold.peers.map { peer in
                (
                    peer.name,
                    Self.figures(gold.pages.map { Self.outcome(of: $0, found: peer.bodies[$0.id] ?? "") })
                )
            }
        outcomes = ours.sorted { ($0.f1, $0.id) < ($1.f1, $1.id) }
    }

    private static func figures(_ outcomes: [Outcome]) -> Figures {
        func mean(_ values: [Double]) -> Double {
            values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
        }
        return Figures(
            precision: mean(outcomes.compactMap(\.precision)),
            recall: mean(outcomes.compactMap(\.recall)),
            exact: mean(outcomes.map { $0.isExact ? 1 : 0 })
        )
    }

    private static func outcome(of page: GoldPages.Page, found: String) -> Outcome {
        var shingles = Shingles()
        let (gold, mine) = (shingles.words(of: page.body), shingles.words(of: found))
        let (goldRuns, myRuns) = (Shingles.counts(of: gold), Shingles.counts(of: mine))
        let both = goldRuns.reduce(0) { $0 + min($1.value, myRuns[$1.key] ?? 0) }
        func share(of runs: [SIMD4<Int32>: Int]) -> Double? {
            let all = runs.values.reduce(0, +)
            return all == 0 ? nil : Double(both) / Double(all)
        }
        func paragraphs(of text: String, without runs: [SIMD4<Int32>: Int]) -> [String] {
            text.split(separator: "\n").compactMap { line in
                let words = Shingles.counts(of: shingles.words(of: String(line)))
                let known = words.keys.count { runs[$0] != nil || $0[3] < 0 && holds($0, runs) }
                return words.isEmpty || known * 2 >= words.count ? nil : String(line)
            }
        }
        return Outcome(
            id: page.id,
            url: page.url,
            precision: share(of: myRuns),
            recall: share(of: goldRuns),
            isExact: gold == mine,
            missing: paragraphs(of: page.body, without: myRuns),
            extra: paragraphs(of: found, without: goldRuns)
        )
    }

    /// Whether a run of fewer than four words begins one of the runs.
    private static func holds(_ short: SIMD4<Int32>, _ runs: [SIMD4<Int32>: Int]) -> Bool {
        runs.keys.contains { run in (0..<4).allSatisfy { short[$0] < 0 || short[$0] == run[$0] } }
    }
}
