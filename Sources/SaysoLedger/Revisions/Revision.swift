public import SaysoArticles

/// What one outlet printed at one address at one time, and what it reports: what a ledger takes in and gives out.
///
/// All ranges are half-open and count UTF-8 bytes of ``text``.
public struct Revision: Hashable, Sendable {
    /// The bytes that the article was read from.
    public struct Source: Hashable, Sendable {
        /// Of the bytes.
        public var digest: Digest
        /// How many there are.
        public var length: Int
        /// The bytes; nil when they are not kept.
        public var bytes: [UInt8]?
        /// What they are: `text`, `html`, `feed`.
        public var format: String
        /// How they spell characters: the name of a ``TextEncoding``.
        public var encoding: String

        /// Takes some bytes.
        public init(_ bytes: [UInt8], format: String, encoding: String) {
            self.init(
                digest: Digest(of: bytes),
                length: bytes.count,
                bytes: bytes,
                format: format,
                encoding: encoding
            )
        }

        /// Describes bytes that are not kept.
        public init(digest: Digest, length: Int, bytes: [UInt8]?, format: String, encoding: String) {
            self.digest = digest
            self.length = length
            self.bytes = bytes
            self.format = format
            self.encoding = encoding
        }
    }

    /// Where the source was found.
    public struct Origin: Hashable, Sendable {
        /// A file or an address.
        public var path: String
        /// The record of a web archive, as JSON; nil for none. `Docs/ledger.md` names its members.
        public var record: String?
        /// The entry of a feed, counted from 1; nil for none.
        public var entry: Int?
        /// The feed's own identifier of the entry.
        public var entryID: String?
        /// When the bytes were got, as ISO 8601 in UTC; nil when nobody knows.
        public var retrieved: String?

        /// Names a place.
        public init(
            path: String,
            record: String? = nil,
            entry: Int? = nil,
            entryID: String? = nil,
            retrieved: String? = nil
        ) {
            self.path = path
            self.record = record
            self.entry = entry
            self.entryID = entryID
            self.retrieved = retrieved
        }
    }

    /// A paragraph of the text.
    public struct Paragraph: Hashable, Sendable {
        /// The part it plays.
        public var kind: SaysoArticles.Paragraph.Kind
        /// Where it lies.
        public var range: Range<Int>

        /// Makes a paragraph.
        public init(kind: SaysoArticles.Paragraph.Kind, range: Range<Int>) {
            self.kind = kind
            self.range = range
        }
    }

    /// What the article's outlet and date are called, and the like; see ``SaysoArticles/Metadata``.
    public struct Publication: Hashable, Sendable {
        /// The title.
        public var headline: String?
        /// The summary.
        public var standfirst: String?
        /// Who wrote it.
        public var bylines: [String] = []
        /// Who printed it, as the article says.
        public var outlet: String?
        /// The agency that wrote it.
        public var wire: String?
        /// The part of the outlet that it stands in.
        public var section: String?
        /// A BCP 47 tag.
        public var language: String?
        /// Its address.
        public var url: String?
        /// When it came out: ISO 8601, as exact as the article is.
        public var published: String?
        /// When it was last changed.
        public var modified: String?

        /// Knows nothing yet.
        public init() {}
    }

    /// Tells the article from all others; see ``ArticleKey``.
    public var key: String
    /// What is printed about it.
    public var publication: Publication
    /// Where it was found.
    public var origin: Origin
    /// What it was read from.
    public var source: Source
    /// The article's text as valid UTF-8.
    public var text: [UInt8]
    /// Its paragraphs, in order.
    public var paragraphs: [Paragraph]
    /// Whom it quotes.
    public var speakers: [Speaker]
    /// What it reports, in the order of contents.
    public var statements: [Statement]
    /// The sentences that it attributes to nobody.
    public var ownVoice: [Range<Int>]
    /// Their share of its words, from 0 to 1.
    public var ownVoiceShare: Double

    /// Puts a revision together.
    public init(
        key: String,
        publication: Publication,
        origin: Origin,
        source: Source,
        text: [UInt8],
        paragraphs: [Paragraph] = [],
        speakers: [Speaker] = [],
        statements: [Statement] = [],
        ownVoice: [Range<Int>] = [],
        ownVoiceShare: Double = 0
    ) {
        self.key = key
        self.publication = publication
        self.origin = origin
        self.source = source
        self.text = text
        self.paragraphs = paragraphs
        self.speakers = speakers
        self.statements = statements
        self.ownVoice = ownVoice
        self.ownVoiceShare = ownVoiceShare
    }

    /// The words of some spans; what lies between spans is left out.
    public func words(_ spans: [Range<Int>]) -> String {
        spans.map { String(decoding: text[$0], as: UTF8.self) }.joined(separator: " … ").visible
    }
}

extension String {
    /// With U+FFFD for each U+0000, where SQLite's texts would end.
    package var visible: String { utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self }
}
