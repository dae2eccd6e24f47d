import SaysoArticles
import SaysoEncoder

/// An article's windows, some at a time, so that memory stays bounded whatever the article's length.
struct WindowBatches {
    /// Windows that are encoded together.
    private static let size = 16
    /// Bytes of a paragraph that are read at once; no paragraph that anybody wrote is longer.
    private static let longest = 64 * 1024

    private let text: ArticleText
    private var ranges: ArraySlice<Range<Int>>
    private var packer: WindowPacker
    /// What the windows so far were packed of.
    private(set) var paragraphs: [ParagraphQuotation] = []

    init(_ article: Article, _ wordpieces: Wordpieces, _ model: EncoderModel) {
        text = article.text
        ranges = article.readingRanges.flatMap { Self.parts(of: $0, article) }[...]
        packer = WindowPacker(wordpieces, model)
    }

    /// The next windows, in order; nil at the end.
    mutating func next() -> [Window]? {
        while packer.complete.count < Self.size, let range = ranges.popFirst() {
            text.utf8.withUnsafeBufferPointer { bytes in
                let reader = ScalarReader(bytes: bytes, range: range)
                let words = Word.words(in: reader)
                guard !words.isEmpty else { return }
                paragraphs.append(ParagraphQuotation(words, range: range))
                packer.add(words, in: reader)
            }
        }
        if ranges.isEmpty { packer.flush() }
        let windows = packer.take()
        return windows.isEmpty ? nil : windows
    }

    /// A paragraph, or groups of whole sentences of one that is too long.
    private static func parts(of range: Range<Int>, _ article: Article) -> [Range<Int>] {
        guard range.count > longest else { return [range] }
        var parts: [Range<Int>] = []
        for sentence in article.sentences(in: range) {
            if let last = parts.last, sentence.upperBound - last.lowerBound <= longest {
                parts[parts.count - 1] = last.lowerBound..<sentence.upperBound
            } else {
                parts.append(sentence)
            }
        }
        return parts
    }
}
