import GRDB
public import SaysoArticles

extension Ledger {
    /// Writes what is selected as one stream, in memory for one article at a time.
    ///
    /// All is of one state of the ledger, whatever is written to it meanwhile.
    ///
    /// - Parameters:
    ///   - selection: which revisions and statements.
    ///   - format: how they are written.
    ///   - unit: what offsets count.
    ///   - includesOriginals: whether JSONL carries the bytes that articles were read from.
    ///   - write: takes the pieces, in order.
    ///   - progress: is told how many of how many revisions are done.
    /// - Returns: what was written.
    /// - Throws: ``LedgerError`` when the selection makes no sense, the ledger cannot be read, or nothing is selected
    ///   for TEI; and whatever `write` throws.
    public func export(
        _ selection: ExportSelection = ExportSelection(),
        as format: ExportFormat,
        unit: OffsetUnit = .codePoints,
        includesOriginals: Bool = false,
        to write: ([UInt8]) throws -> Void,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> ExportSummary {
        var exporter: any RevisionExporter =
            switch format {
            case .jsonLines: JSONLinesExporter(unit: unit)
            case .csv: CSVExporter(unit: unit)
            case .linkedData: LinkedDataExporter()
            case .webAnnotation: AnnotationExporter(unit: unit)
            case .tei: TEIExporter()
            }
        var start: [UInt8]? = exporter.start
        let wantsSources = includesOriginals && format == .jsonLines
        let summary = try each(selection, includesSources: wantsSources, progress: progress) {
            if let bytes = start {
                try write(bytes)
                start = nil
            }
            try write(try exporter.bytes(of: $0, $1))
        }
        if let start {
            // A corpus of TEI has at least one text.
            guard format != .tei else {
                throw summary.damaged.first.map { LedgerError(.damaged, $0) }
                    ?? LedgerError(.notFound, "nothing to export: TEI has no corpus without an article")
            }
            try write(start)
        }
        try write(exporter.finish())
        return summary
    }

    /// Counts what an export would hold.
    ///
    /// - Parameter selection: which revisions.
    /// - Returns: how many they are.
    /// - Throws: ``LedgerError`` when the selection makes no sense or the ledger cannot be read.
    package func revisionCount(_ selection: ExportSelection) throws -> Int {
        try read { try ExportQuery(selection, $0).count($0) }
    }

    /// Does something with each revision that is selected, in the order in which they were added.
    func each(
        _ selection: ExportSelection,
        includesSources: Bool = false,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in },
        _ work: (ExportedRevision, Database) throws -> Void
    ) throws -> ExportSummary {
        var summary = ExportSummary()
        var failure: (any Error)?
        do {
            try read { database in
                let query = try ExportQuery(selection, database)
                let all = try query.count(database)
                let ids = try query.ids(database)
                var done = 0
                while let id = try ids.next() {
                    try Task.checkCancellation()
                    done += 1
                    let revision: ExportedRevision
                    do {
                        guard let stored = try StoredRevision.with(id: id, database) else { continue }
                        revision = try ExportedRevision(
                            stored,
                            speakers: query.speakers,
                            includesSource: includesSources,
                            database
                        )
                    } catch let error as LedgerError where error.code == .damaged {
                        summary.damaged.append(error.message)
                        continue
                    }
                    do { try work(revision, database) } catch {
                        failure = error
                        throw error
                    }
                    summary.revisions += 1
                    summary.statements += revision.chosen.count
                    progress(done, all)
                }
            }
        } catch {
            throw failure ?? error
        }
        return summary
    }
}

/// Writes revisions in one form.
protocol RevisionExporter {
    /// What stands before the first.
    var start: [UInt8] { get }

    /// One of them.
    ///
    /// - Parameters:
    ///   - revision: what is written.
    ///   - database: the ledger, for what lies beyond the revision.
    /// - Returns: what is written for it.
    /// - Throws: the database's errors.
    mutating func bytes(of revision: ExportedRevision, _ database: Database) throws -> [UInt8]

    /// What stands after the last.
    mutating func finish() -> [UInt8]
}

extension RevisionExporter {
    var start: [UInt8] { [] }
    mutating func finish() -> [UInt8] { [] }
}

extension Ledger {
    /// All that a revision says, as its line of the JSONL has it, with the line's end.
    ///
    /// - Parameters:
    ///   - id: the revision.
    ///   - unit: what offsets count.
    /// - Returns: JSON that `Docs/ledger.schema.json` describes; without the original bytes.
    /// - Throws: ``LedgerError`` when there is none of this name, or it is damaged.
    package func exported(_ id: RevisionID, unit: OffsetUnit) throws(LedgerError) -> [UInt8] {
        try read { database in
            let find = try database.cachedStatement(sql: "SELECT * FROM revision WHERE uid = ?")
            guard let row = try Row.fetchOne(find, arguments: [id.number]) else {
                throw LedgerError(.notFound, "\(path): there is no revision \(id)")
            }
            let revision = try ExportedRevision(
                try StoredRevision(row: row),
                speakers: nil,
                includesSource: false,
                database
            )
            return JSONLinesExporter(unit: unit).bytes(of: revision, database)
        }
    }
}
