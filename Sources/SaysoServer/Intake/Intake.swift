package import SaysoLedger

/// What somebody hands in to be read.
package enum Submission: Sendable {
    /// A text, a page or a feed, as its bytes tell.
    ///
    /// - Parameters:
    ///   - bytes: all of it.
    ///   - type: the media type that was named; nil for none.
    ///   - address: where it came from; nil when nobody says.
    ///   - name: what its file was called; nil when it was none.
    case bytes([UInt8], type: String?, address: String?, name: String? = nil)
    /// An address of the web, which is got after robots.txt and only from public machines.
    case address(String)
}

/// What became of an article that was added; see `sayso add --format json`.
package struct AddedArticle: LedgerRow, Hashable {
    /// `added`, `changed` or `unchanged`.
    package var result: String
    /// The revision that stands for it in the ledger.
    package var revision: RevisionID?
    /// How many statements are new.
    package var statements: Int
    /// How many places were changed.
    package var changes: Int
    /// The article's key.
    package var article: String?
    /// Where it came from.
    package var path: String

    /// Tells what became of an article.
    package init(
        result: String,
        revision: RevisionID?,
        statements: Int,
        changes: Int,
        article: String?,
        path: String
    ) {
        (self.result, self.revision, self.statements) = (result, revision, statements)
        (self.changes, self.article, self.path) = (changes, article, path)
    }

    package static let columns = ["result", "revision", "statements", "changes", "article", "path"]

    package var cells: [Cell] {
        [
            .text(result), .text(revision?.description), .number(statements), .number(changes),
            .text(article), .text(path),
        ]
    }
}

/// Why something that was handed in is no article.
package struct IntakeError: Error, Hashable {
    /// For programs: `empty`, `binary`, `no-article`, `invalid-address` and so on.
    package let code: String
    /// For people.
    package let message: String

    /// Says what is wrong.
    package init(code: String, message: String) {
        (self.code, self.message) = (code, message)
    }
}

/// What is told while something is added.
package enum AdditionStep: Sendable {
    /// So many documents are in it.
    case found(Int)
    /// One of them was read, whatever came of it.
    case read
    /// One is no article.
    ///
    /// - Parameters:
    ///   - error: why.
    ///   - path: where it came from.
    case problem(IntakeError, path: String)
    /// One is in the ledger.
    case added(AddedArticle)
}

/// Reads articles for the server: whoever starts it brings what `sayso extract` and `sayso add` do.
package struct Intake: Sendable {
    /// Gives each article with what it reports, as `sayso extract --format json` prints it.
    package var extract: @Sendable (Submission) async throws -> [[UInt8]]
    /// Puts articles into the ledger, and tells of each step. What was told to be added stays, whatever is thrown later.
    ///
    /// It throws `IntakeError` when there is nothing to read, and ``LedgerError`` when the ledger cannot be written.
    package var add: @Sendable (Submission, @Sendable (AdditionStep) -> Void) async throws -> Void

    /// Takes what reads and adds.
    package init(
        extract: @escaping @Sendable (Submission) async throws -> [[UInt8]],
        add: @escaping @Sendable (Submission, @Sendable (AdditionStep) -> Void) async throws -> Void
    ) {
        (self.extract, self.add) = (extract, add)
    }
}
