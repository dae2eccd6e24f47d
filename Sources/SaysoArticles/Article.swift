/// What an outlet printed: a text that never changes, and its structure as ranges of that text.
///
/// All ranges are half-open and count UTF-8 bytes of ``text``; `text.range(_:in:)` converts them to code
/// points or UTF-16, and ``offsetMap`` takes them back to the bytes that came in.
public struct Article: Sendable {
    /// The text as it came in, decoded and otherwise unchanged.
    public let text: ArticleText
    /// How the original bytes spelled it.
    public let encoding: TextEncoding
    /// What was odd about the original bytes.
    public let warnings: [ArticleWarning]
    /// The paragraphs in order, repeats and time lines among them.
    public let paragraphs: [Paragraph]
    /// The lines that say when the article came out or changed.
    public let timeLines: [TimeLine]
    /// Passages that are printed more than once, without the copy that is read; in order, disjoint.
    public let repeats: [Repeat]

    /// Takes ranges of the text to the bytes it was read from.
    public let offsetMap: OffsetMap
    /// What the page says of the article; of a plain text, what can be told from it.
    public let metadata: Metadata

    /// Indices of `repeats`, by where their originals begin.
    let repeatsByOriginal: [Int]

    /// Reads an article from a file's or a response's bytes.
    ///
    /// - Parameter bytes: plain text as UTF-8, UTF-16 or Windows-1252; which one is detected.
    /// - Throws: ``ArticleError`` when there is no text, or the bytes are not text.
    public init(bytes: [UInt8]) throws(ArticleError) {
        self.init(try DecodedText(bytes))
    }

    /// Reads an article from a string.
    ///
    /// - Parameter text: the article; an empty string makes an article without paragraphs.
    public init(text: String) {
        self.init(DecodedText(text))
    }

    /// Reads an article from a string of which more is known than it says itself.
    ///
    /// - Parameters:
    ///   - text: the article.
    ///   - metadata: what is known; what the text says is added where it lacks.
    package init(text: String, metadata: Metadata) {
        self.init(DecodedText(text), metadata)
    }

    private init(_ decoded: DecodedText, _ metadata: Metadata = Metadata()) {
        let text = ArticleText(validUTF8: decoded.bytes)
        self.init(text, Layout(of: text), of: decoded, map: decoded.offsetMap, metadata: metadata)
    }

    /// Puts an article together.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - layout: the text's paragraphs.
    ///   - decoded: the original, decoded.
    ///   - map: takes the text to the original's bytes.
    ///   - metadata: what the original says of the article; what the text says is added where it lacks.
    init(_ text: ArticleText, _ layout: Layout, of decoded: DecodedText, map: OffsetMap, metadata: Metadata) {
        let repeats = Folder.repeats(in: layout.paragraphs, of: text)
        self.text = text
        encoding = decoded.encoding
        warnings = decoded.warnings
        offsetMap = map
        paragraphs = layout.paragraphs
        timeLines = layout.timeLines
        self.repeats = repeats
        repeatsByOriginal = repeats.indices.sorted {
            (repeats[$0].original.lowerBound, $0) < (repeats[$1].original.lowerBound, $1)
        }
        self.metadata = metadata.completed(by: layout, of: text)
    }

    /// The article's title; nil when nothing looks like one.
    public var headline: Range<Int>? { paragraphs.first { $0.kind == .headline }?.range }

    /// When the article came out; nil when nothing says so.
    public var published: StatedTime? { metadata.published }

    /// When the article was last changed; nil when nothing says so.
    public var modified: StatedTime? { metadata.modified }

    /// The passages to read, in order: the paragraphs without datelines, time lines and repeats.
    ///
    /// Each lies inside one paragraph; a paragraph with a repeat in the middle gives two.
    public var readingRanges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var next = repeats.startIndex
        for paragraph in paragraphs where paragraph.kind != .timeLine {
            var start = paragraph.body.lowerBound
            func read(to end: Int) {
                if start < end, let range = text.trimmed(start..<end) { ranges.append(range) }
            }
            while next < repeats.endIndex, repeats[next].range.lowerBound < paragraph.range.upperBound {
                read(to: repeats[next].range.lowerBound)
                start = repeats[next].range.upperBound
                next += 1
            }
            read(to: paragraph.range.upperBound)
        }
        return ranges
    }

    /// Splits part of a paragraph into sentences.
    ///
    /// - Parameter range: a paragraph's body or one of ``readingRanges``.
    /// - Returns: the sentences in order, without white space at their ends; they cover everything else. None
    ///   is longer than 20,000 bytes by more than a character.
    public func sentences(in range: Range<Int>) -> [Range<Int>] {
        SentenceSplitter.sentences(in: range, of: text)
    }
}
