/// What a speaker is called in one ledger: `p12`. It goes on meaning the same one when speakers are merged.
public struct SpeakerID: Hashable, Sendable, CustomStringConvertible, Comparable {
    /// Counts the ledger's speakers from 1, in the order in which they were met.
    public let number: Int64

    /// Takes a number.
    public init(number: Int64) {
        self.number = number
    }

    /// Reads `p12`; nil when it is something else.
    public init?(_ text: String) {
        guard let first = text.first, first == "p" || first == "P",
            text.utf8.dropFirst().allSatisfy({
                (0x30...0x39).contains($0)
            }), let number = Int64(text.dropFirst()), number > 0
        else { return nil }
        self.number = number
    }

    /// As people write it.
    public var description: String { "p\(number)" }

    /// The one met first comes first.
    public static func < (one: SpeakerID, other: SpeakerID) -> Bool { one.number < other.number }
}
