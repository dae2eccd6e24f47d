import HTTPTypes
import Hummingbird
import SaysoArticles
import SaysoLedger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the ledger holds, to take away: written as it is read, in memory for one article at a time.
struct ExportRoutes {
    let ledger: String
    let downloads: Downloads

    func addRoutes(to table: inout RouteTable) { table.get("/api/v1/export/{format}", export) }

    /// The forms of exports, folders among them.
    private enum Form: String, CaseIterable {
        case jsonLines = "jsonl"
        case csv
        case linkedData = "json-ld"
        case webAnnotation = "web-annotation"
        case tei, brat
        case crate = "ro-crate"

        var type: String {
            switch self {
            case .jsonLines: "application/jsonl"
            case .csv: "text/csv; charset=utf-8"
            case .linkedData, .webAnnotation: "application/ld+json"
            case .tei: "application/tei+xml"
            case .brat, .crate: "application/zip"
            }
        }

        /// What the file is called.
        var name: String {
            switch self {
            case .jsonLines, .csv: "ledger.\(rawValue)"
            case .linkedData: "ledger.jsonld"
            case .webAnnotation: "ledger.annotations.jsonld"
            case .tei: "ledger.tei.xml"
            case .brat, .crate: "ledger-\(rawValue).zip"
            }
        }
    }

    @Sendable private func export(_ request: Request, _ context: ServerContext) async throws -> Response {
        let name = try context.name("format")
        guard let form = Form(rawValue: name) else {
            let all = Form.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(.notFound, "not-found", "there is no export called \(name); there are \(all)")
        }
        var query = try Query(request.uri.query)
        var selection = ExportSelection()
        selection.outlet = try query.text("outlet")
        selection.published = try query.span()
        selection.speaker = try query.text("speaker")
        selection.allRevisions = try query.flag("all_revisions")
        let unit: OffsetUnit = try query.choice("offsets") ?? .codePoints
        let hasOriginals = try query.flag("originals")
        if hasOriginals, form != .jsonLines, form != .crate {
            throw Problem.invalid("originals go with jsonl and ro-crate")
        }
        if form == .brat, unit != .codePoints { throw Problem.invalid("brat standoff counts code points") }
        try query.finish()
        let body = try await downloads.body { [ledger, selection] write in
            let ledger = try Ledger(ledger, mode: .readOnly)
            if let format = ExportFormat(rawValue: form.rawValue) {
                _ = try ledger.export(
                    selection,
                    as: format,
                    unit: unit,
                    includesOriginals: hasOriginals,
                    to: write
                )
                return
            }
            // Two files each.
            if form == .brat, try ledger.revisionCount(selection) > ZipWriter.mostFiles / 2 {
                throw Problem.invalid(ZipWriter.tooMany)
            }
            let files = FileManager.default
            let folder = files.temporaryDirectory.appendingPathComponent("sayso-\(UUID().uuidString)").path
            defer { try? files.removeItem(atPath: folder) }
            if form == .brat {
                _ = try ledger.exportBrat(selection, to: folder)
            } else {
                _ = try ledger.exportCrate(selection, to: folder, unit: unit, includesOriginals: hasOriginals)
            }
            try ZipWriter.write(folder: folder, to: write)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: form.type, .contentDisposition: "attachment; filename=\"\(form.name)\"",
            ],
            body: body
        )
    }
}
