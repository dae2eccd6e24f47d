public import SaysoArticles
import SaysoStatements

extension Ledger {
    /// Writes what is selected as brat standoff: for each revision its text and its annotations, named after it.
    ///
    /// - Parameters:
    ///   - selection: which revisions; all their statements are annotated.
    ///   - folder: is made, or may be there if it is empty; it gets its name when it is whole.
    ///   - progress: is told how many of how many revisions are done.
    /// - Returns: what was written.
    /// - Throws: ``LedgerError`` when the ledger cannot be read or the folder cannot be written.
    public func exportBrat(
        _ selection: ExportSelection = ExportSelection(),
        to folder: String,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> ExportSummary {
        let folder = try WholeFolder(folder)
        let summary = try each(selection, progress: progress) { exported, _ in
            let revision = exported.revision
            let text = try folder.file("\(exported.id).txt")
            try text.write(revision.text)
            try text.finish()
            let annotations = try folder.file("\(exported.id).ann")
            var standoff = BratStandoff(of: exported.text)
            for (index, statement) in revision.statements.enumerated() {
                let speakers = statement.speakers.map { revision.speakers[$0] }.map { speaker in
                    [speaker.name, speaker.role].compactMap(\.self).joined(separator: ", ")
                }
                let attribution = BratStandoff.Attribution(
                    source: statement.source,
                    cue: statement.cue,
                    content: statement.content,
                    speakers: speakers.isEmpty
                        ? nil
                        : speakers.joined(separator: "; ").split(whereSeparator: \.isNewline)
                            .joined(separator: " ").replacing("\t", with: " ")
                )
                try annotations.write(Array(standoff.lines(of: attribution, number: index + 1).utf8))
            }
            try annotations.finish()
        }
        try folder.finish()
        return summary
    }

    /// Writes what is selected as an RO-Crate 1.1: a folder with the JSONL, the CSV and the schema, and a description
    /// of them with their sizes and digests.
    ///
    /// - Parameters:
    ///   - selection: which revisions and statements.
    ///   - folder: is made, or may be there if it is empty; it gets its name when it is whole.
    ///   - unit: what offsets count.
    ///   - includesOriginals: whether the bytes that articles were read from go with it.
    ///   - now: when it is published, as ISO 8601 in UTC.
    ///   - progress: is told how many of how many revisions are done.
    /// - Returns: what was written.
    /// - Throws: ``LedgerError`` when the ledger cannot be read or the folder cannot be written.
    public func exportCrate(
        _ selection: ExportSelection = ExportSelection(),
        to folder: String,
        unit: OffsetUnit = .codePoints,
        includesOriginals: Bool = false,
        now: String = Ledger.now,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> ExportSummary {
        let folder = try WholeFolder(folder)
        let lines = try folder.file("ledger.jsonl")
        let rows = try folder.file("statements.csv")
        let jsonLines = JSONLinesExporter(unit: unit)
        let csv = CSVExporter(unit: unit)
        try rows.write(csv.start)
        let summary = try each(selection, includesSources: includesOriginals, progress: progress) {
            try lines.write(jsonLines.bytes(of: $0, $1))
            try rows.write(csv.bytes(of: $0, $1))
        }
        let schema = try folder.file("ledger.schema.json")
        try schema.write(PackageResources.ledger_schema_json)
        let files = [
            CrateDescription.File(
                name: "ledger.jsonl",
                description: "One revision of an article a line, with all that it reports.",
                type: "application/jsonl",
                size: lines.size,
                digest: try lines.finish()
            ),
            CrateDescription.File(
                name: "statements.csv",
                description: "One statement a row: who said what, when, and where it was printed.",
                type: "text/csv",
                size: rows.size,
                digest: try rows.finish()
            ),
            CrateDescription.File(
                name: "ledger.schema.json",
                description: "The JSON Schema of each line of ledger.jsonl.",
                type: "application/schema+json",
                size: schema.size,
                digest: try schema.finish()
            ),
        ]
        let description = try folder.file("ro-crate-metadata.json")
        try description.write(CrateDescription(files: files, summary: summary, published: now).bytes)
        try description.finish()
        try folder.finish()
        return summary
    }
}
