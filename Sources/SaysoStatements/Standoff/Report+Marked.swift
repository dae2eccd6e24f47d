package import SaysoArticles

extension Report {
    /// What an article reports, by attributions that somebody marked in it: how, by whom and when is found as for
    /// those that the network finds.
    ///
    /// - Parameters:
    ///   - attributions: UTF-8 offsets in the article's text, each with some content and no empty span.
    ///   - article: the article.
    package init(marked attributions: [BratStandoff.Attribution], in article: Article) {
        let words = QuotedWords(article)
        func sorted(_ spans: [Range<Int>]) -> [Range<Int>] {
            spans.sorted { $0.lowerBound < $1.lowerBound }
        }
        let statements = attributions.map { attribution in
            Statement(
                form: words.form(of: attribution.content),
                source: sorted(attribution.source),
                cue: sorted(attribution.cue),
                content: sorted(attribution.content),
                confidence: 1,
                occurrences: attribution.content.flatMap { article.occurrences(of: $0) }
            )
        }
        self.init(statements.sorted(), in: article, isComplete: true)
    }
}
