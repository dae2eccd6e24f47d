import SaysoArticles
import Testing

@testable import SaysoStatements

/// A statement as the network might find it, by its words: the first place of each in the text.
struct Found {
    let source: String
    let cue: String
    let content: [String]

    init(_ source: String, _ cue: String, _ content: String...) {
        self.source = source
        self.cue = cue
        self.content = content
    }

    func statement(in article: Article) -> Statement {
        func spans(_ words: String) -> [Range<Int>] { words.isEmpty ? [] : [article.place(of: words)] }
        return Statement(
            form: content.allSatisfy { $0.first == "“" } ? .direct : .indirect,
            source: spans(source),
            cue: spans(cue),
            content: content.map(article.place),
            confidence: 0.9,
            occurrences: []
        )
    }
}

extension Article {
    /// Where some words stand first.
    func place(of words: String) -> Range<Int> {
        let bytes = Array(words.utf8)
        let start = (0...max(0, text.count - bytes.count)).first { text.utf8[$0...].starts(with: bytes) }
        guard let start else {
            Issue.record("“\(words)” is not in the text")
            return 0..<1
        }
        return start..<start + bytes.count
    }

    /// The words of some spans.
    func words(_ spans: [Range<Int>]) -> String { spans.map { text[$0] }.joined(separator: " … ") }
}

/// The sayings of statements that are given.
func sayings(_ text: String, _ found: [Found]) -> (article: Article, statements: [Statement]) {
    let article = Article(text: text)
    var statements = found.map { $0.statement(in: article) }.sorted()
    statements.readSayings(in: Prose(article))
    return (article, statements)
}

/// Statements with their parents, one a line: `number: source | cue | content < parent`.
func nesting(_ text: String, _ found: Found...) -> [String] {
    let (article, statements) = sayings(text, found)
    return statements.enumerated().map { number, statement in
        let parent = statement.parent.map { " < \($0)" } ?? ""
        return "\(number): \(article.words(statement.source)) | \(article.words(statement.cue)) | "
            + article.words(statement.content) + parent
    }
}
