import SaysoArticles

extension [Statement] {
    /// Reads the times that the article states, and when each statement was said.
    ///
    /// - Returns: the article's time expressions, in order; those of datelines among them.
    mutating func readTimes(in prose: Prose) -> [TimeExpression] {
        let clock = ArticleClock(prose.article)
        let times = prose.timeExpressions(clock)
        var reader = SaidReader(prose, times, self, today: clock.day)
        for index in indices { self[index].said = reader.said(self[index], at: index) }
        return times
    }
}

extension Prose {
    /// All time expressions, in order.
    func timeExpressions(_ clock: ArticleClock) -> [TimeExpression] {
        var reader = TimeReader(self, today: clock.day)
        var resolver = TimeResolver(self, clock: clock)
        var times: [TimeExpression] = []
        for sentence in sentences {
            for found in reader.expressions(in: sentence.tokens) {
                times.append(resolver.expression(found, in: sentence))
            }
        }
        let datelines = article.paragraphs.compactMap { paragraph -> TimeExpression? in
            guard let dateline = paragraph.dateline, let range = dateline.date, let stated = dateline.day
            else {
                return nil
            }
            let value = clock.day(of: stated).map { Period(.day, containing: $0).value }
            return TimeExpression(range: range, kind: .date, value: value)
        }
        guard !datelines.isEmpty else { return times }
        return (times + datelines).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
