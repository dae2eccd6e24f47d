import GRDB
import SaysoArticles
import SaysoStatements

/// schema.org in JSON-LD: articles, quotations, and the claims that they make, with every article of the ledger that
/// a claim appeared in. Whether a claim is true is for others to say: there is never a rating.
struct LinkedDataExporter: RevisionExporter {
    private var isFirst = true
    /// Quotations in several articles are one claim.
    private var clusters: Set<Int64> = []

    var start: [UInt8] { Array("{\"@context\":\"https://schema.org\",\"@graph\":[\n".utf8) }

    mutating func bytes(of exported: ExportedRevision, _ database: Database) throws -> [UInt8] {
        var json = JSONWriter()
        var nodes: [[UInt8]] = []
        func add(_ members: (inout JSONWriter) throws -> Void) rethrows {
            try json.object(members)
            nodes.append(json.take())
            json.raw("")
        }
        add { article(exported, &$0) }
        for index in exported.chosen {
            let statement = exported.revision.statements[index]
            let claim = statement.makesClaim ? Self.claim(index, of: exported) : nil
            if statement.form != .indirect {
                add { quotation(index, of: exported, claim: claim, &$0) }
            }
            guard let claim else { continue }
            if let cluster = exported.clusters[index], !clusters.insert(cluster).inserted { continue }
            let appearances = try appearances(index, of: exported, database)
            add { self.claim(claim, index, of: exported, appearances, &$0) }
        }
        let text = nodes.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",\n")
        defer { isFirst = false }
        return Array(((isFirst ? "" : ",\n") + text).utf8)
    }

    func finish() -> [UInt8] { Array("\n]}\n".utf8) }

    // MARK: Nodes

    private static func article(_ exported: ExportedRevision) -> String { "urn:sayso:\(exported.id)" }

    private static func claim(_ index: Int, of exported: ExportedRevision) -> String {
        exported.clusters[index].map { "urn:sayso:cluster:\($0)" }
            ?? "urn:sayso:\(exported.name(index)):claim"
    }

    private func article(_ exported: ExportedRevision, _ json: inout JSONWriter) {
        let publication = exported.revision.publication
        json.member("@type", "NewsArticle")
        json.member("@id", Self.article(exported))
        json.member("identifier", exported.id.description)
        json.some("url", publication.url)
        json.some("headline", publication.headline)
        json.some("description", publication.standfirst)
        if !publication.bylines.isEmpty {
            json.array("author", publication.bylines) { json, name in
                json.object { json in
                    json.member("@type", "Person")
                    json.member("name", name)
                }
            }
        }
        if let outlet = exported.outlet {
            json.object("publisher") { json in
                json.member("@type", "NewsMediaOrganization")
                json.member("name", outlet)
            }
        }
        json.some("articleSection", publication.section)
        json.some("inLanguage", publication.language)
        json.some("datePublished", publication.published)
        json.some("dateModified", publication.modified)
        if !exported.isCurrent { json.member("creativeWorkStatus", "superseded") }
    }

    private func quotation(
        _ index: Int,
        of exported: ExportedRevision,
        claim: String?,
        _ json: inout JSONWriter
    ) {
        let (revision, statement) = (exported.revision, exported.revision.statements[index])
        json.member("@type", "Quotation")
        json.member("@id", "urn:sayso:\(exported.name(index))")
        json.member("text", revision.words(statement.content))
        let speakers = exported.speakers(of: index)
        if !speakers.isEmpty {
            json.array("creator", speakers) { json, speaker in
                json.object { write(speaker.speaker, speaker.ledger, &$0) }
            }
            json.array("spokenByCharacter", speakers) { json, speaker in
                json.object { $0.member("@id", "urn:sayso:speaker:\(speaker.ledger.handle)") }
            }
        }
        json.some("dateCreated", statement.said?.value.flatMap(Self.date))
        json.object("isPartOf") { $0.member("@id", Self.article(exported)) }
        json.some("citation", revision.publication.url)
        if let claim { json.object("interpretedAsClaim") { $0.member("@id", claim) } }
    }

    private func write(
        _ speaker: Revision.Speaker,
        _ ledger: ExportedRevision.LedgerSpeaker,
        _ json: inout JSONWriter
    ) {
        let type =
            switch speaker.kind {
            case .person, .unnamed: "Person"
            case .organisation, .group: "Organization"
            case .document: "CreativeWork"
            }
        json.member("@type", type)
        json.member("@id", "urn:sayso:speaker:\(ledger.handle)")
        json.member("name", ledger.name)
        if type == "Person" { json.some("jobTitle", speaker.role) }
        if type == "Person", let affiliation = speaker.affiliation {
            json.object("affiliation") { json in
                json.member("@type", "Organization")
                json.member("name", affiliation)
            }
        }
        json.some("sameAs", ledger.link.map(Self.entity))
    }

    /// The address of what a page of Wikidata is about; any other address as it is.
    private static func entity(_ link: String) -> String {
        let page = /https?:\/\/www\.wikidata\.org\/wiki\/(Q[0-9]+)/
        return link.wholeMatch(of: page).map { "http://www.wikidata.org/entity/\($0.1)" } ?? link
    }

    private func claim(
        _ name: String,
        _ index: Int,
        of exported: ExportedRevision,
        _ appearances: [Appearance],
        _ json: inout JSONWriter
    ) {
        let statement = exported.revision.statements[index]
        json.member("@type", "Claim")
        json.member("@id", name)
        json.member("text", exported.revision.words(statement.content))
        let speakers = exported.speakers(of: index)
        if !speakers.isEmpty {
            json.array("author", speakers) { json, speaker in
                json.object { write(speaker.speaker, speaker.ledger, &$0) }
            }
        }
        if let first = appearances.first { json.object("firstAppearance") { first.write(&$0) } }
        json.array("appearance", appearances) { json, appearance in json.object { appearance.write(&$0) } }
    }

    // MARK: Appearances

    private struct Appearance {
        let id: RevisionID
        let url, headline, published: String?

        func write(_ json: inout JSONWriter) {
            json.member("@type", "NewsArticle")
            json.member("@id", "urn:sayso:\(id)")
            json.some("url", url)
            json.some("headline", headline)
            json.some("datePublished", published)
        }
    }

    /// Where a claim appeared, the first article first; one without a date comes last.
    private func appearances(
        _ index: Int,
        of exported: ExportedRevision,
        _ database: Database
    ) throws -> [Appearance] {
        guard let cluster = exported.clusters[index] else {
            let publication = exported.revision.publication
            return [
                Appearance(
                    id: exported.id,
                    url: publication.url,
                    headline: publication.headline,
                    published: publication.published
                )
            ]
        }
        let find = try database.cachedStatement(
            sql: """
                SELECT DISTINCT revision.uid, revision.url, revision.headline, revision.published
                FROM statement JOIN revision ON revision.id = statement.revision_id
                WHERE statement.cluster_id = ? AND revision.is_current
                ORDER BY revision.id
                """
        )
        let appearances = try Row.fetchAll(find, arguments: [cluster]).map { row in
            try Appearance(
                id: RevisionID(number: row[0]),
                url: row[1],
                headline: row[2],
                published: row[3]
            )
        }
        return PublicationTime.sorted(appearances, by: \.published)
    }

    /// A TIMEX3 value, where it is a date of ISO 8601 as well.
    private static func date(_ value: String) -> String? {
        value.wholeMatch(of: /[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:]+Z?)?)?)?/) == nil ? nil : value
    }
}

extension Revision.Statement {
    /// Whether somebody says by it that something is so.
    fileprivate var makesClaim: Bool {
        switch kind {
        case .asked, .ordered, .thought, .decided, .other: false
        default: !isNegated
        }
    }
}
