import SaysoArticles

/// A document to work on, or the reason why there is none.
struct Document: Sendable {
    /// What a document holds.
    enum Content: Sendable {
        /// A file's bytes, of unknown encoding.
        case bytes([UInt8])
        /// Characters that need no decoding.
        case text(String)
    }

    /// What the user calls it: a file's name without its ending, or a JSONL line's `id`.
    let id: DocumentID
    /// The file; `-` for standard input. JSONL lines add their number: `news.jsonl:12`.
    let path: String
    let content: Result<Content, DocumentError>

    /// Its path as messages name it.
    var name: String { Self.name(of: path) }

    /// A path as messages name it.
    static func name(of path: String) -> String { path == "-" ? "standard input" : path }

    /// Its size in bytes.
    var size: Int {
        switch content {
        case .success(.bytes(let bytes)): bytes.count
        case .success(.text(let text)): text.utf8.count
        case .failure: 0
        }
    }

    /// Reads it as an article.
    func article() throws(DocumentError) -> Article {
        let content = try content.get()
        do {
            switch content {
            case .bytes(let bytes): return try Article(bytes: bytes)
            case .text(let text) where text.isEmpty: return try Article(bytes: [])
            case .text(let text): return Article(text: text)
            }
        } catch {
            throw DocumentError(code: error.code.rawValue, message: "\(name): \(error.message)")
        }
    }
}

/// Why one document failed; the others go on.
struct DocumentError: Error, Sendable {
    /// For programs: `unreadable`, `directory`, `empty`, `binary`, `json`.
    let code: String
    /// For people: which document, and what is wrong with it.
    let message: String
}
