import ArgumentParser

/// A form in which records are printed.
protocol RecordFormat: Sendable {
    /// Whether each article gets files of its own, in a folder.
    var isFolder: Bool { get }

    /// What stands before the first record.
    func header(_ selection: Selection, isSingle: Bool) -> String

    /// Writes one record, and what parts it from the one before.
    func write(
        _ record: ArticleRecord,
        isFirst: Bool,
        isSingle: Bool,
        style: TableStyle,
        to write: (String) throws -> Void
    ) throws

    /// What stands after the last record.
    func footer(isSingle: Bool) -> String
}

/// The forms that `extract` prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, RecordFormat {
    case table, json, jsonl, ledger, brat, csv

    /// The kinds of statements to print when the user does not say. A table is for reading and tells what it
    /// leaves out; the other forms are for programs, which had better have all.
    var usualKinds: KindSelection { self == .table ? .speech : .all }

    var isFolder: Bool { self == .brat }

    func header(_ selection: Selection, isSingle: Bool) -> String {
        switch self {
        case .json: isSingle ? "" : "["
        case .csv: CSV.header(selection)
        default: ""
        }
    }

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
            try RecordJSON(record, isPretty: true).write(to: write)
            try write(isSingle ? "\n" : "")
        case .jsonl:
            try RecordJSON(record, isPretty: false).write(to: write)
            try write("\n")
        case .ledger: try write(LedgerLine.of(record))
        case .csv: try CSV.write(record, to: write)
        case .brat:
            try Brat(record).write(to: write)
        }
    }

    func footer(isSingle: Bool) -> String {
        self == .json && !isSingle ? "\n]\n" : ""
    }
}
