import GRDB
public import SaysoStatements

/// What two outlets reported of the same days, and what each left out.
public struct OutletComparison: Hashable, Sendable {
    /// One outlet's part.
    public struct Side: Hashable, Sendable {
        /// As it was asked for.
        public let outlet: String
        /// Its articles.
        public let articles: Int
        /// Its statements.
        public let statements: Int
        /// By form: `direct`, `mixed`, `indirect`.
        public let forms: [String: Int]
        /// The mean share of words that its articles attribute to nobody, from 0 to 1; nil without articles.
        public let ownVoiceShare: Double?
    }

    /// Who reported something.
    public enum Result: String, Hashable, Sendable, CaseIterable {
        /// Both.
        case both
        /// The first one attributes it, the other says it in its own voice.
        case secondOwnVoice = "second-own-voice"
        /// The other way round.
        case firstOwnVoice = "first-own-voice"
        /// The first one alone.
        case first
        /// The second one alone.
        case second
    }

    /// Something that was said, as both have it.
    public struct Item: Hashable, Sendable {
        /// Who reported it.
        public let result: Result
        /// Who said it, as the first outlet that attributes it has it.
        public let speakers: [String]
        /// The first outlet's words; nil where it has none.
        public let first: Words?
        /// The second one's.
        public let second: Words?
    }

    /// An outlet's words.
    public struct Words: Hashable, Sendable {
        /// What it printed.
        public let text: String
        /// The statement; nil in its own voice.
        public let statement: StatementID?
        /// How the words are given; nil in its own voice.
        public let form: SaysoStatements.Statement.Form?
        /// The day its article came out, such as 20250303.
        public let day: Int?
    }

    /// The first outlet.
    public let first: Side
    /// The second.
    public let second: Side
    /// What both reported first, then what one of them did, by day.
    public let items: [Item]
}

extension Ledger {
    /// Compares what two outlets reported.
    ///
    /// The same quotation is told by its cluster, else by its words, whatever their typography.
    ///
    /// - Parameters:
    ///   - first: an outlet's name or host.
    ///   - second: another one's.
    ///   - scope: days and speaker; its outlets are not looked at.
    ///   - sharedOnly: leaves out what was said by speakers whom but one of the outlets quotes.
    /// - Returns: what both and what each alone reported.
    /// - Throws: ``LedgerError`` when an outlet or the speaker is not known.
    public func compare(
        _ first: String,
        _ second: String,
        _ scope: AuditScope = AuditScope(),
        sharedOnly: Bool = false
    )
        throws(LedgerError) -> OutletComparison
    {
        try read { database in
            let outlets = OutletReference(database: database)
            if try !Set(outlets.rows(first)).isDisjoint(with: outlets.rows(second)) {
                throw LedgerError(.invalid, "\(first) and \(second) are one outlet")
            }
            let one = try PrintedStatements(database, outlet: first, scope)
            let other = try PrintedStatements(database, outlet: second, scope)
            return one.compared(with: other, sharedOnly: sharedOnly)
        }
    }
}
