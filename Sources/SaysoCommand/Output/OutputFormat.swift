import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The forms that `extract` prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, brat, csv

    /// What stands before the first record.
    func header(isSingle: Bool) -> String {
        switch self {
        case .json: isSingle ? "" : "[\n"
        case .csv: CSV.header
        default: ""
        }
    }

    /// One record, and what parts it from the one before.
    func record(_ record: ArticleRecord, isFirst: Bool, style: TableStyle) throws -> String {
        switch self {
        case .table: (isFirst ? "" : "\n") + Table(record, style: style).text
        case .json: (isFirst ? "" : ",\n") + (try Self.json(record, [.prettyPrinted]))
        case .jsonl: try Self.json(record, []) + "\n"
        case .csv: CSV.rows(record)
        case .brat: Brat.standoff(record)
        }
    }

    /// What stands after the last record.
    func footer(isSingle: Bool) -> String {
        self == .json ? (isSingle ? "\n" : "\n]\n") : ""
    }

    private static func json(_ record: ArticleRecord, _ style: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = style.union(.withoutEscapingSlashes)
        return String(decoding: try encoder.encode(record), as: UTF8.self)
    }
}
