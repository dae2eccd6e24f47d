/// What is compared to find the same words in many places: a set of hashed runs of words.
///
/// Two texts resemble each other as far as their sets of runs ("shingles") do, and one is part of another as far as its
/// set is part of the other's: A. Broder, *On the resemblance and containment of documents* (1997). To find candidates
/// without comparing all with all, of each window of successive runs the one with the least hash is kept, so that any
/// two texts with as many successive runs in common keep one in common: S. Schleimer, D. Wilkerson and A. Aiken,
/// *Winnowing: local algorithms for document fingerprinting* (2003).
///
/// A hash is FNV-1a with 64 bits over the UTF-8 of the run's words, one space between two. Words are in small letters,
/// without apostrophes; `Docs/ledger.md` has all the rules.
public struct Fingerprint: Hashable, Sendable {
    /// What was fingerprinted; only two of a kind are compared.
    public enum Kind: UInt8, Hashable, Sendable {
        /// Words that stand between quotation marks, at least some.
        case quotation
        /// What somebody said, in the reporter's words.
        case retelling
        /// The body of an article.
        case article
    }

    /// What was fingerprinted.
    public let kind: Kind
    /// The hashes of all runs, without repetitions, in order of size.
    public let shingles: [UInt64]
    /// The hashes of the speakers' surnames, in order of size; of persons only.
    public let people: [UInt64]
    /// Those by which candidates are found. Texts too short for that have none.
    public let keys: [UInt64]
    /// The hash of all the others: equal for texts that are equal but for punctuation and the like.
    public let exact: UInt64

    /// The fingerprint of what somebody said: pairs of words, without those that say little; nil when it is too
    /// short to be told from others.
    ///
    /// - Parameters:
    ///   - content: the words.
    ///   - isQuoted: whether quotation marks stand around some of them.
    ///   - people: the names of the persons who said it.
    public init?(saying content: String, isQuoted: Bool, by people: [String]) {
        let words = content.utf8.withContiguousStorageIfAvailable {
            NormalWords($0, omitsFunctionWords: true)
        }
        self.init(
            words ?? NormalWords(Array(content.utf8), omitsFunctionWords: true),
            kind: isQuoted ? .quotation : .retelling,
            length: 2,
            // Short ones have few neighbours that stay when one word changes. What is least of four is also least
            // of two, so that long and short ones keep keys in common.
            window: { $0 > 12 ? 4 : 2 },
            least: 3,
            people: people.compactMap(Self.surname)
        )
        if keys.isEmpty, self.people.isEmpty || shingles.count < 2 || kind == .retelling { return nil }
    }

    /// The fingerprint of an article's body: runs of five words; nil when it is too short to be told from others.
    ///
    /// - Parameter text: paragraphs as UTF-8.
    public init?(article text: [UInt8]) {
        let words = text.withUnsafeBufferPointer { NormalWords($0, omitsFunctionWords: false) }
        self.init(words, kind: .article, length: 5, window: { _ in 100 }, least: 30, people: [])
        if keys.isEmpty { return nil }
    }

    private init(
        _ words: NormalWords,
        kind: Kind,
        length: Int,
        window: (Int) -> Int,
        least: Int,
        people: [UInt64]
    ) {
        self.kind = kind
        let runs =
            words.count < length ? [] : (0...words.count - length).map { words.hash(from: $0, count: length) }
        shingles = Self.set(runs)
        self.people = Self.set(people)
        keys = shingles.count < least ? [] : Self.winnowed(runs, window: window(runs.count))
        var hash = Self.hash(CollectionOfOne(kind.rawValue))
        for part in self.people + CollectionOfOne(0) + shingles {
            withUnsafeBytes(of: part.littleEndian) { hash = Self.hash($0, from: hash) }
        }
        exact = hash
    }

    // MARK: Comparing

    /// How many runs two have in common.
    public func common(with other: Fingerprint) -> Int {
        var (left, right, count) = (0, 0, 0)
        while left < shingles.count, right < other.shingles.count {
            let (first, second) = (shingles[left], other.shingles[right])
            if first == second { count += 1 }
            if first <= second { left += 1 }
            if second <= first { right += 1 }
        }
        return count
    }

    /// Whether two are the same words, perhaps shortened, reworded in part, or merged with others.
    ///
    /// Two that share a speaker may differ the most; what one of them leaves unnamed must be nearly the same, and what
    /// different persons said is never the same. It is symmetric, and depends on nothing but the two.
    public func matches(_ other: Fingerprint) -> Bool {
        if exact == other.exact { return true }
        let smaller = min(shingles.count, other.shingles.count)
        guard !keys.isEmpty, !other.keys.isEmpty, (kind == .article) == (other.kind == .article) else {
            return false
        }
        let shares = people.contains(where: other.people.contains)
        if !shares, !people.isEmpty, !other.people.isEmpty { return false }
        let common = common(with: other)
        let share = Double(common) / Double(smaller)
        if kind == .article { return common >= 30 && share >= 0.5 }
        let isRetold = kind == .retelling || other.kind == .retelling
        if isRetold { return shares && common >= 4 && share >= 0.6 }
        return shares ? common >= 3 && share >= 0.4 : common >= 5 && share >= 0.75
    }

    /// Tells who speaks, as far as a byte can: 0 for nobody who is named, 1 for an article, 255 for several.
    var tag: UInt8 {
        if kind == .article { return 1 }
        return people.count > 1 ? 255 : people.first.map { UInt8(2 + $0 % 253) } ?? 0
    }

    /// How many keys fingerprints with two tags must share to be compared; nil when that is no use. Where nobody is
    /// named, hence nearly all must be the same, one key is not enough.
    static func leastKeys(_ left: UInt8, _ right: UInt8) -> Int? {
        if left == 0 || right == 0 { return 2 }
        return left == right || left == 255 || right == 255 ? 1 : nil
    }

    /// All hashes that are looked for.
    var allKeys: [UInt64] { CollectionOfOne(exact) + keys }

    // MARK: Hashes

    /// FNV-1a with 64 bits, of some bytes after others.
    static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        var hash = start
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    private static func set(_ hashes: [UInt64]) -> [UInt64] {
        var result = hashes.sorted()
        var count = 0
        for hash in result where count == 0 || result[count - 1] != hash {
            result[count] = hash
            count += 1
        }
        result.removeSubrange(count...)
        return result
    }

    /// The least of each window, the last of equals, each once.
    private static func winnowed(_ hashes: [UInt64], window: Int) -> [UInt64] {
        guard hashes.count > window else { return hashes.min().map { [$0] } ?? [] }
        var kept: [UInt64] = []
        // Indices whose hashes grow: the first is the least of the window.
        var queue: [Int] = []
        var head = 0
        for index in hashes.indices {
            while queue.count > head, hashes[queue[queue.count - 1]] >= hashes[index] { queue.removeLast() }
            queue.append(index)
            if queue[head] <= index - window { head += 1 }
            if index >= window - 1, kept.last != hashes[queue[head]] { kept.append(hashes[queue[head]]) }
        }
        return set(kept)
    }

    private static let suffixes = Set(["jr", "sr", "ii", "iii", "iv"].map { hash($0.utf8) })

    private static func surname(_ name: String) -> UInt64? {
        let words = NormalWords(Array(name.utf8), omitsFunctionWords: false)
        let hashes = words.ranges.indices.map { words.hash(from: $0, count: 1) }
        return hashes.last { !suffixes.contains($0) }
    }
}
