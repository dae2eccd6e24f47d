/// What a page says of its article, besides the article.
public struct Metadata: Hashable, Sendable {
    /// A day or a time at which, according to some part of the page, something happened to the article.
    public struct Claim: Hashable, Sendable {
        /// What happened then.
        public let event: TimeLine.Event
        /// When.
        public let time: StatedTime
        /// Which part of the page says so: `json-ld`, `meta article:published_time`, `time`, `text`, `address` …
        public let source: String

        package init(event: TimeLine.Event, time: StatedTime, source: String) {
            self.event = event
            self.time = time
            self.source = source
        }
    }

    /// The title, without the outlet's name.
    public package(set) var headline: String?
    /// The summary that the page prints or gives to those who link to it.
    public package(set) var standfirst: String?
    /// The names of those who wrote it, in the page's order, without "By" and without roles.
    public package(set) var bylines: [String] = []
    /// Who printed it.
    public package(set) var outlet: String?
    /// Its canonical address, else the one it was got from.
    public package(set) var url: String?
    /// Its language as a BCP 47 tag: `en`, `en-GB`, `uk`.
    public package(set) var language: String?
    /// The part of the outlet that it stands in.
    public package(set) var section: String?
    /// When it came out.
    public package(set) var published: StatedTime?
    /// When it was last changed.
    public package(set) var modified: StatedTime?
    /// The agency that wrote it, where the outlet says so: `AP`, `Reuters`, `AFP` …
    public package(set) var wire: String?
    /// All that the page says of when it came out and was changed, contradictions among it.
    public package(set) var claims: [Claim] = []

    package init() {}
}
