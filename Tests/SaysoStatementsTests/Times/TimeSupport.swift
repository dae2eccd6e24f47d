import SaysoArticles

@testable import SaysoStatements

/// The time expressions of a text in an article of a day, one a line: `words = value`, and the kind where it is
/// not a date.
func times(_ text: String, on day: String? = nil) -> [String] {
    let article = Article(text: text)
    return Prose(article).timeExpressions(clock(day)).map { time in
        let kind = time.kind == .date ? "" : " (\(time.kind.rawValue))"
        return "\(article.text[time.range]) = \(time.value ?? "?")\(kind)"
    }
}

/// `2025-04-26` or `2025-04-26T16:19` as an article's time.
func clock(_ text: String?) -> ArticleClock {
    guard let text else { return ArticleClock(day: nil) }
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    let time = numbers.count > 4 ? StatedTime.Clock(hour: numbers[3], minute: numbers[4]) : nil
    return ArticleClock(day: Day(numbers[0], numbers[1], numbers[2]), clock: time)
}
