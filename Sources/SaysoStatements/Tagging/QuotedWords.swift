package import SaysoArticles

/// Which words of an article stand in quotation marks.
package struct QuotedWords: Sendable {
    private let words: [Word]

    /// Reads every paragraph of an article.
    package init(_ article: Article) {
        words = article.text.utf8.withUnsafeBufferPointer { bytes in
            article.paragraphs.flatMap { Word.words(in: ScalarReader(bytes: bytes, range: $0.range)) }
        }
    }

    /// How words at some places are given: wholly, partly or not at all in quotation marks.
    ///
    /// - Parameter spans: UTF-8 offsets in the article's text.
    package func form(of spans: [Range<Int>]) -> Statement.Form {
        let quoted = chosen(spans).count { $0.quotation.isInside }
        if quoted == 0 { return .indirect }
        return quoted == words(in: spans) ? .direct : .mixed
    }

    /// How many words, punctuation apart, stand at some places.
    ///
    /// - Parameter spans: UTF-8 offsets in the article's text.
    package func words(in spans: [Range<Int>]) -> Int {
        chosen(spans).count { _ in true }
    }

    private func chosen(_ spans: [Range<Int>]) -> [Word] {
        spans.flatMap { span in
            let first = words.partitioningIndex { $0.end > span.lowerBound }
            return words[first...].prefix { $0.start < span.upperBound }.filter { $0.shape != .punctuation }
        }
    }
}

extension [Word] {
    /// The first index whose word satisfies a condition that all later words satisfy too.
    fileprivate func partitioningIndex(where condition: (Word) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
