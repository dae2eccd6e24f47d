import SaysoArticles
package import SaysoStatements

/// A source whose speaker was told wrongly or not at all, with what is needed to see why.
package struct SpeakerError: Sendable {
    /// What went wrong.
    package enum Outcome: String, Sendable, CaseIterable {
        /// No statement has the source.
        case missed
        /// A statement has it, but names nobody.
        case unresolved
        /// Somebody else was named.
        case wrong
        /// The name is only leniently right.
        case nearly
        /// The name is right, but less than half of the role.
        case role
    }

    /// What went wrong.
    package let outcome: Outcome
    /// The gold.
    package let gold: GoldSpeakers.Source
    /// The source's words in the gold.
    package let words: String
    /// Whom the statement's source was resolved to; empty when to nobody.
    package let speakers: [Speaker]
    /// How probable that was thought to be; nil when no statement has the source.
    package let confidence: Double?
    /// The steps that led there, each with its words.
    package let chain: [(rule: String, words: String)]

    init(_ outcome: Outcome, _ gold: GoldSpeakers.Source, _ statement: Statement?, in text: ArticleText) {
        self.outcome = outcome
        self.gold = gold
        words = gold.spans.compactMap { span in
            guard let start = text.utf8Offset(of: span.lowerBound, in: .codePoints),
                let end = text.utf8Offset(of: span.upperBound, in: .codePoints)
            else { return nil }
            return text[start..<end]
        }.joined(separator: " … ")
        speakers = statement?.resolution.speakers ?? []
        confidence = statement?.resolution.confidence
        chain = statement?.resolution.chain.map { ($0.rule, text[$0.mention]) } ?? []
    }
}
