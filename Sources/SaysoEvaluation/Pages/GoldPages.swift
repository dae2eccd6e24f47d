import SaysoArchives

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Pages, the bodies that their articles have, and what other extractors make of them.
package struct GoldPages: Sendable {
    /// One page.
    package struct Page: Sendable {
        /// Its name.
        package let id: String
        /// Its address; nil when the file does not say.
        package let url: String?
        /// The article's body.
        package let body: String
        /// The page's bytes.
        package let bytes: [UInt8]
    }

    /// The pages, by name.
    package let pages: [Page]
    /// What others extracted: a name, and bodies by page.
    package let peers: [(name: String, bodies: [String: String])]

    private struct Entry: Decodable {
        let articleBody: String?
        let url: String?
    }

    /// Reads a folder.
    ///
    /// - Parameter folder: holds `ground-truth.json` (`{ID: {"articleBody", "url"}}`), `html/ID.html.gz` or
    ///   `html/ID.html`, and perhaps others' bodies in the same form, `peers/*.json`.
    /// - Throws: `EvaluationError` when a file is missing or not of that form.
    package init(folder: String) throws(EvaluationError) {
        let folder = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
        var pages: [Page] = []
        let gold = try Self.entries(folder.appendingPathComponent("ground-truth.json"))
        for (id, entry) in gold.sorted(by: { $0.key < $1.key }) {
            guard !id.contains("/") else {
                throw EvaluationError(message: "\(folder.path): a page's name has a slash: \(id)")
            }
            pages.append(
                Page(
                    id: id,
                    url: entry.url,
                    body: entry.articleBody ?? "",
                    bytes: try Self.page(id, in: folder)
                )
            )
        }
        guard !pages.isEmpty else { throw EvaluationError(message: "\(folder.path): no pages") }
        self.pages = pages
        let peersFolder = folder.appendingPathComponent("peers", isDirectory: true)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: peersFolder.path)) ?? []
        var peers: [(name: String, bodies: [String: String])] = []
        for name in names.sorted() where name.hasSuffix(".json") {
            let bodies = try Self.entries(peersFolder.appendingPathComponent(name)).compactMapValues(
                \.articleBody
            )
            peers.append((String(name.dropLast(5)), bodies))
        }
        self.peers = peers
    }

    private static func entries(_ file: URL) throws(EvaluationError) -> [String: Entry] {
        let bytes = try GoldFile.bytes(file)
        guard let entries = try? JSONDecoder().decode([String: Entry].self, from: Data(bytes)) else {
            throw EvaluationError(
                message: "\(file.path): not {ID: {\"articleBody\": text, \"url\": address}}"
            )
        }
        return entries
    }

    private static func page(_ id: String, in folder: URL) throws(EvaluationError) -> [UInt8] {
        let plain = folder.appendingPathComponent("html/\(id).html")
        if FileManager.default.fileExists(atPath: plain.path) { return try GoldFile.bytes(plain) }
        return ContentCoding.gzip.decode(try GoldFile.bytes(URL(fileURLWithPath: plain.path + ".gz"))).bytes
    }
}
