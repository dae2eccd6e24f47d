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
    public func statements(in article: Article) -> [Statement] { report(on: article).statements }

    /// Everything that an article reports.
    ///
    /// - Parameter article: the article; passages that it repeats are read once.
    /// - Returns: statements, speakers, times and the outlet's own voice; all spans are UTF-8 offsets in the
    ///   article's text.
    /// - Complexity: linear in the length of the text.
    public func report(on article: Article) -> Report {
        var batches = WindowBatches(article, wordpieces, encoder.model)
        var drafts = PackedDrafts()
        while let windows = batches.next() { drafts.append(self.drafts(of: windows)) }
        return Report(statements(of: drafts, over: batches.paragraphs, in: article), in: article)
    }

    /// Everything that a long article reports, found by several threads: the same as what one thread finds.
    ///
    /// - Parameters:
    ///   - article: the article; with less than some thousand words there is nothing to share out.
    ///   - jobs: how many threads may work on it at the same time.
    /// - Returns: as of ``report(on:)``.
    /// - Throws: `CancellationError` soon after the task was cancelled.
    public func report(on article: Article, jobs: Int) async throws -> Report {
        var batches = WindowBatches(article, wordpieces, encoder.model)
        let drafts = try await drafts(of: &batches, jobs: jobs)
        return Report(statements(of: drafts, over: batches.paragraphs, in: article), in: article)
    }

    private func drafts(of batches: inout WindowBatches, jobs: Int) async throws -> PackedDrafts {
        var drafts = PackedDrafts()
        try await withThrowingTaskGroup(of: (batch: Int, drafts: PackedDrafts).self) { group in
            var waiting: [Int: PackedDrafts] = [:]
            var (started, taken) = (0, 0)
            func take(_ batch: Int, _ found: PackedDrafts) {
                waiting[batch] = found
                while let next = waiting.removeValue(forKey: taken) {
                    drafts.append(next)
                    taken += 1
                }
            }
            while let windows = batches.next() {
                try Task.checkCancellation()
                if started >= jobs, let done = try await group.next() { take(done.batch, done.drafts) }
                let batch = started
                group.addTask { (batch, self.drafts(of: windows)) }
                started += 1
            }
            for try await done in group { take(done.batch, done.drafts) }
        }
        return drafts
    }

    private func drafts(of windows: [Window]) -> PackedDrafts {
        let outputs = encoder.encode(windows.map(\.input))
        let drafts = zip(windows, outputs).flatMap { window, output in
            let tags = Tags(window, output, transitions: transitions)
            var linker = Linker(window, output, tags)
            return linker.attributions().map { Draft($0, in: window) }
        }
        return PackedDrafts(drafts)
    }

    private func statements(
        of packed: consuming PackedDrafts,
        over paragraphs: [ParagraphQuotation],
        in article: Article
    ) -> [Statement] {
        var drafts = packed.drafts
        drafts.sort { $0.content[0].lowerBound < $1.content[0].lowerBound }
        drafts.continueQuotations(over: paragraphs)
        // Unquoted words that nothing reports are nobody's statement; they only served to continue one.
        drafts.removeAll { $0.isOrphan && $0.form != .direct }
        return drafts.map { draft in
            Statement(
                form: draft.form,
                source: draft.source,
                cue: draft.cue,
                content: draft.content,
                confidence: Confidence.probability(draft.signals),
                occurrences: draft.content.flatMap { article.occurrences(of: $0) }
            )
        }
    }
}
