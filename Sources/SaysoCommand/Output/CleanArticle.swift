import SaysoArticles

/// An article for reading, without what stands around it.
struct CleanArticle {
    /// A paragraph without its dateline's repeats and the like.
    struct Passage {
        let kind: Paragraph.Kind
        /// In the article's text.
        let range: Range<Int>
    }

    private let article: Article?
    private let metadata: Metadata?

    init(_ article: Article?) {
        self.article = article
        metadata = article?.metadata
    }

    /// The paragraphs in order, without lines of times and without passages that the text prints again.
    var passages: [Passage] {
        guard let article else { return [] }
        var passages: [Passage] = []
        var repeats = article.repeats[...]
        for paragraph in article.paragraphs where paragraph.kind != .timeLine {
            var start = paragraph.range.lowerBound
            func add(to end: Int) {
                if start < end, let range = article.text.trimmed(start..<end) {
                    passages.append(Passage(kind: paragraph.kind, range: range))
                }
            }
            while let copy = repeats.first, copy.range.lowerBound < paragraph.range.upperBound {
                add(to: copy.range.lowerBound)
                start = copy.range.upperBound
                repeats.removeFirst()
            }
            add(to: paragraph.range.upperBound)
        }
        return passages
    }

    /// The body alone, its paragraphs parted by blank lines.
    var body: String {
        passages.filter(\.kind.isBody).map { words($0) }.joined(separator: "\n\n")
    }

    /// Plain text: every passage, and who printed it when.
    var text: String {
        blocks { passage in Self.withoutControls(words(passage)) }
    }

    /// Markdown (CommonMark).
    var markdown: String {
        blocks(mark: "*") { passage in
            let words = Self.escaped(Self.withoutControls(words(passage)))
            switch passage.kind {
            case .headline: return "# " + Self.onOneLine(words)
            case .standfirst: return "**" + Self.onOneLine(words) + "**"
            case .subhead: return "## " + Self.onOneLine(words)
            case .listItem: return "- " + words.replacing("\n", with: "\n  ")
            case .blockquote, .pullQuote: return "> " + words.replacing("\n", with: "\n> ")
            case .caption: return "*" + Self.onOneLine(words) + "*"
            default: return words
            }
        }
    }

    /// Paragraphs parted by blank lines, after headline and standfirst the line that says who printed it when.
    private func blocks(mark: String = "", _ block: (Passage) -> String) -> String {
        var blocks: [String] = []
        let passages = passages
        let head = passages.prefix { $0.kind == .headline || $0.kind == .standfirst }
        blocks += head.map(block)
        if let imprint { blocks.append(mark + (mark.isEmpty ? imprint : Self.escaped(imprint)) + mark) }
        var text = blocks.joined(separator: "\n\n")
        var last: Paragraph.Kind?
        for passage in passages.dropFirst(head.count) {
            let isNextItem = passage.kind == .listItem && last == .listItem && !mark.isEmpty
            text += (text.isEmpty ? "" : isNextItem ? "\n" : "\n\n") + block(passage)
            last = passage.kind
        }
        return text + "\n"
    }

    /// `Petra Lund and Joss Averin, Coastwire (AP), 2025-03-03T16:40Z`; nil when nothing of it is known.
    private var imprint: String? {
        guard let metadata else { return nil }
        let names = metadata.bylines
        let authors =
            names.count < 2
            ? names.first : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
        let wire = metadata.wire.map { "(\($0))" }
        let outlet = [metadata.outlet, wire].compactMap(\.self).joined(separator: " ")
        let parts = [authors, outlet, article?.published?.description].compactMap(\.self).filter {
            !$0.isEmpty
        }
        return parts.isEmpty ? nil : Self.withoutControls(Self.onOneLine(parts.joined(separator: ", ")))
    }

    private func words(_ passage: Passage) -> String { article?.text[passage.range] ?? "" }

    private static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// A text without what could steer a terminal.
    private static func withoutControls(_ text: String) -> String {
        if Display.isPlain(text) { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Display.line(String($0)) }.joined(separator: "\n")
    }

    /// A text whose characters mean themselves in Markdown.
    private static func escaped(_ text: String) -> String {
        var result = ""
        var startsLine = true
        var number = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", "&": result += "\\"
            case "#", "+", "-", "=", ">", "|", "~": if startsLine { result += "\\" }
            case ".", ")": if !number.isEmpty { result += "\\" }
            default: break
            }
            result.append(character)
            number =
                (startsLine || !number.isEmpty) && character.isASCII && character.isNumber ? number + "0" : ""
            startsLine = character == "\n" || (startsLine && character == " ")
        }
        return result
    }
}

extension Paragraph.Kind {
    /// Whether it is part of the story itself.
    var isBody: Bool {
        switch self {
        case .body, .subhead, .listItem, .blockquote: true
        default: false
        }
    }
}
