import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What of a speaker becomes somebody else.
public struct SpeakerParts: Hashable, Sendable {
    /// Single statements.
    public var statements: [StatementID] = []
    /// Everything in these articles: addresses, or names of revisions.
    public var articles: [String] = []
    /// Everything, also in articles to come, where the speaker has one of these roles.
    public var roles: [String] = []

    /// Nothing yet.
    public init() {}
}

extension Ledger {
    /// Makes speakers one; the first one's number stays.
    ///
    /// Articles to come that name any of them in a way known by now mean the one, too.
    ///
    /// - Parameters:
    ///   - speakers: numbers or names, at least two.
    ///   - author: who decides.
    ///   - now: when; ISO 8601 in UTC.
    /// - Returns: the decision.
    /// - Throws: ``LedgerError`` when one is not there or not clear.
    @discardableResult
    public func merge(_ speakers: [String], author: String, now: String = Ledger.now) throws(LedgerError)
        -> SpeakerDecision
    {
        try write { database in
            var ids: [Int64] = []
            for text in speakers {
                let id = try SpeakerFinder(database).one(text)
                if !ids.contains(id) { ids.append(id) }
            }
            guard ids.count > 1 else {
                throw LedgerError(.invalid, "\(speakers.joined(separator: ", ")): one speaker already")
            }
            return try SpeakerEditor(database: database, author: author, now: now).merge(ids)
        }
    }

    /// Says that two who may be one are two.
    ///
    /// What articles have called either of them by now goes on meaning that one.
    ///
    /// - Parameters:
    ///   - one: a number or a name.
    ///   - other: another one's.
    ///   - author: who decides.
    ///   - now: when; ISO 8601 in UTC.
    /// - Returns: the decision.
    /// - Throws: ``LedgerError`` when one is not there or not clear, or both are one already.
    @discardableResult
    public func keepApart(_ one: String, _ other: String, author: String, now: String = Ledger.now)
        throws(LedgerError) -> SpeakerDecision
    {
        try write { database in
            let finder = SpeakerFinder(database)
            let (first, second) = try (finder.one(one), finder.one(other))
            guard first != second else {
                throw LedgerError(.invalid, "\(one), \(other): one speaker already; undo what made them one")
            }
            return try SpeakerEditor(database: database, author: author, now: now).keepApart(first, second)
        }
    }

    /// Makes a part of what a speaker said somebody else's.
    ///
    /// - Parameters:
    ///   - speaker: a number or a name.
    ///   - parts: which part; less than all.
    ///   - name: what to call the new one; nil for the same name.
    ///   - author: who decides.
    ///   - now: when; ISO 8601 in UTC.
    /// - Returns: the decision, which has the new speaker last.
    /// - Throws: ``LedgerError`` when a part is not the speaker's, or is all of it.
    @discardableResult
    public func split(
        _ speaker: String,
        _ parts: SpeakerParts,
        name: String? = nil,
        author: String,
        now: String = Ledger.now
    ) throws(LedgerError) -> SpeakerDecision {
        let name = try name.map { text throws(LedgerError) in try Self.name(text) }
        return try write { database in
            let id = try SpeakerFinder(database).one(speaker)
            let finder = SpeakerPartsFinder(database, speaker: id)
            var rows: [Int64] = []
            for article in parts.articles { rows += try finder.rows(in: article) }
            return try SpeakerEditor(database: database, author: author, now: now).split(
                id,
                rows: rows,
                faces: try parts.roles.flatMap(finder.faces(role:)),
                statements: try parts.statements.flatMap(finder.places(of:)),
                name: name,
                words: (parts.statements.map(\.description) + parts.articles + parts.roles.map { "“\($0)”" })
                    .joined(separator: ", ")
            )
        }
    }

    /// Names a speaker.
    @discardableResult
    public func rename(_ speaker: String, to name: String, author: String, now: String = Ledger.now)
        throws(LedgerError) -> SpeakerDecision
    {
        let name = try Self.name(name)
        return try write { database in
            let id = try SpeakerFinder(database).one(speaker)
            return try SpeakerEditor(database: database, author: author, now: now).rename(id, to: name)
        }
    }

    /// Says who a speaker is in the world.
    ///
    /// - Parameters:
    ///   - speaker: a number or a name.
    ///   - address: a Wikidata number such as `Q42`, or any address of the web; nil takes the link away.
    ///   - author: who decides.
    ///   - now: when; ISO 8601 in UTC.
    /// - Returns: the decision.
    /// - Throws: ``LedgerError`` when it is no address, or the speaker is not there or not clear.
    @discardableResult
    public func link(_ speaker: String, to address: String?, author: String, now: String = Ledger.now)
        throws(LedgerError) -> SpeakerDecision
    {
        let address = try address.map { text throws(LedgerError) in try Self.address(text) }
        return try write { database in
            let id = try SpeakerFinder(database).one(speaker)
            return try SpeakerEditor(database: database, author: author, now: now).link(id, to: address)
        }
    }

    /// Undoes a decision about speakers.
    ///
    /// - Parameters:
    ///   - number: which; nil for the last one that holds.
    ///   - author: who undoes it.
    ///   - now: when; ISO 8601 in UTC.
    /// - Returns: the decision, undone.
    /// - Throws: ``LedgerError`` when there is none, or when a later one about the same speakers holds.
    @discardableResult
    public func undo(_ number: Int64? = nil, author: String, now: String = Ledger.now) throws(LedgerError)
        -> SpeakerDecision
    {
        try write { database in
            let editor = SpeakerEditor(database: database, author: author, now: now)
            let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM decision WHERE undone IS NULL")
            guard let number = number ?? last else {
                throw LedgerError(.invalid, "\(path): there is no decision to undo")
            }
            let decision = try editor.decision(number)
            guard decision.undone == nil else {
                throw LedgerError(.invalid, "decision \(number) is undone already")
            }
            let later = try Row.fetchAll(
                database,
                sql: "SELECT * FROM decision WHERE id > ? AND undone IS NULL ORDER BY id DESC",
                arguments: [number]
            ).map(SpeakerDecision.init(row:))
            if let other = later.first(where: { !Set($0.speakers).isDisjoint(with: decision.speakers) }) {
                throw LedgerError(
                    .invalid,
                    "decision \(other.number) (\(other.action.rawValue) \(other.details)) is about the same speakers; "
                        + "undo it first"
                )
            }
            try editor.undo(decision)
            return try editor.decision(number)
        }
    }

    /// What people decided about speakers, the newest first.
    public func decisions() throws(LedgerError) -> [SpeakerDecision] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM decision ORDER BY id DESC").map(
                SpeakerDecision.init(row:)
            )
        }
    }

    private static func name(_ text: String) throws(LedgerError) -> String {
        let name = text.split(whereSeparator: { $0.isWhitespace || $0 == "\0" }).joined(separator: " ")
        guard !name.isEmpty, name.utf8.count <= 500 else {
            throw LedgerError(.invalid, "a name has some letters, and at most 500")
        }
        guard SpeakerID(name) == nil else {
            throw LedgerError(.invalid, "\(name): looks like a speaker's number; choose a name")
        }
        return name
    }

    private static func address(_ text: String) throws(LedgerError) -> String {
        if text.wholeMatch(of: /[Qq][1-9][0-9]{0,14}/) != nil {
            return "https://www.wikidata.org/wiki/" + text.uppercased()
        }
        guard ArticleKey.of(address: text) != nil, text.utf8.count <= 2000,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && !"\"<>\\^`{|}".unicodeScalars.contains($0) })
        else {
            throw LedgerError(
                .invalid,
                "\(text): neither a Wikidata number such as Q42 nor an address of the web"
            )
        }
        return text
    }
}
