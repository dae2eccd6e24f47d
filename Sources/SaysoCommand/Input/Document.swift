import SaysoArticles

/// A document to work on, or the reason why there is none.
struct Document: Sendable {
    /// What a document holds.
    enum Content: Sendable {
        /// Plain text of unknown encoding.
        case bytes([UInt8])
        /// Characters that need no decoding, and what is known of them.
        case text(String, Metadata)
        /// HTML.
        case page([UInt8], Origin)
        /// An entry of a feed, by its index.
        case entry(FeedFile, Int)
    }

    /// What the user calls it: a file's name without its ending, or a JSONL line's `id`; an address.
    var id: DocumentID
    /// The file, or the address; `-` for standard input. What is not all of a file adds its place after a colon: a
    /// line's or an entry's number, a record's first byte.
    let path: String
    var content: Result<Content, DocumentError>
    /// Where it comes from, beside `path`.
    var provenance = Provenance()
    /// Whether nobody named it, so that it may turn out to be no article: it was found in a folder, an archive or
    /// a feed.
    var isFound = false
    /// Whether there is no other document, and cannot be.
    var isAlone = false
    /// Bytes of the input that had been read when it was complete.
    var position = 0
    /// Which of the inputs it is part of.
    var part = InputPart()
    /// What else it may be when it is not what the user says; empty for nothing.
    var hint = ""

    /// Its path as messages name it.
    var name: String { Self.name(of: path) }

    /// A path as messages name it.
    static func name(of path: String) -> String {
        switch path {
        case "-": "standard input"
        case "": "an empty name"
        default: path
        }
    }

    /// Its size in bytes.
    var size: Int {
        switch content {
        case .success(.bytes(let bytes)), .success(.page(let bytes, _)): bytes.count
        case .success(.text(let text, _)): text.utf8.count
        case .success(.entry(let feed, let index)): feed.size(ofEntry: index)
        case .failure: 0
        }
    }

    /// What kind of thing it is read from.
    var format: String {
        switch content {
        case .success(.page): "html"
        case .success(.entry): "feed"
        default: "text"
        }
    }

    /// Reads it as an article.
    func article() throws(DocumentError) -> Article {
        let content = try content.get()
        do {
            switch content {
            case .bytes(let bytes): return try Article(bytes: bytes)
            case .text(let text, _) where text.isEmpty: return try Article(bytes: [])
            case .text(let text, let metadata): return Article(text: text, metadata: metadata)
            case .page(let bytes, let origin): return try Article(page: bytes, origin: origin)
            case .entry(let feed, let index): return try feed.article(ofEntry: index)
            }
        } catch {
            let hint = error.code == .noArticle ? hint : ""
            throw DocumentError(code: error.code.rawValue, message: "\(name): \(error.message)\(hint)")
        }
    }

    /// The bytes that the article's evidence counts in; nil when there are none.
    var source: [UInt8]? {
        switch content {
        case .success(.bytes(let bytes)), .success(.page(let bytes, _)): bytes
        case .success(.text(let text, _)): Array(text.utf8)
        case .success(.entry(let feed, _)): feed.bytes
        case .failure: nil
        }
    }

    /// The digest of those bytes.
    var digest: String? {
        if case .success(.entry(let feed, _)) = content { return feed.digest }
        return source.map { Digests.sha256($0) }
    }
}

/// One of the documents of an input.
struct InputPart: Hashable, Sendable {
    /// The file or the address, as it was named or found.
    var input = ""
    /// Which of its documents, counted from 1.
    var number = 0
}

/// Where a document comes from.
struct Provenance: Sendable {
    /// A record of an archive.
    struct Record: Sendable {
        /// The archive's.
        let path: String
        /// The file inside a WACZ; nil for other archives.
        let file: String?
        /// Of its first byte in the file.
        let offset: Int
        /// In the file, in bytes.
        let length: Int
        /// Whether both count decompressed bytes, because one gzip member holds several records.
        let isDecompressed: Bool
        let id: String?
        /// When it was written, as the archive says.
        let date: String?
    }

    /// An entry of a feed.
    struct Entry: Sendable {
        /// Counted from 1.
        let number: Int
        let id: String?
    }

    /// The address it was got from, or that it states.
    var url: String?
    var record: Record?
    var entry: Entry?
    /// Whether it is a line of a JSONL file.
    var isLine = false
}

/// Why one document failed; the others go on.
struct DocumentError: Error, Sendable {
    /// For programs: `unreadable`, `empty`, `binary`, `json`, `too-large`, `archive` and so on.
    let code: String
    /// For people: which document, and what is wrong with it.
    let message: String
}
