import ArgumentParser

/// The forms that `article` prints.
enum ArticleFormat: String, ExpressibleByArgument, CaseIterable, RecordFormat {
    case text, markdown, json

    var isFolder: Bool { false }

    func header(_ selection: Selection, isSingle: Bool) -> String { "" }

    func footer(isSingle: Bool) -> String { "" }

    func write(
        _ record: ArticleRecord,
        isFirst: Bool,
        isSingle: Bool,
        style: TableStyle,
        to write: (String) throws -> Void
    ) rethrows {
        switch self {
        case .json:
            try ArticleJSON(record, isPretty: isSingle).write(to: write)
            try write("\n")
        case .text, .markdown:
            // What could not be read is said on standard error.
            guard record.article != nil else { return }
            try write(isFirst ? "" : "\n---\n\n")
            let page = CleanArticle(record.article)
            try write(self == .text ? page.text : page.markdown)
        }
    }
}
