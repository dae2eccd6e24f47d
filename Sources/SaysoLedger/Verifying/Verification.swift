/// What looking through a whole ledger found.
public struct Verification: Hashable, Sendable {
    /// Something that is not as it was written.
    public struct Problem: Hashable, Sendable {
        /// The key of the article; nil where it is not about an article, or nobody can tell any more.
        public var article: String?
        /// The revision; nil likewise.
        public var revision: RevisionID?
        /// The statement's number in its revision, counted from 1; nil where it is about more or something else.
        public var statement: Int?
        /// What is wrong, for people.
        public var what: String
    }

    /// How far it has come.
    public struct Progress: Hashable, Sendable {
        /// What is looked at.
        public enum Stage: String, Hashable, Sendable {
            /// The bytes of the file.
            case pages
            /// Articles in their original bytes.
            case revisions
            /// What ties rows and the words for search together.
            case tables
        }

        /// What is looked at.
        public var stage: Stage
        /// The share of it that is done, from 0 to 1.
        public var share: Double
    }

    /// The statements that were found again.
    public var statements = 0
    /// The revisions that are whole.
    public var revisions = 0
    /// How many of them have no original bytes in the ledger, so that theirs could not be looked for.
    public var withoutSource = 0
    /// How much is wrong.
    public var problems = 0

    /// Whether all is as it was written.
    public var isClean: Bool { problems == 0 }

    mutating func add(_ other: Verification) {
        statements += other.statements
        revisions += other.revisions
        withoutSource += other.withoutSource
        problems += other.problems
    }
}
