import GRDB
import SaysoArchives
import SaysoArticles
import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A revision with all that can be made of it before anything is asked of the ledger: digests, packed bytes, spelled
/// places, fingerprints.
struct PreparedRevision: Sendable {
    let revision: Revision
    let textDigest: Digest
    /// Of its address.
    let host: String?
    /// The text as gzip.
    let text: Data
    /// The source as gzip; nil when it is not kept, or is the text itself.
    let source: Data?
    let paragraphs: String
    let ownVoice: String
    /// Of its body.
    let fingerprint: Fingerprint?
    /// Of its speakers, in the same order.
    let faces: [NewFace?]
    let statements: [PreparedStatement]

    /// - Parameters:
    ///   - revision: the revision.
    ///   - keepsSource: whether its source's bytes are kept.
    init(_ revision: Revision, keepsSource: Bool) {
        self.revision = revision
        let packer = Deflater()
        textDigest = Digest(of: revision.text)
        host = ArticleKey.host(of: revision.publication.url)
        text = Data(packer.gzip(revision.text))
        let isText = revision.source.digest == textDigest
        source = keepsSource && !isText ? revision.source.bytes.map { Data(packer.gzip($0)) } : nil
        paragraphs = Places.spelled(revision.paragraphs)
        ownVoice = Places.spelled(revision.ownVoice, in: revision.paragraphs)
        fingerprint = Fingerprint(article: revision.body)
        faces = revision.speakers.map { NewFace(of: $0, in: revision) }
        let printed =
            SaidDays.day(revision.publication.published) ?? SaidDays.day(revision.origin.retrieved) ?? 0
        statements = revision.statements.indices.map {
            PreparedStatement(revision, $0, printed: printed)
        }
    }
}

/// A statement as its row and the words for search have it.
struct PreparedStatement: Sendable {
    let content: String
    /// Who speaks, or what is printed for it.
    let who: DatabaseValue
    let role: DatabaseValue
    /// What the words for search have of it in their last column, after the outlet.
    let tags: String
    /// The first day on which it was said, else on which its article was printed.
    let day: Int
    /// What stands in the columns of its row from `number` on, but for `is_current`.
    let columns: [DatabaseValue]
    let fingerprint: Fingerprint?

    /// - Parameters:
    ///   - revision: the revision.
    ///   - index: which of its statements.
    ///   - printed: the day that counts where nothing says when it was said.
    init(_ revision: Revision, _ index: Int, printed: Int) {
        let record = revision.statements[index]
        content = revision.words(record.content)
        let days = SaidDays.of(record.said?.value)
        day = days?.lowerBound ?? printed
        let named = record.speakers.map { revision.speakers[$0] }
        who =
            named.isEmpty
            ? revision.words(record.source).databaseValue
            : named.map(\.name).joined(separator: " / ").databaseValue
        let roles = named.compactMap { $0.role ?? $0.affiliation }
        role = roles.isEmpty ? .null : roles.joined(separator: " / ").databaseValue
        tags = Self.tags(record, day: day, published: SaidDays.day(revision.publication.published))
        fingerprint = Fingerprint(
            content,
            form: record.form,
            isNegated: record.isNegated,
            people: named.filter { $0.kind == .person }.map(\.name)
        )
        let chain = record.chain.map { step in
            let isSource = record.source == [step.mention] && !step.rule.contains(where: \.isNumber)
            return step.rule + (isSource ? "" : " " + Places.spelled(step.mention))
        }
        .joined(separator: ";")
        let said = record.said?.value
        let isDay = days.map { $0.count == 1 && said == SaidDays.spelled($0.lowerBound) } ?? false
        columns = [
            index.databaseValue, record.form.rawValue.databaseValue, record.kind.rawValue.databaseValue,
            record.isNegated.databaseValue, record.isHedged.databaseValue, record.isHeadline.databaseValue,
            record.isUnresolved.databaseValue, .of(record.parent),
            record.speakers.map(String.init).joined(separator: ",").databaseValue,
            record.speakerConfidence.thousandths.databaseValue, chain.databaseValue,
            isDay ? .null : .of(said),
            .of(record.said?.basis.rawValue), .of(record.said?.expression.map(Places.spelled)),
            .of(days?.upperBound), day.databaseValue, record.confidence.thousandths.databaseValue,
            revision.words(record.source).databaseValue, revision.words(record.cue).databaseValue,
            content.databaseValue, Places.spelled(record.source).databaseValue,
            Places.spelled(record.cue).databaseValue, Places.spelled(record.content).databaseValue,
            Places.spelled(record.medium).databaseValue, Places.spelled(record.addressee).databaseValue,
            Places.spelled(record.occurrences).databaseValue,
            record.evidence.spelled(of: record.quoted).databaseValue,
        ]
    }
}

extension PreparedStatement {
    private static func tags(_ record: Revision.Statement, day: Int, published: Int?) -> String {
        var tags = " k\(record.kind.rawValue) f\(record.form.rawValue) d\(day / 10000) d\(day / 100)"
        if let published, published / 10000 != day / 10000 { tags += " p\(published / 10000)" }
        if let published, published / 100 != day / 100 { tags += " p\(published / 100)" }
        return tags
    }
}

extension Double {
    /// How confidences are kept.
    fileprivate var thousandths: Int { self > 0 ? Int((min(self, 1) * 1000).rounded()) : 0 }
}

extension DatabaseValue {
    /// A value, or NULL.
    static func of(_ value: (some DatabaseValueConvertible)?) -> DatabaseValue {
        value?.databaseValue ?? .null
    }
}
