/// A revision that was in a ledger before: it comes with the name and the time that it had there.
public struct ArchivedRevision: Hashable, Sendable {
    /// What it says.
    public var revision: Revision
    /// What it is called; nil where nothing says.
    public var id: RevisionID?
    /// When a ledger first got it, as ISO 8601 in UTC; nil where nothing says.
    public var added: String?

    /// Puts it together.
    public init(_ revision: Revision, id: RevisionID? = nil, added: String? = nil) {
        self.revision = revision
        self.id = id
        self.added = added
    }

    /// What keeps it from going into a ledger; see ``Revision/problems``.
    public var problems: [String] {
        var problems = revision.problems
        if let added, !Revision.isTime(added) {
            problems.append("\"\(added)\" is no time at which it was added")
        }
        if let id {
            let digest = Digest(of: revision.text)
            let time = revision.origin.retrieved ?? added
            if id != RevisionID(of: revision, digest), id != RevisionID(of: revision, digest, time: time) {
                problems.append("\(id) is the name of another revision: something was changed")
            }
        }
        return problems
    }
}
