package import SaysoArticles

/// Everything that one article reports: who said what, and what it says in its own voice.
public struct Report: Sendable {
    /// The statements, in the order of their contents.
    public let statements: [Statement]
    /// Everybody whom the statements quote, in the order of their first mentions.
    public let speakers: [Speaker]
    /// The times that the article states, in order.
    public let times: [TimeExpression]
    /// The sentences that the article attributes to nobody.
    public let ownVoice: OwnVoice
}

extension Report {
    /// Finds out who said each statement, how, when and where.
    ///
    /// - Parameters:
    ///   - statements: an article's statements, in the order of their contents.
    ///   - names: what the network takes the article's words for.
    ///   - article: the article.
    ///   - isComplete: whether there are no other statements: then none are added and none changed.
    package init(
        _ statements: [Statement],
        names: NameTags = NameTags(),
        in article: Article,
        isComplete: Bool = false
    ) {
        let prose = Prose(article)
        var statements = statements
        if !isComplete { statements.readTranscript(in: prose) }
        statements.readSayings(in: prose, isComplete: isComplete)
        let speakers = statements.resolveSpeakers(in: prose, names: names)
        let times = statements.readTimes(in: prose)
        self.init(
            statements: statements,
            speakers: speakers,
            times: times,
            ownVoice: OwnVoice(beside: statements, in: prose)
        )
    }
}

/// What an outlet says in its own voice: the sentences that it attributes to nobody.
public struct OwnVoice: Sendable, Hashable {
    /// Sentences without any part of a statement; UTF-8 offsets in the article's text.
    public let sentences: [Range<Int>]
    /// Their share of all the article's sentences that are read, by words; from 0 to 1.
    public let share: Double

    package init(sentences: [Range<Int>], share: Double) {
        self.sentences = sentences
        self.share = share
    }
}
