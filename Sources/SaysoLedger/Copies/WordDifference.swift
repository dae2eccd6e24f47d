/// How one text became another, word by word: the fewest words gone and come.
///
/// E. Myers, *An O(ND) difference algorithm and its variations* (1986), bounded: texts that differ in more than
/// ``most`` words are shown as gone and come altogether, but for how they begin and end.
public struct WordDifference: Hashable, Sendable {
    /// A run of words.
    public struct Part: Hashable, Sendable {
        /// What became of a run of words.
        public enum Kind: String, Hashable, Sendable {
            /// Both texts have it.
            case same
            /// Only the earlier one has it.
            case gone
            /// Only the later one has it.
            case come
        }

        /// What became of the words.
        public let kind: Kind
        /// The words, with one space between two, as the earlier text spells them where both have them.
        public let text: String
    }

    /// The runs in order; what is gone goes before what came for it.
    public let parts: [Part]

    /// The most words, gone and come together, that are looked for.
    public static let most = 1000

    /// Compares two texts. Case, white space, the look of quotation marks, and punctuation around words make no
    /// difference.
    ///
    /// - Complexity: O(words · differences), with at most ``most`` differences.
    public init(from earlier: String, to later: String) {
        let (old, new) = (Self.words(earlier), Self.words(later))
        let (oldKeys, newKeys) = (old.map(Self.key), new.map(Self.key))
        var start = 0
        while start < min(old.count, new.count), oldKeys[start] == newKeys[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start,
            oldKeys[old.count - 1 - end] == newKeys[new.count - 1 - end]
        { end += 1 }
        var list = List()
        list.add(.same, old[..<start])
        Self.compare(
            old[start..<old.count - end],
            new[start..<new.count - end],
            Array(oldKeys[start..<old.count - end]),
            Array(newKeys[start..<new.count - end]),
            into: &list
        )
        list.add(.same, old[(old.count - end)...])
        parts = list.parts
    }

    /// The differences marked in the words: `The dam [-is-] {+was+} safe.`
    public var marked: String {
        parts.map { part in
            switch part.kind {
            case .same: part.text
            case .gone: "[-\(part.text)-]"
            case .come: "{+\(part.text)+}"
            }
        }.joined(separator: " ")
    }

    /// Whether the words are the same.
    public var isNone: Bool { parts.allSatisfy { $0.kind == .same } }

    private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

    private static func key(_ word: Substring) -> String {
        let folded = Wording.folded(String(word))
        let bare = Wording.words(folded).joined(separator: "-")
        return bare.isEmpty ? folded : bare
    }

    private static func compare(
        _ old: ArraySlice<Substring>,
        _ new: ArraySlice<Substring>,
        _ oldKeys: [String],
        _ newKeys: [String],
        into list: inout List
    ) {
        let bound = min(old.count + new.count, most)
        // For each number of differences, how far each diagonal reaches.
        var traces: [[Int]] = []
        var reach = [Int](repeating: 0, count: 2 * bound + 3)
        let middle = bound + 1
        var found: Int?
        search: for steps in 0...bound {
            for diagonal in stride(from: -steps, through: steps, by: 2) {
                let fromAbove =
                    diagonal == -steps
                    || diagonal != steps && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]
                var x = fromAbove ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1
                while x < oldKeys.count, x - diagonal < newKeys.count, oldKeys[x] == newKeys[x - diagonal] {
                    x += 1
                }
                reach[middle + diagonal] = x
                if x >= oldKeys.count, x - diagonal >= newKeys.count {
                    found = steps
                    break search
                }
            }
            traces.append(Array(reach[(middle - steps)...(middle + steps)]))
        }
        guard let found else {
            list.add(.gone, old)
            list.add(.come, new)
            return
        }
        var (x, y) = (oldKeys.count, newKeys.count)
        var edits: [(Part.Kind, Substring)] = []
        for steps in (0...found).reversed() {
            // traces[n] holds diagonals from -n to n.
            var (previousX, previousY) = (0, 0)
            if steps > 0 {
                let before = traces[steps - 1]
                func at(_ diagonal: Int) -> Int {
                    let index = diagonal + steps - 1
                    return before.indices.contains(index) ? before[index] : -1
                }
                let diagonal = x - y
                let fromAbove = diagonal == -steps || diagonal != steps && at(diagonal - 1) < at(diagonal + 1)
                previousX = fromAbove ? at(diagonal + 1) : at(diagonal - 1)
                previousY = previousX - (fromAbove ? diagonal + 1 : diagonal - 1)
            }
            while x > previousX, y > previousY {
                (x, y) = (x - 1, y - 1)
                edits.append((.same, old[old.startIndex + x]))
            }
            if steps > 0 {
                edits.append(
                    x == previousX
                        ? (.come, new[new.startIndex + y - 1]) : (.gone, old[old.startIndex + x - 1])
                )
                (x, y) = (previousX, previousY)
            }
        }
        for (kind, word) in edits.reversed() { list.add(kind, [word]) }
    }

    /// Runs that grow word by word.
    private struct List {
        private var done: [Part] = []
        private var gone: [Substring] = []
        private var come: [Substring] = []
        private var same: [Substring] = []

        mutating func add(_ kind: Part.Kind, _ words: ArraySlice<Substring>) {
            guard !words.isEmpty else { return }
            switch kind {
            case .same:
                endDifference()
                same += words
            case .gone:
                endSame()
                gone += words
            case .come:
                endSame()
                come += words
            }
        }

        var parts: [Part] {
            var copy = self
            copy.endSame()
            copy.endDifference()
            return copy.done
        }

        private mutating func endSame() {
            end(same, .same)
            same = []
        }

        private mutating func endDifference() {
            end(gone, .gone)
            end(come, .come)
            (gone, come) = ([], [])
        }

        private mutating func end(_ words: [Substring], _ kind: Part.Kind) {
            guard !words.isEmpty else { return }
            done.append(Part(kind: kind, text: words.joined(separator: " ")))
        }
    }
}
