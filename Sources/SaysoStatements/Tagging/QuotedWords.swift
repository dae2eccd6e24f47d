package import SaysoArticles

/// An article's words, and the quotation marks that they stand in.
package struct QuotedWords: Sendable {
    private let words: [Word]

    /// Reads every paragraph of an article.
    package init(_ article: Article) {
        words = article.text.utf8.withUnsafeBufferPointer { bytes in
            article.paragraphs.flatMap { Word.words(in: ScalarReader(bytes: bytes, range: $0.range)) }
        }
    }

    /// How words at some places are given.
    ///
    /// - Parameter spans: UTF-8 offsets in the article's text.
    /// - Returns: direct, mixed or indirect, by the marks that are the words' own.
    package func form(of spans: [Range<Int>]) -> Statement.Form {
        Statement.Form(of: spans.map(indices(of:)), in: words)
    }

    /// How many words, punctuation apart, stand at some places.
    ///
    /// - Parameter spans: UTF-8 offsets in the article's text.
    /// - Returns: the number of words.
    package func count(in spans: [Range<Int>]) -> Int {
        spans.reduce(0) { $0 + words[indices(of: $1)].count { $0.shape != .punctuation } }
    }

    private func indices(of span: Range<Int>) -> Range<Int> {
        let first = words.partitioningIndex { $0.end > span.lowerBound }
        let end = words.partitioningIndex { $0.start >= span.upperBound }
        return first..<max(first, end)
    }
}
