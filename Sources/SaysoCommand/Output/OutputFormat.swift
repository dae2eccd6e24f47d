import ArgumentParser

/// The forms that `extract` prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, brat, csv

    /// What stands before the first record.
    func header(isSingle: Bool) -> String {
        switch self {
        case .json: isSingle ? "" : "["
        case .csv: CSV.header
        default: ""
        }
    }

    /// Writes one record, and what parts it from the one before.
    func write(
        _ record: ArticleRecord,
        isFirst: Bool,
        isSingle: Bool,
        style: TableStyle,
        to write: (String) throws -> Void
    ) rethrows {
        switch self {
        case .table:
            try write(isFirst ? "" : "\n")
            try Table(record, style: style).write(to: write)
        case .json:
            try write(isSingle ? "" : isFirst ? "\n" : ",\n")
            try JSON(isPretty: true).write(record, to: write)
            try write(isSingle ? "\n" : "")
        case .jsonl:
            try JSON(isPretty: false).write(record, to: write)
            try write("\n")
        case .csv: try CSV.write(record, to: write)
        case .brat:
            var brat = Brat(record)
            try brat.write(to: write)
        }
    }

    /// What stands after the last record.
    func footer(isSingle: Bool) -> String {
        self == .json && !isSingle ? "\n]\n" : ""
    }
}
