import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a person decided about speakers, as the ledger's log has it.
public struct SpeakerDecision: Hashable, Sendable {
    /// What was done.
    public enum Action: String, Hashable, Sendable, CaseIterable {
        case merge, split, rename, link
        /// Two who may be one were said to be two.
        case apart
        /// Taken over from another ledger.
        case adopt
    }

    /// Counts the decisions from 1.
    public let number: Int64
    /// What was done.
    public let action: Action
    /// To whom, the one who stays first.
    public let speakers: [SpeakerID]
    /// What exactly, in words.
    public let details: String
    /// When: ISO 8601 in UTC.
    public let made: String
    /// By whom.
    public let author: String
    /// When it was undone; nil while it holds.
    public let undone: String?
    /// By whom it was undone.
    public let undoneBy: String?

    init(row: Row) throws {
        number = try row["id"]
        guard let action = try Action(rawValue: row["action"]) else {
            throw LedgerError(.damaged, "decision \(number) cannot be read")
        }
        self.action = action
        speakers = try (row["speakers"] as String).split(separator: ",").compactMap { Int64($0) }
            .map(SpeakerID.init(number:))
        let details = try? JSONDecoder().decode(
            [String: String].self,
            from: Data((row["details"] as String).utf8)
        )
        self.details = details?["words"] ?? ""
        made = try row["made"]
        author = try row["made_by"]
        undone = try row["undone"]
        undoneBy = try row["undone_by"]
    }
}

/// How speakers were before a decision: all that is needed to undo it.
struct SpeakerState: Codable {
    struct Person: Codable {
        let id: Int64
        let name: String
        let link: String?
        let isRenamed: Bool
        let mergedInto: Int64?
    }

    /// Whose a face, a speaker of an article or a statement was. `number` is the statement's speaker's.
    struct Place: Codable {
        let id: Int64
        var number: Int?
        let speaker: Int64
        let isFixed: Bool
    }

    var people: [Person] = []
    var faces: [Place] = []
    /// Speakers of articles.
    var rows: [Place] = []
    /// Statements that a person had given to somebody.
    var statements: [Place] = []
    /// Statements that had nobody of their own before the decision.
    var given: [Place]?
    /// Who was made by the decision.
    var made: Int64?

    /// Notes how some speakers are.
    init(of speakers: [Int64], _ database: Database) throws {
        for id in speakers {
            guard
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT * FROM speaker WHERE id = ?",
                    arguments: [id]
                )
            else {
                continue
            }
            people.append(
                try Person(
                    id: id,
                    name: row["name"],
                    link: row["link"],
                    isRenamed: row["is_renamed"],
                    mergedInto: row["merged_into"]
                )
            )
            let place = { (row: Row) in try Place(id: row[0], speaker: id, isFixed: row[1]) }
            faces += try Row.fetchAll(
                database,
                sql: "SELECT id, is_decided FROM face WHERE speaker_id = ?",
                arguments: [id]
            ).map(place)
            rows += try Row.fetchAll(
                database,
                sql:
                    "SELECT id, is_pinned FROM article_speaker WHERE speaker_id = ? AND (is_pinned OR face_id IS NULL)",
                arguments: [id]
            ).map(place)
            statements += try Row.fetchAll(
                database,
                sql: "SELECT statement_id, number FROM statement_speaker WHERE speaker_id = ?",
                arguments: [id]
            ).map { try Place(id: $0[0], number: $0[1], speaker: id, isFixed: true) }
        }
    }
}
