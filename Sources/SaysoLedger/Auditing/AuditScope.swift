import GRDB

/// Which statements are counted: those of articles' newest revisions only.
public struct AuditScope: Hashable, Sendable {
    /// Outlets, by name or host; empty for all.
    public var outlets: [String] = []
    /// The days on which articles came out.
    public var published = DayRange()
    /// A speaker's number or name.
    public var speaker: String?

    /// Everything.
    public init() {}

    /// What must hold of `revision` and `article`, in SQL.
    func articles(_ database: Database) throws -> String {
        let days = "revision.is_current AND \(published.condition(on: "revision.day"))"
        if outlets.isEmpty { return days }
        let known = try outlets.flatMap { try OutletReference(database: database).rows($0) }
        return "\(days) AND article.outlet_id IN (\(known.map(String.init).joined(separator: ", ")))"
    }

    /// What must hold of `statement`, in SQL.
    func statements(_ database: Database) throws -> String {
        guard let speaker else { return "TRUE" }
        let found = try SpeakerFinder(database).one(speaker)
        return "statement.id IN (SELECT statement_id FROM attribution WHERE speaker_id = \(found))"
    }
}
