package import SaysoArticles
package import SaysoStatements

/// What an extractor scores on a corpus, in all and by kind.
package struct Evaluation: Sendable {
    /// Everything together.
    package private(set) var score = Score()
    /// Recall and precision of who+what by the form of the content.
    package private(set) var byForm: [Statement.Form: KindMeasure] = [:]
    /// The same by the content's length in words.
    package private(set) var byLength: [Length: KindMeasure] = [:]
    /// What became of the gold attributions.
    package private(set) var gold: [Outcome: Int] = [:]
    /// What became of the predictions; `missed` are those with nothing in the gold.
    package private(set) var predicted: [Outcome: Int] = [:]
    /// For each prediction its confidence and whether it was right.
    package private(set) var confidences: [(confidence: Double, right: Bool)] = []
    /// Articles that could not be read, with the reason.
    package private(set) var failures: [(document: String, reason: String)] = []

    /// What was found of the gold of one kind, and what is right of the predictions of that kind. A pair can be of two
    /// kinds, since each side has its own.
    package struct KindMeasure: Sendable {
        /// The gold.
        package fileprivate(set) var gold = 0
        /// What was found of it.
        package fileprivate(set) var found = 0
        /// The predictions.
        package fileprivate(set) var predicted = 0
        /// Those that are right.
        package fileprivate(set) var right = 0

        /// Makes a measure of nothing.
        package init() {}

        /// The share of the predictions that is right.
        package var precision: Double { predicted > 0 ? Double(right) / Double(predicted) : 0 }
        /// The share of the gold that was found.
        package var recall: Double { gold > 0 ? Double(found) / Double(gold) : 0 }
    }

    /// How many words a content has.
    package enum Length: String, CaseIterable, Sendable {
        case upTo3 = "1-3"
        case upTo8 = "4-8"
        case upTo20 = "9-20"
        case upTo40 = "21-40"
        case longer = "41-"

        init(words: Int) {
            switch words {
            case ...3: self = .upTo3
            case ...8: self = .upTo8
            case ...20: self = .upTo20
            case ...40: self = .upTo40
            default: self = .longer
            }
        }
    }

    /// Scores predictions that were made of the documents, or of changed copies.
    ///
    /// - Parameters:
    ///   - corpus: the gold.
    ///   - perturbation: a change of the texts, whose predictions are mapped back.
    ///   - extract: makes the statements of an article.
    package init(
        of corpus: GoldCorpus,
        perturbation: Perturbation? = nil,
        extract: (Article) throws -> [Statement]
    ) rethrows {
        for document in corpus.documents {
            let original: Article
            let article: Article
            var changed: Perturbation.Result?
            do throws(ArticleError) {
                original = try Article(bytes: document.bytes)
                if let perturbation {
                    let result = perturbation.apply(to: Array(original.text.description.unicodeScalars))
                    article = try Article(bytes: Array(result.text.utf8))
                    changed = result
                } else {
                    article = original
                }
            } catch {
                failures.append((document.name, "\(error)"))
                continue
            }
            let statements = try extract(article)
            let predictions = statements.map { statement in
                func spans(_ ranges: [Range<Int>]) -> [Range<Int>] {
                    ranges.compactMap { range in
                        let span = article.text.range(range, in: .codePoints)
                        return changed.map { $0.original(span) } ?? span
                    }
                }
                return GoldAttribution(
                    source: spans(statement.source),
                    cue: spans(statement.cue),
                    content: spans(statement.content)
                )
            }
            add(document.attributions, predictions, statements.map(\.confidence), in: original)
        }
    }

    private mutating func add(
        _ gold: [GoldAttribution],
        _ predicted: [GoldAttribution],
        _ confidence: [Double],
        in article: Article
    ) {
        let scalars = Array(article.text.description.unicodeScalars)
        let outcomes = score.add(gold: gold, predicted: predicted, text: scalars)
        let quotations = QuotedWords(article)
        func kinds(_ attribution: GoldAttribution) -> (Statement.Form, Length) {
            let spans = attribution.content.compactMap { span -> Range<Int>? in
                guard let start = article.text.utf8Offset(of: span.lowerBound, in: .codePoints),
                    let end = article.text.utf8Offset(of: span.upperBound, in: .codePoints)
                else { return nil }
                return start..<end
            }
            return (quotations.form(of: spans), Length(words: quotations.count(in: spans)))
        }
        for (index, outcome) in outcomes.gold {
            let (form, length) = kinds(gold[index])
            self.gold[outcome, default: 0] += 1
            byForm[form, default: KindMeasure()].gold += 1
            byLength[length, default: KindMeasure()].gold += 1
            if outcome == .matched {
                byForm[form, default: KindMeasure()].found += 1
                byLength[length, default: KindMeasure()].found += 1
            }
        }
        for (index, outcome) in outcomes.predicted {
            let (form, length) = kinds(predicted[index])
            self.predicted[outcome, default: 0] += 1
            byForm[form, default: KindMeasure()].predicted += 1
            byLength[length, default: KindMeasure()].predicted += 1
            if outcome == .matched {
                byForm[form, default: KindMeasure()].right += 1
                byLength[length, default: KindMeasure()].right += 1
            }
            confidences.append((confidence[index], outcome == .matched))
        }
    }
}
