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
        report(on: article, findings(in: article))
    }

    /// Everything that a long article reports, found by several threads: the same as what one thread finds.
    ///
    /// - Parameters:
    ///   - article: the article; with less than some thousand words there is nothing to share out.
    ///   - jobs: how many threads may work on it at the same time.
    /// - Returns: as of ``report(on:)``.
    /// - Throws: `CancellationError` soon after the task was cancelled.
    public func report(on article: Article, jobs: Int) async throws -> Report {
        report(on: article, try await findings(in: article, jobs: jobs))
    }

    /// What the network finds in an article.
    struct Findings {
        var drafts = PackedDrafts()
        var names = NameTags()
        /// What it was found in.
        var paragraphs: [ParagraphQuotation] = []

        mutating func append(_ others: Findings) {
            drafts.append(others.drafts)
            names.append(others.names)
        }
    }

    func findings(in article: Article) -> Findings {
        var batches = WindowBatches(article, wordpieces, encoder.model)
        var findings = Findings()
        while let windows = batches.next() { findings.append(self.findings(in: windows)) }
        findings.paragraphs = batches.paragraphs
        return findings
    }

    func findings(in article: Article, jobs: Int) async throws -> Findings {
        var batches = WindowBatches(article, wordpieces, encoder.model)
        var findings = Findings()
        try await withThrowingTaskGroup(of: (batch: Int, findings: Findings).self) { group in
            var waiting: [Int: Findings] = [:]
            var (started, taken) = (0, 0)
            func take(_ batch: Int, _ found: Findings) {
                waiting[batch] = found
                while let next = waiting.removeValue(forKey: taken) {
                    findings.append(next)
                    taken += 1
                }
            }
            while let windows = batches.next() {
                try Task.checkCancellation()
                if started >= jobs, let done = try await group.next() { take(done.batch, done.findings) }
                let batch = started
                group.addTask { (batch, self.findings(in: windows)) }
                started += 1
            }
            for try await done in group { take(done.batch, done.findings) }
        }
        findings.paragraphs = batches.paragraphs
        return findings
    }

    private func findings(in windows: [Window]) -> Findings {
        // Marks alone are nobody's words.
        let windows = windows.filter { $0.words.contains { $0.shape != .punctuation } }
        guard !windows.isEmpty else { return Findings() }
        let outputs = encoder.encode(windows.map(\.input))
        var drafts: [Draft] = []
        var names = NameTags()
        for (window, output) in zip(windows, outputs) {
            let tags = Tags(window, output, transitions: transitions)
            var linker = Linker(window, output, tags)
            drafts += linker.attributions().map { Draft($0, in: window) }
            names.append(NameTags(window, output))
        }
        return Findings(drafts: PackedDrafts(drafts), names: names)
    }

    private func report(on article: Article, _ findings: Findings) -> Report {
        let statements = statements(of: findings.drafts, over: findings.paragraphs, in: article)
        return Report(statements, names: findings.names, in: article)
    }

    private func statements(
        of packed: consuming PackedDrafts,
        over paragraphs: [ParagraphQuotation],
        in article: Article
    ) -> [Statement] {
        var drafts = packed.drafts
        drafts.sort { $0.content[0].lowerBound < $1.content[0].lowerBound }
        // No quotation goes on from the headline into the story.
        let headline = article.headline ?? 0..<0
        drafts.continueQuotations(over: paragraphs.filter { !headline.contains($0.range.lowerBound) })
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
