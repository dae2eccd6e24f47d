/// What has been read of a feed or an entry so far.
struct FeedDraft {
    /// The best of several statements.
    struct Ranked<Value> {
        private(set) var value: Value?
        private var rank = Int.min

        /// Takes a better statement; of equals the first.
        mutating func offer(_ value: Value?, rank: Int) {
            guard let value, rank > self.rank else { return }
            (self.value, self.rank) = (value, rank)
        }

        /// Takes a better statement; of equals the last.
        mutating func replace(_ value: Value?, rank: Int) {
            guard let value, rank >= self.rank else { return }
            (self.value, self.rank) = (value, rank)
        }
    }

    var id = Ranked<String>()
    var link = Ranked<URIReference>()
    /// The feed's own address, as it states it.
    var own: URIReference?
    var title = Ranked<Feed.Content>()
    var summary = Ranked<Feed.Content>()
    var contents: [Feed.Content] = []
    var published = Ranked<StatedTime>()
    var updated = Ranked<StatedTime>()
    /// A date that could be that of either event.
    var date: StatedTime?
    var authors: [String] = []
    /// Authors as other vocabularies state them, for want of others.
    var otherAuthors: [String] = []
    var categories: [String] = []

    /// Authors that are kept; nobody writes with more.
    private static let mostAuthors = 64

    /// Adds a name that is new.
    static func add(_ name: String, to authors: inout [String]) {
        if authors.count < mostAuthors, !authors.contains(name) { authors.append(name) }
    }

    var language = Ranked<String>()
    /// Whether the feed is not cut off in it.
    var isWhole = true

    /// What relative addresses start from: where the feed was got, or where it says that it or its site is.
    static func base(address: String?, of draft: FeedDraft) -> URIReference? {
        [address.map(URIReference.init), draft.own, draft.link.value].lazy.compactMap { $0 }.first {
            $0.isWeb && $0.description.utf8.count <= longestBase
        }
    }

    /// Bytes; a longer address is no base, so that nobody can make one short entry large.
    static let longestBase = 2048

    /// What the draft comes to.
    ///
    /// - Parameters:
    ///   - source: the feed.
    ///   - base: what relative addresses start from.
    ///   - language: that of the whole feed.
    /// - Returns: the entry; for the draft of a whole feed, what feeds and entries have alike.
    func entry(from source: Feed.Source, base: URIReference?, language: String?) -> Feed.Entry {
        let resolved = link.value.map { link in base.map { link.resolved(against: $0) } ?? link }
        return Feed.Entry(
            id: id.value,
            title: title.value.flatMap { source.line(of: $0) },
            link: resolved.flatMap { $0.isWeb ? $0.description : nil },
            authors: authors.isEmpty ? otherAuthors : authors,
            published: published.value ?? date,
            updated: updated.value,
            language: self.language.value ?? language,
            categories: categories,
            heading: title.value,
            summary: summary.value,
            contents: contents,
            isWhole: isWhole
        )
    }
}
