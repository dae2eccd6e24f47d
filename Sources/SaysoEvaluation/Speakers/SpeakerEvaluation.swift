package import SaysoArticles
package import SaysoStatements

/// How well the speakers of statements are told, end to end: a source that no statement has counts as wrong.
///
/// A gold source is **found** when the source of a statement overlaps it; the first such statement counts.
/// **exact**: it was resolved to the very names. **lenient**: to as many names, of which each begins or ends
/// with all words of a gold one or the other way round.
package struct SpeakerEvaluation: Sendable {
    /// Counts of gold sources.
    package struct Tally: Sendable, Hashable {
        /// All there are.
        package var gold = 0
        /// Those that a statement has.
        package var found = 0
        /// Those of the found that were left without a name.
        package var unresolved = 0
        /// Those with the very names.
        package var exact = 0
        /// Those and the leniently right.
        package var lenient = 0

        /// The share of some of these counts in another; zero of nothing.
        package func share(_ part: KeyPath<Tally, Int>, of whole: KeyPath<Tally, Int>) -> Double {
            self[keyPath: whole] > 0 ? Double(self[keyPath: part]) / Double(self[keyPath: whole]) : 0
        }
    }

    /// Everything together.
    package private(set) var all = Tally()
    /// By how the source refers to the speaker.
    package private(set) var byForm: [String: Tally] = [:]
    /// By what the speaker is.
    package private(set) var byKind: [String: Tally] = [:]
    /// Found sources that were resolved to a person, and those of them whose name is not even leniently right.
    package private(set) var persons = (named: 0, wrong: 0)
    /// Leniently right sources with a role in the gold, and the sum of their roles' overlaps with it.
    package private(set) var roles = (gold: 0, overlap: 0.0)
    /// What went wrong, in the order of the gold.
    package private(set) var errors: [SpeakerError] = []
    /// Articles that could not be scored, with the reason.
    package private(set) var failures: [(document: String, reason: String)] = []

    /// The share of the sources resolved to a person that name a wrong one.
    package var wrongPersons: Double {
        persons.named > 0 ? Double(persons.wrong) / Double(persons.named) : 0
    }
    /// The mean overlap of roles with the gold's.
    package var roleOverlap: Double { roles.gold > 0 ? roles.overlap / Double(roles.gold) : 0 }

    /// Scores the statements of all articles that the gold speaks of.
    ///
    /// - Parameters:
    ///   - gold: the sources and whom they refer to.
    ///   - extract: makes the statements of an article.
    package init(of gold: GoldSpeakers, extract: (Article) throws -> [Statement]) rethrows {
        for document in gold.documents {
            let article: Article
            do throws(ArticleError) {
                article = try Article(bytes: document.bytes)
            } catch {
                failures.append((document.name, "\(error)"))
                continue
            }
            let end = article.text.offset(article.text.count, in: .codePoints)
            if let source = document.sources.first(where: { $0.spans.contains { $0.upperBound > end } }) {
                failures.append((document.name, "the source \(source.spans) lies outside the text"))
                continue
            }
            let statements = try extract(article)
            let sources = statements.map { $0.source.map { article.text.range($0, in: .codePoints) } }
            for source in document.sources {
                let found = sources.firstIndex { spans in
                    spans.contains { span in source.spans.contains { span.overlaps($0) } }
                }
                add(source, found.map { statements[$0] }, in: article.text)
            }
        }
    }

    private mutating func add(_ gold: GoldSpeakers.Source, _ statement: Statement?, in text: ArticleText) {
        let resolution = statement?.resolution
        let speakers = resolution?.speakers ?? []
        let names = SpeakerName.all(in: gold.speaker)
        let predicted = SpeakerName.all(in: speakers.map(\.name).joined(separator: "; "))
        let isExact = !predicted.isEmpty && predicted.sorted() == names.sorted()
        let isLenient =
            isExact
            || !predicted.isEmpty && predicted.count == names.count
                && names.allSatisfy { name in predicted.contains { $0.isLike(name) } }
        func count(_ tally: inout Tally) {
            tally.gold += 1
            tally.found += statement != nil ? 1 : 0
            tally.unresolved += statement != nil && predicted.isEmpty ? 1 : 0
            tally.exact += isExact ? 1 : 0
            tally.lenient += isLenient ? 1 : 0
        }
        count(&all)
        count(&byForm[gold.form, default: Tally()])
        count(&byKind[gold.kind, default: Tally()])
        if speakers.contains(where: { $0.kind == .person }) {
            persons.named += 1
            persons.wrong += isLenient ? 0 : 1
        }
        let roles = speakers.compactMap(\.role)
        var overlap = 1.0
        if isLenient, let role = gold.role {
            overlap = RoleOverlap.f1(roles.joined(separator: "; "), role)
            self.roles.gold += 1
            self.roles.overlap += overlap
        }
        let outcome: SpeakerError.Outcome? =
            statement == nil
            ? .missed
            : predicted.isEmpty
                ? .unresolved
                : !isLenient
                    ? .wrong
                    : !isExact
                        ? .nearly
                        : overlap < 0.5
                            ? .role
                            : nil
        if let outcome {
            errors.append(SpeakerError(outcome, gold, statement, in: text))
        }
    }
}
