import SaysoArchives
import SaysoArticles

/// The pages, texts and feeds of a web archive, one record after another.
final class ArchiveDocuments {
    /// What a record gave.
    enum Step {
        /// None, one, or a feed's entries; among them what was wrong.
        case documents([Document])
        /// The archive cannot be read on.
        case failure(InputFile.Failure)
    }

    private let file: InputFile
    private let reader: ArchiveReader

    /// Begins to read.
    ///
    /// - Throws: that it is no archive.
    init(_ file: InputFile) throws(InputFile.Failure) {
        self.file = file
        do throws(ArchiveError) {
            reader = try ArchiveReader(FileBytes(file: file))
        } catch {
            throw Self.failure(error)
        }
    }

    /// Whether anything was found so far, be it only something wrong.
    private(set) var hasPages = false

    /// Whether there are bytes to go on with.
    var isReady: Bool { file.isReady }

    /// Reads on.
    ///
    /// - Parameter skips: counts what is left out.
    /// - Returns: nil at the end.
    func next(_ skips: inout SkipCounts) -> Step? {
        let before = reader.counts
        do throws(ArchiveError) {
            let item = try reader.next()
            // Requests and the like are no records that are handed over.
            let passed = reader.counts.reduce(0) { $0 + $1.value - before[$1.key, default: 0] }
            switch item {
            case nil:
                skips.count(.notPage, times: passed)
                return nil
            case .problem(let problem):
                skips.count(.notPage, times: passed)
                hasPages = true
                return .documents([failure(problem)])
            case .record(let record):
                skips.count(.notPage, times: passed - 1)
                var documents = documents(of: record, &skips)
                for index in documents.indices { documents[index].isFound = true }
                if !documents.isEmpty, let reason = record.truncated {
                    documents.append(failure(Self.cut(reason), at: record.location))
                }
                // What is said of a record that is no page is said all the same: the archive is damaged there.
                documents += record.problems.map { failure($0) }
                hasPages = hasPages || !documents.isEmpty
                return .documents(documents)
            }
        } catch {
            return .failure(Self.failure(error))
        }
    }

    private func documents(of record: ArchiveRecord, _ skips: inout SkipCounts) -> [Document] {
        if record.revisit != nil {
            skips.count(.revisit)
            return []
        }
        guard record.status ?? 200 == 200, let kind = Self.kind(of: record) else {
            skips.count(.notPage)
            return []
        }
        let place = record.location
        let origin = Origin(
            url: record.address.isEmpty ? nil : record.address,
            contentType: record.contentType,
            retrieved: record.date.flatMap { MachineDate.time(in: $0) }
        )
        let provenance = Provenance.Record(
            path: file.path,
            file: place.entry,
            offset: place.offset,
            length: place.length,
            isDecompressed: place.basis == .decompressed,
            id: record.id,
            date: record.date
        )
        let path = path(of: place)
        do throws(InputFile.Failure) {
            return try DocumentReader.documents(
                record.body,
                as: kind,
                id: .text(record.address.isEmpty ? path : record.address),
                path: path,
                origin: origin,
                record: provenance,
                &skips
            )
        } catch {
            let message = "\(path): \(error.reason)"
            return [
                Document(
                    id: .text(path),
                    path: path,
                    content: .failure(DocumentError(code: error.code, message: message))
                )
            ]
        }
    }

    /// What a record's body is to be read as; nil when it is neither page, text nor feed.
    private static func kind(of record: ArchiveRecord) -> InputKind? {
        let type = (record.contentType ?? "").prefix { $0 != ";" }.lowercased()
            .filter { !$0.isWhitespace }
        let kind = InputKind.detect(Array(record.body.prefix(InputKind.needed)))
        switch (type, kind) {
        case (_, .binary), (_, .gzip), (_, .package), (_, .archive): return nil
        case ("text/html", .feed), ("application/xhtml+xml", .feed): return .feed
        case ("text/html", _), ("application/xhtml+xml", _): return .page
        // What robots may do is no article (RFC 9309).
        case ("text/plain", .text): return record.address.hasSuffix("/robots.txt") ? nil : .text
        case ("text/plain", .page): return record.kind == .conversion ? .text : .page
        case ("", .page), (_, .feed): return kind
        default: return nil
        }
    }

    /// What is said of a page that whoever archived it did not get whole (ISO 28500, 5.13).
    private static func cut(_ reason: String) -> String {
        switch reason {
        case "length": "the page is cut off: it was longer than was kept"
        case "time": "the page is cut off: it took too long"
        case "disconnect": "the page is cut off: the server closed the connection early"
        default: "the page is cut off"
        }
    }

    private func failure(_ problem: ArchiveProblem) -> Document {
        failure(problem.message, at: problem.location)
    }

    private func failure(_ words: String, at location: ArchiveLocation) -> Document {
        let path = path(of: location)
        let name = Document.name(of: file.path)
        let basis = location.basis == .file ? "byte" : "decompressed byte"
        let place = [name, location.entry, "\(basis) \(location.offset)"].compactMap(\.self)
        let message = place.joined(separator: ": ") + ": " + words
        return Document(
            id: .text(path),
            path: path,
            content: .failure(DocumentError(code: "archive", message: message))
        )
    }

    private func path(of place: ArchiveLocation) -> String {
        [file.path, place.entry, "\(place.offset)"].compactMap(\.self).joined(separator: ":")
    }

    private static func failure(_ error: ArchiveError) -> InputFile.Failure {
        InputFile.Failure(code: error.code == .unreadable ? "unreadable" : "archive", reason: error.message)
    }
}

/// A file's bytes for the reader of archives.
private struct FileBytes: ByteSource {
    let file: InputFile

    var size: Int? { file.size }

    mutating func read(into bytes: inout [UInt8]) throws(ArchiveError) -> Int {
        do throws(InputFile.Failure) {
            return try file.read(into: &bytes)
        } catch {
            throw ArchiveError(code: .unreadable, message: error.reason)
        }
    }

    func read(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8]? {
        do throws(InputFile.Failure) {
            return try file.read(at: offset, count: count)
        } catch {
            throw ArchiveError(code: .unreadable, message: error.reason)
        }
    }
}
