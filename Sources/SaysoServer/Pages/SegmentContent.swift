import Mustache
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
        let segments: [ShownSegment]
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

    private func content(_ segment: ArticleSegment) -> ShownSegment {
        var shown = ShownSegment(
            text: String(decoding: reading.revision.text[segment.range], as: UTF8.self)
        )
        shown.hidden = hidden[segment.range.lowerBound]?.map(hiddenContent)
        guard let statement = segment.content ?? segment.source ?? segment.cue else {
            if segment.isOwnVoice { shown.classes = "own" + dimmed([ArticleVoices.ownVoice]) }
            return shown
        }
        let voice = voices.all[voices.ofStatement[statement]]
        shown.voice = voice.number
        // Words of a source that stand in another statement are shown as that one's.
        var classes = segment.content == nil ? "" : "q "
        if segment.source != nil { classes += "src " }
        if segment.cue != nil { classes += "cue " }
        classes += "c\(voice.colour)"
        let here = [segment.content, segment.source, segment.cue].compactMap { statement in
            statement.map { voices.all[voices.ofStatement[$0]] }
        }
        if here.contains(where: { $0.number != voice.number }) {
            shown.several = Set(here.map(\.number)).sorted().map(String.init).joined(separator: " ")
        }
        if segment.isFirst { classes += " f" }
        shown.classes = classes + dimmed(here.map(\.key))
        if let inner = segment.content, hasLinks {
            let id = reading.name(inner)
            shown.address = PageAddress.statement(id)
            if segment.isFirst { (shown.id, shown.hint) = (id.description, hint(inner)) }
        }
        return shown
    }

    private func hiddenContent(_ index: Int) -> Content {
        let voice = voices.all[voices.ofStatement[index]]
        return [
            "id": reading.name(index).description, "colour": voice.colour, "number": voice.number,
            "address": PageAddress.statement(reading.name(index)), "hint": hint(index),
        ]
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
        var hint = "\(voices.all[voices.ofStatement[index]].shortName): \(kind)"
        if let parent = statement.parent {
            hint += ", as told by \(voices.all[voices.ofStatement[parent]].shortName)"
        }
        return hint
    }
}

/// A segment as the template `segments` shows it: what a template asks of a dictionary takes ten times as long, and
/// an article may have thousands.
struct ShownSegment: MustacheParent {
    let text: String
    /// Statements that begin here, and of which nothing is to be seen.
    var hidden: [Content]?
    /// Nothing where it is text like any other.
    var classes: String?
    /// The number of who speaks; nil for the outlet's own voice.
    var voice: Int?
    /// The numbers of all who do.
    var several: String?
    /// Where it leads.
    var address: String?
    /// The statement's name, where the statement begins.
    var id: String?
    var hint: String?

    /// What a template asks for.
    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "hidden": hidden
        case "class": classes
        case "voice": voice
        case "hasVoice": voice != nil
        case "several": several
        case "address": address
        case "id": id
        case "hint": hint
        case "isFirst": id != nil
        case "isLink": address != nil
        case "isSpan": address == nil && classes != nil
        case "isPlain": classes == nil
        default: nil
        }
    }
}
