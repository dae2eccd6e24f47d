/// Which revisions and statements of a ledger are exported.
public struct ExportSelection: Hashable, Sendable {
    /// The name or the host of an outlet; nil for all.
    public var outlet: String?
    /// The days of publication; where any are named, articles without a date are left out.
    public var published = DayRange()
    /// A speaker's name or id in the ledger; nil for all. Revisions without a statement of theirs are left out.
    public var speaker: String?
    /// One revision alone, whether current or not; nil for all.
    package var revision: RevisionID?
    /// Whether revisions that a later one took the place of are exported, too.
    public var allRevisions = false

    /// Selects everything that is current.
    public init() {}
}

/// What an export did.
public struct ExportSummary: Hashable, Sendable {
    /// How many revisions were written.
    public var revisions = 0
    /// How many of their statements.
    public var statements = 0
    /// Which revisions could not be read, and why.
    public var damaged: [String] = []
}

/// The forms in which a ledger is shared as one stream.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// All there is, a revision on each line; `Docs/ledger.schema.json` describes it.
    case jsonLines = "jsonl"
    /// A row for each statement.
    case csv
    /// schema.org's `Quotation` and `Claim`.
    case linkedData = "json-ld"
    /// W3C Web Annotation.
    case webAnnotation = "web-annotation"
    /// TEI P5.
    case tei
}
