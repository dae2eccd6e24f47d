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
        var spans: [Substring: [Range<Int>]] = [:]
        var attributions: [GoldAttribution] = []
        for line in standoff.split(whereSeparator: \.isNewline) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > 1 else { continue }
            if fields[0].first == "T" {
                guard let space = fields[1].firstIndex(of: " ") else { continue }
                spans[fields[0]] = fields[1][space...].split(separator: ";").compactMap(range)
            } else if fields[0].first == "E" {
                var attribution = GoldAttribution()
                for argument in fields[1].split(separator: " ") {
                    let parts = argument.split(separator: ":", maxSplits: 1)
                    guard parts.count == 2, let found = spans[parts[1]] else { continue }
                    switch parts[0].lowercased().prefix(while: { !$0.isNumber }) {
                    case "source": attribution.source += found
                    case "cue": attribution.cue += found
                    case "content": attribution.content += found
                    default: break
                    }
                }
                if !attribution.content.isEmpty { attributions.append(attribution) }
            }
        }
        return attributions
    }

    private static func range(_ text: Substring) -> Range<Int>? {
        let ends = text.split(separator: " ").compactMap { Int($0) }
        return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
    }
}
