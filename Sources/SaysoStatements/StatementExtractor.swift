public import SaysoArticles
import SaysoEncoder

/// Finds the statements that articles report.
///
/// Making one reads and arranges the network's weights, which takes tens of milliseconds: make one and keep
/// it. It can be used from any number of threads at once, and says the same of an article every time.
public struct StatementExtractor: Sendable {
    private let encoder: Encoder
    private let wordpieces: Wordpieces
    private let transitions: Transitions

    /// Loads the network that is built into the program.
    public init() throws {
        try self.init(model: EncoderModel.embedded())
    }

    /// Loads a network from the bytes of a safetensors file, as `Training/` writes it.
    ///
    /// - Parameter bytes: the whole file.
    /// - Throws: an error that says what is wrong with the file.
    public init(model bytes: [UInt8]) throws {
        try self.init(model: EncoderModel(bytes: bytes))
    }

    private init(model: EncoderModel) throws {
        encoder = Encoder(model)
        wordpieces = Wordpieces(model)
        transitions = Transitions(scores: model.transitions, start: model.start)
    }

    /// The statements of an article, in the order of their contents.
    ///
    /// - Parameter article: the article; passages that it repeats are read once.
    /// - Returns: statements whose spans are UTF-8 offsets in the article's text.
    /// - Complexity: linear in the length of the text.
    public func statements(in article: Article) -> [Statement] {
        var drafts: [Draft] = []
        var paragraphs: [ParagraphQuotation] = []
        article.text.utf8.withUnsafeBufferPointer { bytes in
            var packer = WindowPacker(wordpieces, encoder.model)
            for range in article.readingRanges {
                let reader = ScalarReader(bytes: bytes, range: range)
                let words = Word.words(in: reader)
                guard !words.isEmpty else { continue }
                paragraphs.append(ParagraphQuotation(words, range: range))
                packer.add(words, in: reader)
                if packer.complete.count >= Self.batch { drafts += self.drafts(of: packer.take()) }
            }
            packer.flush()
            drafts += self.drafts(of: packer.take())
        }
        drafts.sort { $0.content[0].lowerBound < $1.content[0].lowerBound }
        drafts.continueQuotations(over: paragraphs)
        return drafts.map { draft in
            Statement(
                form: draft.form,
                source: draft.source,
                cue: draft.cue,
                content: draft.content,
                confidence: Confidence.probability(draft.signals),
                occurrences: draft.content.flatMap { article.occurrences(of: $0) }
            )
        }.sorted()
    }

    /// Windows that are encoded together.
    private static let batch = 16

    private func drafts(of windows: [Window]) -> [Draft] {
        let outputs = encoder.encode(windows.map(\.input))
        return zip(windows, outputs).flatMap { window, output in
            let tags = Tags(window, output, transitions: transitions)
            var linker = Linker(window, output, tags)
            return linker.attributions().map { Draft($0, in: window) }
        }
    }
}
