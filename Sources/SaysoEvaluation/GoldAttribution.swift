import SaysoStatements

/// An attribution as annotators or the extractor mark it, in code points.
package struct GoldAttribution: Sendable, Hashable {
    /// Who said it.
    package var source: [Range<Int>] = []
    /// The words that report it.
    package var cue: [Range<Int>] = []
    /// What was said.
    package var content: [Range<Int>] = []

    /// Makes an attribution of spans in code points.
    package init(source: [Range<Int>] = [], cue: [Range<Int>] = [], content: [Range<Int>] = []) {
        self.source = source
        self.cue = cue
        self.content = content
    }

    /// Reads brat standoff in PolNeAR's layout: text-bound annotations `Source`, `Cue` and `Content`, and
    /// events that tie them.
    ///
    /// - Parameter standoff: a whole `.ann` file; lines of other kinds, and broken ones, are passed over.
    /// - Returns: the events that have a content.
    package static func read(brat standoff: String) -> [GoldAttribution] {
        BratStandoff.read(standoff).attributions.map {
            GoldAttribution(source: $0.source, cue: $0.cue, content: $0.content)
        }
    }
}
