import GRDB
import SaysoArchives
import SaysoArticles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A revision with what the ledger knows beyond it, if it is in one.
struct ExportedRevision {
    /// Somebody of the ledger's speakers.
    struct LedgerSpeaker: Hashable {
        let id: Int64
        let name: String
        let link: String?

        /// What the speaker is called in commands and exports.
        var handle: String { "p\(id)" }
    }

    let id: RevisionID
    let revision: Revision
    let text: ArticleText
    /// When it came into the ledger; nil when it is in none.
    let added: String?
    let isCurrent: Bool
    /// The article's host.
    let host: String?
    /// The story that the article is a copy of; nil when it is alone.
    let story: Int64?
    /// Of each of the revision's speakers, who that is over all articles; none when it is in no ledger.
    let speakers: [LedgerSpeaker]
    /// Whom people gave statements to instead, by the indices of statement and speaker.
    let given: [Int: [Int: LedgerSpeaker]]
    /// Of each statement, the quotation that it is one of several of.
    let clusters: [Int64?]
    /// The statements that are selected.
    let chosen: [Int]
    /// The bytes of its source, as gzip, where they are wanted and kept.
    let packedSource: Data?

    /// What a statement is called.
    func name(_ index: Int) -> StatementID { StatementID(revision: id, number: index + 1) }

    /// Who printed it: as the article says, else the host.
    var outlet: String? { revision.publication.outlet ?? host }

    /// The article's address, else a name that is the article's alone.
    var address: String { revision.publication.url ?? "urn:sayso:\(id)" }

    /// Spans in a unit.
    func offsets(_ spans: [Range<Int>], in unit: OffsetUnit) -> [Range<Int>] {
        unit == .utf8 ? spans : spans.map { text.range($0, in: unit) }
    }

    /// The ledger's speakers of a statement.
    func speakers(of index: Int) -> [(speaker: Revision.Speaker, ledger: LedgerSpeaker)] {
        revision.statements[index].speakers.map {
            (revision.speakers[$0], given[index]?[$0] ?? speakers[$0])
        }
    }
}

extension ExportedRevision {
    /// A revision that is in no ledger.
    ///
    /// - Parameters:
    ///   - revision: the revision.
    ///   - includesSource: whether the source's bytes are wanted as gzip.
    init(_ revision: Revision, includesSource: Bool) {
        let digest = Digest(of: revision.text)
        id = RevisionID(of: revision, digest)
        self.revision = revision
        text = ArticleText(validUTF8: revision.text)
        (added, isCurrent, host, story) = (nil, true, ArticleKey.host(of: revision.publication.url), nil)
        (speakers, given) = ([], [:])
        clusters = revision.statements.map { _ in nil }
        chosen = Array(revision.statements.indices)
        let isText = revision.source.digest == digest
        packedSource =
            includesSource && !isText ? revision.source.bytes.map { Data(Deflater().gzip($0)) } : nil
    }

    /// Reads a revision.
    ///
    /// - Parameters:
    ///   - stored: its row.
    ///   - speakers: the ledger's speakers whose statements are selected; nil for all.
    ///   - includesSource: whether the source's bytes are wanted as gzip.
    ///   - unpacksSource: whether they are wanted as they were.
    ///   - database: where it is.
    /// - Throws: ``LedgerError`` when a part of it is damaged.
    init(
        _ stored: StoredRevision,
        speakers: Set<Int64>?,
        includesSource: Bool,
        unpacksSource: Bool = false,
        _ database: Database
    ) throws {
        id = stored.name
        revision = try stored.revision(database, unpacksSource: unpacksSource)
        text = ArticleText(validUTF8: revision.text)
        added = try stored.row["added"]
        isCurrent = try stored.row["is_current"]
        packedSource = includesSource ? try stored.packedSource(database) : nil
        let article = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT host, story_id FROM article WHERE id = ?"),
            arguments: [stored.article]
        )
        (host, story) = try (article?["host"], article?["story_id"])
        self.speakers = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT speaker.id, speaker.name, speaker.link FROM article_speaker
                    JOIN speaker ON speaker.id = speaker_id WHERE revision_id = ? ORDER BY number
                    """
            ),
            arguments: [stored.id]
        ).map { try LedgerSpeaker(id: $0[0], name: $0[1], link: $0[2]) }
        clusters = try Optional<Int64>.fetchAll(
            database.cachedStatement(
                sql: "SELECT cluster_id FROM statement WHERE revision_id = ? ORDER BY number"
            ),
            arguments: [stored.id]
        )
        guard self.speakers.count == revision.speakers.count, clusters.count == revision.statements.count
        else {
            throw LedgerError(.damaged, "revision \(id): its speakers are not those of the ledger")
        }
        var given: [Int: [Int: LedgerSpeaker]] = [:]
        let find = try database.cachedStatement(
            sql: """
                SELECT statement.number, statement_speaker.number, speaker.id, speaker.name, speaker.link
                FROM statement JOIN statement_speaker ON statement_id = statement.id
                JOIN speaker ON speaker.id = speaker_id WHERE revision_id = ?
                """
        )
        for row in try Row.fetchAll(find, arguments: [stored.id]) {
            try given[row[0], default: [:]][row[1]] = LedgerSpeaker(id: row[2], name: row[3], link: row[4])
        }
        self.given = given
        let (known, statements) = (self.speakers, revision.statements)
        chosen = statements.indices.filter { index in
            guard let speakers else { return true }
            return statements[index].speakers.contains {
                speakers.contains((given[index]?[$0] ?? known[$0]).id)
            }
        }
    }
}
