/// The archives in a WACZ (Web Archive Collection Zipped 1.1): a ZIP file with `archive/*.warc` or `.warc.gz`.
struct WebArchivePackage {
    enum Entry {
        case file(name: String, ZipEntrySource)
        case problem(ArchiveProblem)
    }

    private let zip: any ByteSource
    private let limits: DecodingLimits
    private var entries: [ZipDirectory.Entry]
    private var current: ZipEntrySource?
    private var currentName = ""

    /// Reads the list of files.
    ///
    /// - Throws: that it cannot be read, or holds no archives.
    init(_ zip: any ByteSource, limits: DecodingLimits) throws(ArchiveError) {
        self.zip = zip
        self.limits = limits
        entries = try ZipDirectory(zip).entries.filter { entry in
            let name = entry.name.lowercased()
            return name.hasPrefix("archive/") && (name.hasSuffix(".warc") || name.hasSuffix(".warc.gz"))
        }
        guard !entries.isEmpty else {
            throw ArchiveError(
                code: .notAnArchive,
                message:
                    "the ZIP file is no WACZ: it has no archive/*.warc or archive/*.warc.gz; unpack it first"
            )
        }
        // Files that share bytes are a way to make a small file without an end.
        let places = entries.sorted { $0.offset < $1.offset }
        for (entry, next) in Swift.zip(places, places.dropFirst())
        where entry.compressedSize > next.offset - entry.offset {
            throw ZipDirectory.failure("the ZIP file's entries \(entry.name) and \(next.name) overlap")
        }
        entries.reverse()
    }

    /// The next file, or what was wrong with the last one.
    mutating func nextEntry() throws(ArchiveError) -> Entry? {
        if let flaw = current?.finalFlaw {
            current = nil
            return problem(flaw)
        }
        guard let entry = entries.popLast() else { return nil }
        currentName = entry.name
        guard let source = try ZipEntrySource(entry, of: zip, limits: limits) else {
            return problem(
                Flaw(
                    code: .corrupt,
                    message: "the entry is encrypted, damaged or compressed in a way not known here"
                )
            )
        }
        current = source
        return .file(name: entry.name, source)
    }

    private func problem(_ flaw: Flaw) -> Entry {
        let location = ArchiveLocation(entry: currentName, basis: .file, offset: 0, length: 0)
        return .problem(ArchiveProblem(flaw.code, flaw.message, at: location))
    }
}
