import SaysoArticles

/// A feed's bytes, read once for all of its entries.
final class FeedFile: Sendable {
    /// The feed as it came.
    let bytes: [UInt8]
    /// Of the feed's bytes.
    let digest: String
    private let document: FeedDocument

    /// Reads a feed.
    ///
    /// - Throws: that it is none.
    init(_ bytes: [UInt8], origin: Origin) throws(InputFile.Failure) {
        let document: FeedDocument?
        do throws(ArticleError) {
            document = try FeedDocument(bytes, origin: origin)
        } catch {
            throw InputFile.Failure(code: error.code.rawValue, reason: error.message)
        }
        guard let document else {
            throw InputFile.Failure(code: "feed", reason: "neither RSS, Atom nor JSON Feed")
        }
        self.document = document
        self.bytes = bytes
        digest = Digests.sha256(bytes)
    }

    /// A document for each entry that is whole, and one for what is wrong with the feed.
    ///
    /// - Parameters:
    ///   - id: the feed's.
    ///   - path: the feed's.
    ///   - provenance: where the feed comes from.
    ///   - skips: counts what is no entry.
    /// - Returns: the documents, in the feed's order; never none.
    func documents(
        id: DocumentID,
        path: String,
        provenance: Provenance,
        _ skips: inout SkipCounts
    ) -> [Document] {
        skips.count(.emptyEntry, times: document.feed.strays)
        let entries = document.feed.entries
        var documents = entries.indices.filter { entries[$0].isWhole }.map { index in
            let entry = entries[index]
            var provenance = provenance
            provenance.url = entry.link
            provenance.entry = Provenance.Entry(number: index + 1, id: entry.id)
            let path = "\(path):\(index + 1)"
            return Document(
                id: .text(entry.link ?? entry.id ?? path),
                path: path,
                content: .success(.entry(self, index)),
                provenance: provenance,
                isFound: true
            )
        }
        if let error = error(path) {
            documents.append(
                Document(id: id, path: path, content: .failure(error), provenance: provenance)
            )
        }
        return documents
    }

    /// What is to be said of the feed itself.
    private func error(_ path: String) -> DocumentError? {
        let (name, entries) = (Document.name(of: path), document.feed.entries)
        if let damage = document.damage {
            let isInEntry = damage.reason == nil && entries.last?.isWhole == false
            let entry = isInEntry ? ", in the middle of entry \(entries.count), which is left out" : ""
            return DocumentError(code: "feed", message: "\(name): \(damage)\(entry)")
        }
        return entries.isEmpty ? DocumentError(code: "empty-feed", message: "\(name): no entries") : nil
    }

    /// Bytes that hold an entry's text.
    func size(ofEntry index: Int) -> Int {
        document.feed.entries[index].body?.range.count ?? 0
    }

    /// An entry as an article.
    func article(ofEntry index: Int) throws(ArticleError) -> Article {
        try document.article(ofEntry: index)
    }
}
