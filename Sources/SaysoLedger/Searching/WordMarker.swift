import GRDB

/// Finds a question's words in a text, as the index finds them.
struct WordMarker {
    private struct Token {
        let word: String
        let range: Range<Int>
    }

    private let tokenizer: any FTS5Tokenizer
    private let phrases: [(words: [String], isPrefix: Bool)]

    /// - Parameters:
    ///   - phrases: what to mark.
    ///   - database: knows how words are told apart.
    /// - Throws: what the database throws.
    init(_ phrases: [MatchExpression.Phrase], _ database: Database) throws {
        let tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: Schema.tokenizer))
        self.tokenizer = tokenizer
        self.phrases = phrases.map { phrase in
            (Self.tokens(of: phrase.words, by: tokenizer).map(\.word), phrase.isPrefix)
        }
    }

    /// Where the words stand, as UTF-8 offsets, in order and apart.
    func marks(in text: String) -> [Range<Int>] {
        if phrases.isEmpty { return [] }
        let tokens = Self.tokens(of: text, by: tokenizer)
        var marks: [Range<Int>] = []
        for start in tokens.indices {
            let length = phrases.filter { matches($0, tokens[start...]) }.map(\.words.count).max() ?? 0
            guard length > 0 else { continue }
            let range = tokens[start].range.lowerBound..<tokens[start + length - 1].range.upperBound
            if let last = marks.last, range.lowerBound <= last.upperBound {
                marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                marks.append(range)
            }
        }
        return marks
    }

    private func matches(_ phrase: (words: [String], isPrefix: Bool), _ tokens: ArraySlice<Token>) -> Bool {
        guard !phrase.words.isEmpty, tokens.count >= phrase.words.count else { return false }
        for (index, (word, token)) in zip(phrase.words, tokens).enumerated() {
            let isOpen = phrase.isPrefix && index == phrase.words.count - 1
            guard isOpen ? token.word.utf8.starts(with: word.utf8) : token.word == word else { return false }
        }
        return true
    }

    private final class Collector {
        var tokens: [Token] = []
    }

    private static func tokens(of text: String, by tokenizer: any FTS5Tokenizer) -> [Token] {
        let collector = Collector()
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                _ = tokenizer.tokenize(
                    context: Unmanaged.passUnretained(collector).toOpaque(),
                    tokenization: .document,
                    pText: characters.baseAddress,
                    nText: CInt(characters.count),
                    tokenCallback: { context, _, word, length, start, end in
                        guard let context, let word else { return 0 }
                        let bytes = UnsafeRawBufferPointer(start: word, count: Int(length))
                        Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().tokens.append(
                            Token(word: String(decoding: bytes, as: UTF8.self), range: Int(start)..<Int(end))
                        )
                        return 0
                    }
                )
            }
        }
        return collector.tokens
    }
}
