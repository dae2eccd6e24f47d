import SaysoArchives
package import SaysoArticles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Pages and the days on which their articles came out.
package struct DateCorpus: Sendable {
    /// One page.
    package struct Page: Sendable {
        /// Where it was got.
        package let address: String
        /// Its file's name.
        package let file: String
        /// The day of publication; nil when the page has none.
        package let day: StatedTime?
        /// The page, no longer compressed.
        package let bytes: [UInt8]
    }

    /// The pages, in the order of the gold.
    package let pages: [Page]

    /// Reads a corpus.
    ///
    /// - Parameter folder: holds `ground-truth.json`, an object of addresses, each with the `file` and the `date`
    ///   as in `2024-03-02`, and the files in `html/`, which may be gzipped and then end in `.gz`.
    /// - Throws: `EvaluationError` when a file is missing or the gold cannot be read.
    package init(folder: String) throws(EvaluationError) {
        let folder = URL(fileURLWithPath: folder, isDirectory: true)
        let gold = folder.appendingPathComponent("ground-truth.json")
        let members = JSONDocument(try GoldFile.bytes(gold)).root?.children ?? []
        guard !members.isEmpty else {
            throw EvaluationError(message: "\(gold.path): no pages in it")
        }
        var pages: [Page] = []
        for member in members {
            guard let address = member.name, let file = member["file"]?.string else {
                throw EvaluationError(message: "\(gold.path): an entry without an address or a file")
            }
            let day = member["date"]?.string.flatMap(MachineDate.time)
            let url = folder.appendingPathComponent("html").appendingPathComponent(file)
            let bytes: [UInt8]
            if FileManager.default.fileExists(atPath: url.path) {
                bytes = try GoldFile.bytes(url)
            } else {
                bytes = try GoldFile.bytes(url.appendingPathExtension("gz"))
            }
            let page = ContentCoding.isGzip(bytes) ? ContentCoding.gzip.decode(bytes).bytes : bytes
            pages.append(Page(address: address, file: file, day: day, bytes: page))
        }
        self.pages = pages
    }
}
