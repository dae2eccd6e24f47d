import SaysoArticles
import SaysoLedger

/// Paragraphs of an article as the template `segments` shows them.
struct SegmentContent {
    private let reading: ArticleReading
    private let voices: ArticleVoices
    /// The voice that is looked at, others being dimmed: a ``ArticleVoices/Voice/key`` or
    /// ``ArticleVoices/ownVoice``; nil for all.
    private let chosen: String?
    /// Whether statements lead to their pages.
    private let hasLinks: Bool

    /// Statements of which others hide all words, by where they begin.
    private let hidden: [Int: [Int]]
    private let segments: [ArticleSegment]

    /// - Parameters:
    ///   - reading: the article.
    ///   - voices: who speaks in it.
    ///   - chosen: see ``chosen``.
    ///   - only: the only statement that is shown, which leads nowhere; nil for all.
    init(_ reading: ArticleReading, _ voices: ArticleVoices, chosen: String? = nil, only: Int? = nil) {
        (self.reading, self.voices, self.chosen, hasLinks) = (reading, voices, chosen, only == nil)
        segments = ArticleSegments.of(reading.revision, only: only)
        let shown = Set(segments.compactMap(\.content))
        let all = only == nil ? Array(reading.revision.statements.indices) : []
        hidden = Dictionary(grouping: all.filter { !shown.contains($0) }) {
            reading.revision.statements[$0].content[0].lowerBound
        }
    }

    /// A paragraph, or what lies between two.
    struct Paragraph {
        let kind: String
        let index: Int?
        let segments: [Content]
    }

    /// Paragraphs in order.
    ///
    /// - Parameter wanted: those that are wanted, as indices; nil for all, and what lies between them.
    /// - Returns: the paragraphs.
    func paragraphs(_ wanted: ClosedRange<Int>? = nil) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        var start = segments.startIndex
        while start < segments.endIndex {
            let index = segments[start].paragraph
            let end = segments[start...].firstIndex { $0.paragraph != index } ?? segments.endIndex
            let kind = index.map { reading.revision.paragraphs[$0].kind.rawValue } ?? "body"
            let part = segments[start..<end]
            start = end
            if let wanted, index.map(wanted.contains) != true { continue }
            if index != nil || part.contains(where: { !isBlank($0.range) }) {
                paragraphs.append(Paragraph(kind: kind, index: index, segments: part.map(content)))
            }
        }
        return paragraphs
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        reading.revision.text[range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    private func content(_ segment: ArticleSegment) -> Content {
        var content: Content = ["text": String(decoding: reading.revision.text[segment.range], as: UTF8.self)]
        content["hidden"] = hidden[segment.range.lowerBound]?.map { index in
            let voice = voices.all[voices.ofStatement[index]]
            return [
                "id": reading.name(index).description, "colour": voice.colour, "number": voice.number,
                "address": PageAddress.statement(reading.name(index)), "hint": hint(index),
            ] as Content
        }
        guard let statement = segment.content ?? segment.source ?? segment.cue else {
            content[segment.isOwnVoice ? "isSpan" : "isPlain"] = true
            if segment.isOwnVoice { content["class"] = "own" + dimmed([ArticleVoices.ownVoice]) }
            return content
        }
        let voice = voices.all[voices.ofStatement[statement]]
        // Words of a source that stand in another statement are shown as that one's.
        var classes = segment.content == nil ? "" : "q "
        if segment.source != nil { classes += "src " }
        if segment.cue != nil { classes += "cue " }
        classes += "c\(voice.colour)"
        let here = [segment.content, segment.source, segment.cue].compactMap(\.self)
        let keys = here.map { voices.all[voices.ofStatement[$0]].key }
        let numbers = Set(here.map { voices.all[voices.ofStatement[$0]].number })
        if numbers.count > 1 {
            content["hasSeveral"] = true
            content["several"] = numbers.sorted().map(String.init).joined(separator: " ")
        }
        (content["voice"], content["hasVoice"]) = (voice.number, true)
        guard let inner = segment.content else {
            content["isSpan"] = true
            content["class"] = classes + dimmed(keys)
            return content
        }
        if segment.isFirst { classes += " f" }
        content["class"] = classes + dimmed(keys)
        content["isSpan"] = !hasLinks
        if hasLinks {
            let id = reading.name(inner)
            content["isLink"] = true
            content["address"] = PageAddress.statement(id)
            content["isFirst"] = segment.isFirst
            if segment.isFirst {
                content["id"] = id.description
                content["hint"] = hint(inner)
            }
        }
        return content
    }

    private func dimmed(_ keys: [String]) -> String {
        guard let chosen, !keys.contains(chosen) else { return "" }
        return " dim"
    }

    /// Who said it and how, for a pointer that rests on it.
    private func hint(_ index: Int) -> String {
        let statement = reading.revision.statements[index]
        let kind = PlainWords.name(
            statement.kind,
            isNegated: statement.isNegated,
            isHedged: statement.isHedged
        )
        var hint = "\(ShortText.line(voices.all[voices.ofStatement[index]].name, 80)): \(kind)"
        if let parent = statement.parent {
            hint += ", as told by \(ShortText.line(voices.all[voices.ofStatement[parent]].name, 80))"
        }
        return hint
    }
}
