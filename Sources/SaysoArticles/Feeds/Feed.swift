/// What an outlet publishes, as a list for programs: RSS, Atom, JSON Feed or CDF.
///
/// All versions of RSS (0.90 to 2.0, RDF or not) and Atom (0.3, 1.0) are read alike, by what their elements mean,
/// and as far as they go: elements that nobody closed, prefixes that nobody declared and stray ampersands are
/// usual. Nothing outside the feed is read.
public struct Feed: Sendable {
    /// One story as the feed has it.
    public struct Entry: Sendable {
        /// What tells it from others, unchanged: a guid, an address, a `tag:`.
        public var id: String?
        /// Its title without markup, white space as single spaces.
        public var title: String?
        /// Absolute address of its page.
        public var link: String?
        /// Names as the feed has them, without electronic addresses.
        public var authors: [String] = []
        /// When it was first published.
        public var published: StatedTime?
        /// When it was last changed.
        public var updated: StatedTime?
        /// BCP 47, as the feed states it for the entry or for all of itself.
        public var language: String?
        /// Sections and subjects.
        public var categories: [String] = []
        /// The title with its places in the feed.
        public var heading: Content?
        /// What the feed calls its summary or description; with nothing else, often the whole story.
        public var summary: Content?
        /// What the feed calls its content; several where it is given in several forms.
        public var contents: [Content] = []
        /// Whether all of it is there: not so for the entry in which a feed is cut off.
        public var isWhole = true

        /// The fullest that the feed has of the story.
        public var body: Content? { contents.max { $0.range.count < $1.range.count } ?? summary }
    }

    /// The feed's title without markup.
    public let title: String?
    /// What the feed says of itself in a line, without markup.
    public let subtitle: String?
    /// Absolute address of the site.
    public let link: String?
    /// BCP 47, as stated.
    public let language: String?
    /// When the feed was published.
    public let published: StatedTime?
    /// When the feed last changed.
    public let updated: StatedTime?
    /// Its stories, in its order.
    public let entries: [Entry]

    /// What stands among its stories and is none: items of a JSON Feed that are no objects.
    public let strays: Int
    /// What entries may have been lost by; nil for nothing.
    public let damage: Damage?

    let source: Source

    /// What was parsed.
    enum Source: Sendable {
        case xml(Markup)
        case json(JSONDocument)

        var bytes: [UInt8] {
            switch self {
            case .xml(let markup): markup.bytes
            case .json(let document): document.bytes
            }
        }
    }

    /// The feed's characters, to which all places refer.
    package var bytes: [UInt8] { source.bytes }

    /// Reads a feed; nil when the bytes are none.
    ///
    /// - Parameters:
    ///   - bytes: the feed as valid UTF-8.
    ///   - address: where it was got; relative addresses in it start from there.
    /// - Complexity: linear, whatever the bytes.
    public init?(_ bytes: [UInt8], address: String? = nil) {
        if FeedKind.beginsObject(bytes) {
            let document = JSONDocument(bytes)
            guard FeedKind.isFeed(document), let draft = JSONFeedReader.read(document) else { return nil }
            let damage = Damage(of: document)
            self.init(draft, source: .json(document), damage: damage, address: address)
        } else {
            let markup = Markup(xml: bytes)
            guard let root = FeedKind.root(of: markup) else { return nil }
            let draft = FeedReader.read(markup, from: root)
            let damage = markup.isCutOff(root) ? Damage(reason: nil, offset: bytes.count) : nil
            self.init((draft.feed, draft.entries, 0), source: .xml(markup), damage: damage, address: address)
        }
    }

    private init(
        _ draft: (feed: FeedDraft, entries: [FeedDraft], strays: Int),
        source: Source,
        damage: Damage?,
        address: String?
    ) {
        let base = FeedDraft.base(address: address, of: draft.feed)
        let own = draft.feed.entry(from: source, base: base, language: nil)
        title = own.title
        subtitle = own.summary.flatMap { source.line(of: $0) }
        link = own.link
        language = own.language
        published = own.published
        updated = own.updated
        entries = draft.entries.map { $0.entry(from: source, base: base, language: own.language) }
        strays = draft.strays
        self.damage = damage
        self.source = source
    }

    /// Whether some bytes are a feed, by how they begin.
    ///
    /// - Parameter bytes: valid UTF-8; the first thousands are enough.
    /// - Returns: true for RSS, Atom, CDF and JSON Feed; false for pages and other XML or JSON.
    public static func isFeed(_ bytes: [UInt8]) -> Bool {
        if FeedKind.beginsObject(bytes) {
            return FeedKind.isFeed(JSONDocument(bytes, in: 0..<min(bytes.count, FeedKind.beginning)))
        }
        return FeedKind.root(of: Markup(xml: Array(bytes.prefix(FeedKind.beginning)))) != nil
    }
}

/// How feeds begin.
enum FeedKind {
    /// Bytes that are enough to tell.
    static let beginning = 32_768
    /// Elements before the feed's own, as a server's messages make.
    private static let most = 64

    static func beginsObject(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes[start...].first { !$0.isMarkupSpace } == UInt8(ascii: "{")
    }

    /// Whether an object of JSON says that it is a feed: its `version` is an address at jsonfeed.org.
    static func isFeed(_ document: JSONDocument) -> Bool {
        document.root?["version"]?.string?.contains("jsonfeed.org/version") == true
    }

    /// The element that holds the feed; nil when there is none.
    static func root(of markup: Markup) -> Int? {
        var elements = 0
        for index in markup.nodes.indices where markup.nodes[index].tag == .other {
            let name = FeedName(markup.name(of: index))
            switch name.local {
            case "rss", "channel": return index
            case "rdf" where has(["item", "channel"], below: index, of: markup): return index
            case "feed" where has(["entry", "title", "id"], below: index, of: markup): return index
            case "feed" where declares(.atom, index, of: markup): return index
            case "rdf" where declares(.rss, index, of: markup): return index
            case "html", "head", "body": return nil
            default: break
            }
            elements += 1
            if elements == most { return nil }
        }
        return nil
    }

    /// Whether one of the first elements below another has one of several names.
    private static func has(_ names: Set<String>, below index: Int, of markup: Markup) -> Bool {
        markup.descendants(of: index).prefix(4 * most).contains {
            markup.nodes[$0].tag == .other && names.contains(FeedName(markup.name(of: $0)).local)
        }
    }

    private static func declares(_ vocabulary: FeedVocabulary, _ index: Int, of markup: Markup) -> Bool {
        markup.attributes(of: index).contains {
            $0.name.hasPrefix("xmlns") && FeedVocabulary(uri: $0.value) == vocabulary
        }
    }
}
