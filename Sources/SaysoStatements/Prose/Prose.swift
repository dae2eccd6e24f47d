package import SaysoArticles

/// An article's running words, sentence by sentence, as everything after the network reads them.
///
/// Each distinct word (in lower case) has a number, so that word lists are looked up once a form, not once a
/// word. A token takes 16 bytes.
package struct Prose: Sendable {
    /// One word or mark.
    package struct Token: Sendable {
        fileprivate let offset: UInt32
        fileprivate let length: UInt32
        /// The number of its form in lower case.
        package let form: Int32
        /// What its capitals and digits look like.
        let shape: Word.Shape
        /// Its place in a quotation.
        let quotation: Word.Quotation
        /// Whether white space stands before it.
        package let isSpaced: Bool

        /// Where it lies; UTF-8 offsets in the article's text.
        package var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
        /// Where it begins.
        package var start: Int { Int(offset) }
        /// Where it ends.
        package var end: Int { Int(offset) + Int(length) }
        /// Whether its first letter is a capital.
        package var isCapitalised: Bool { shape == .title || shape == .upper || shape == .capital }
    }

    /// A sentence: its tokens, and the paragraph it stands in.
    package struct Sentence: Sendable {
        /// Indices of ``tokens``.
        package let tokens: Range<Int>
        /// Index of the reading range it is part of; a new paragraph, or the rest of one after a repeat.
        package let passage: Int
        /// The part that its paragraph plays.
        package let kind: Paragraph.Kind
    }

    /// The article.
    package let article: Article
    /// All tokens, in order.
    package private(set) var tokens: [Token] = []
    /// The sentences, in order; they cover all tokens.
    package private(set) var sentences: [Sentence] = []
    /// The distinct forms in lower case, by number.
    package private(set) var forms: [String] = []

    /// Reads an article.
    ///
    /// - Complexity: linear in the length of the text.
    package init(_ article: Article) {
        self.article = article
        var numbers: [String: Int32] = [:]
        let paragraphs = article.paragraphs
        var paragraph = 0
        article.text.utf8.withUnsafeBufferPointer { bytes in
            for (passage, range) in article.readingRanges.enumerated() {
                let end = range.upperBound
                while paragraph + 1 < paragraphs.count, paragraphs[paragraph].range.upperBound < end {
                    paragraph += 1
                }
                // Quotations run over sentences, so words are read a passage at a time.
                let words = Word.words(in: ScalarReader(bytes: bytes, range: range))
                var ends = article.sentences(in: range).map(\.upperBound)[...]
                var first = tokens.count
                var previous = range.lowerBound
                func close() {
                    guard first < tokens.count else { return }
                    let kind = paragraphs[paragraph].kind
                    sentences.append(Sentence(tokens: first..<tokens.count, passage: passage, kind: kind))
                    first = tokens.count
                }
                for word in words {
                    while let end = ends.first, word.start >= end {
                        close()
                        ends.removeFirst()
                    }
                    let text = String(decoding: bytes[word.start..<word.end], as: UTF8.self).lowercased()
                    var form = numbers[text]
                    if form == nil {
                        form = Int32(forms.count)
                        numbers[text] = form
                        forms.append(text)
                    }
                    tokens.append(
                        Token(
                            offset: UInt32(word.start),
                            length: UInt32(word.end - word.start),
                            form: form ?? 0,
                            shape: word.shape,
                            quotation: word.quotation,
                            isSpaced: word.start > previous
                        )
                    )
                    previous = word.end
                }
                close()
            }
        }
    }

    /// A token's form in lower case.
    package func form(_ index: Int) -> String { forms[Int(tokens[index].form)] }

    /// The text from one token's beginning to another's end.
    package func text(_ range: Range<Int>) -> String {
        range.isEmpty ? "" : article.text[tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end]
    }

    /// The bytes from one token's beginning to another's end; none where there is no token.
    package func bytes(_ range: Range<Int>) -> Range<Int> {
        range.isEmpty ? 0..<0 : tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
    }

    /// The tokens that overlap a range of the text.
    package func tokens(in range: Range<Int>) -> Range<Int> {
        let first = tokens.partitioningIndex { $0.end > range.lowerBound }
        let end = tokens.partitioningIndex { $0.start >= range.upperBound }
        return first..<max(first, end)
    }

    /// The sentence that holds a token.
    package func sentence(of token: Int) -> Int {
        max(0, sentences.partitioningIndex { $0.tokens.lowerBound > token } - 1)
    }
}
