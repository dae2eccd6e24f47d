/// A passage that is printed again elsewhere in the article, where it is read instead.
public struct Repeat: Hashable, Sendable {
    /// The passage that is left out of the reading; UTF-8 offsets in the article's text, as all ranges here.
    public let range: Range<Int>
    /// The passage that it repeats, in the reading.
    public let original: Range<Int>
    /// Whether the words of the two are the same; otherwise a few were added or left out.
    public let isExact: Bool
}
