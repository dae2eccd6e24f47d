/// What news agencies put before a story's first sentence: `KYIV, April 26 (Reuters) —`.
public struct Dateline: Hashable, Sendable {
    /// The dateline with the mark that closes it; UTF-8 offsets in the article's text, as all ranges here.
    public let range: Range<Int>
    /// The place, with its region when one is given.
    public let place: Range<Int>?
    /// The agency or the outlet, without its brackets.
    public let agency: Range<Int>?
    /// Where the day is stated.
    public let date: Range<Int>?
    /// The day; the year is often left out.
    public let day: StatedTime?

    /// Where the story's first sentence begins.
    let end: Int
}

/// A line of its own that says when the article was published or changed.
public struct TimeLine: Hashable, Sendable {
    /// What happened at a stated time.
    public enum Event: String, Hashable, Sendable, CaseIterable {
        /// The article came out.
        case published
        /// The article was changed.
        case modified
    }

    /// One time in the line.
    public struct Stamp: Hashable, Sendable {
        /// What happened then; a time that says nothing of it is taken for the publication's.
        public let event: Event
        /// Where the time is stated.
        public let range: Range<Int>
        /// The time; nil when it is stated relative to the reader ("3 hours ago") or is ambiguous.
        public let time: StatedTime?
    }

    /// The line; UTF-8 offsets in the article's text, as all ranges here.
    public let range: Range<Int>
    /// The times in it, in order.
    public let stamps: [Stamp]

    /// Whether words such as "updated" say what the times are.
    let isIntroduced: Bool
}
