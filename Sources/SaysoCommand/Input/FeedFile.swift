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

    /// A document for each entry.
    ///
    /// - Parameters:
    ///   - path: the feed's.
    ///   - provenance: where the feed comes from.
    /// - Returns: the documents, in the feed's order.
    func documents(path: String, provenance: Provenance) -> [Document] {
        document.feed.entries.enumerated().map { index, entry in
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
