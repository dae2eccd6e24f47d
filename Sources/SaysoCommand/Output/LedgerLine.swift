import SaysoLedger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Article records as lines that `sayso import` reads; `Docs/ledger.schema.json` describes them.
///
/// Every document has one, so that whoever hands in lines gets an answer to each.
enum LedgerLine {
    /// - Parameter record: the record, made with its revision.
    /// - Returns: its line, with the line's end.
    static func of(_ record: ArticleRecord) -> String {
        let name = DocumentName(record.id)
        let bytes: [UInt8]
        if let revision = record.revision {
            bytes = revision.line(
                document: name,
                unit: record.selection.unit,
                includesSource: record.selection.includesOriginals
            )
        } else {
            let reason: UnreadDocument.Reason =
                record.skip.map { .leftOut($0.code, detail: $0.detail) }
                ?? .errors(record.errors.map { ($0.code, $0.message) })
            bytes = UnreadDocument(name, path: record.path, reason).line
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension DocumentName {
    fileprivate init(_ id: DocumentID) {
        switch id {
        case .text(let text): self = .text(text)
        case .number(let number): self = .number(number.description)
        }
    }
}

extension Skip {
    /// For programs.
    fileprivate var code: String {
        switch self {
        case .notText: "not-text"
        case .notPage: "not-a-page"
        case .revisit: "revisit"
        case .noArticle: "no-article"
        case .emptyEntry: "empty-entry"
        case .emptyFeed: "empty-feed"
        case .language: "language"
        case .day: "day"
        case .undated: "undated"
        case .outlet: "outlet"
        }
    }

    /// What more is to be said.
    fileprivate var detail: String? {
        if case .language(let code) = self { return code }
        return nil
    }
}
