/// What a statement is called everywhere: the sixteen hexadecimal digits of its revision, a dot, and its number
/// there, counted from 1: `7f3a9c21be045d10.12`. The same article gives the same name in every ledger.
public struct StatementID: Hashable, Sendable, CustomStringConvertible {
    /// The revision's name as a number.
    public let revision: RevisionID
    /// The statement's place among the revision's statements, counted from 1.
    public let number: Int

    /// Names a statement.
    public init(revision: RevisionID, number: Int) {
        self.revision = revision
        self.number = number
    }

    /// Names a statement by its place, counted from 0, as the file has it.
    init(revision: RevisionID, index: Int) {
        // A damaged file may say anything.
        self.init(revision: revision, number: index &+ 1)
    }

    /// Reads a whole name; nil when it is none. ``Ledger`` finds statements by shortened names, too.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let revision = RevisionID(String(parts[0])), let number = Int(parts[1]),
            number > 0
        else { return nil }
        self.init(revision: revision, number: number)
    }

    /// As people write it.
    public var description: String { "\(revision).\(number)" }
}

/// What a revision is called everywhere: sixteen hexadecimal digits, made from the article's key, the source's
/// digest and the text's.
public struct RevisionID: Hashable, Sendable, CustomStringConvertible {
    /// The digits as a number.
    public let number: Int64

    /// Takes a number.
    public init(number: Int64) {
        self.number = number
    }

    /// Reads sixteen hexadecimal digits; nil when they are none.
    public init?(_ text: String) {
        guard text.utf8.count == 16, let bytes = Hexadecimal.bytes(text) else { return nil }
        number = bytes.reduce(0) { $0 << 8 | Int64($1) }
    }

    /// As people write it.
    public var description: String {
        Hexadecimal.text((0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
    }
}

extension RevisionID {
    /// What a revision is called.
    ///
    /// - Parameters:
    ///   - revision: the revision.
    ///   - text: of its text.
    ///   - time: when it was printed again, after the article had said something else; nil the first time.
    init(of revision: Revision, _ text: Digest, time: String? = nil) {
        var bytes = Array(revision.key.utf8) + [0] + revision.source.digest.bytes + text.bytes
        bytes += Array((revision.publication.headline ?? "").utf8)
        if let time { bytes += [0] + Array(time.utf8) }
        self.init(number: Digest(of: bytes).short)
    }
}
