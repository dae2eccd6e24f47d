import Foundation
import SaysoArticles
import SaysoStatements
import Testing

/// A short invented article with the speakers that a careful reader would name for its marked sources.
///
/// The files in `Cases` hold them: `## title`, the text with marks (see `MarkedText`), then a line a source,
///
///     = 1: Mara Venn; Joss Averin | person; person | mayor; - | Orrin; -
///
/// with names, kinds and, where they matter, roles and affiliations; `-` says that there must be none, and `?`
/// alone that the source must be left unresolved. What stands before a file's first title is a comment.
struct SpeakerCase: Sendable, CustomTestStringConvertible {
    /// Why a case cannot be read.
    struct Fault: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
    }

    /// One speaker as it should be; an outer nil is not compared, an inner nil means that there must be none.
    struct Expected: Sendable {
        let name: String
        let kind: Speaker.Kind
        let role: String??
        let affiliation: String??
    }

    let title: String
    let text: MarkedText
    /// The speakers by the number of their source; none for a source that must stay unresolved.
    private(set) var expected: [Int: [Expected]] = [:]

    var testDescription: String { title }

    /// Reads one case.
    ///
    /// - Parameter lines: its title, text and expectations.
    /// - Throws: what is wrong with it, without its place.
    private init(_ lines: [Substring]) throws(Fault) {
        title = lines[0].dropFirst(3).trimmingCharacters(in: .whitespaces)
        guard !title.isEmpty else { throw Fault("no title") }
        let body = lines.dropFirst().prefix { !$0.hasPrefix("= ") }
        text = try MarkedText(body.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines))
        for line in lines.dropFirst(1 + body.count) where !line.isEmpty {
            guard line.hasPrefix("= ") else { throw Fault("text after the expectations: \(line)") }
            try expect(line.dropFirst(2))
        }
        guard !expected.isEmpty else { throw Fault("no expectation") }
        for number in text.statements.keys.sorted() where expected[number] == nil {
            throw Fault("no expectation for source \(number)")
        }
    }

    private mutating func expect(_ line: Substring) throws(Fault) {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]) else { throw Fault("no number: \(line)") }
        guard text.statements[number] != nil else { throw Fault("no source \(number)") }
        guard expected[number] == nil else { throw Fault("source \(number) is expected twice") }
        func trimmed(_ list: some Sequence<Substring>) -> [String] {
            list.map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let fields = trimmed(parts[1].split(separator: "|", omittingEmptySubsequences: false))
        if fields == ["?"] {
            expected[number] = []
            return
        }
        guard (2...4).contains(fields.count) else { throw Fault("not two to four fields: \(line)") }
        let columns = fields.map { trimmed($0.split(separator: ";", omittingEmptySubsequences: false)) }
        guard columns.allSatisfy({ $0.count == columns[0].count && !$0.contains("") }) else {
            throw Fault("not all fields have a value for each speaker: \(line)")
        }
        var speakers: [Expected] = []
        for index in columns[0].indices {
            guard let kind = Speaker.Kind(rawValue: columns[1][index]) else {
                throw Fault("no kind of speaker: \(columns[1][index])")
            }
            func field(_ column: Int) -> String?? {
                guard column < columns.count else { return nil }
                let value = columns[column][index]
                return .some(value == "-" ? nil : value)
            }
            speakers.append(
                Expected(name: columns[0][index], kind: kind, role: field(2), affiliation: field(3))
            )
        }
        expected[number] = speakers
    }
}

extension SpeakerCase {
    /// Reads all cases of a file's text.
    ///
    /// - Throws: a fault that names the file, the line where the case begins, and what is wrong.
    static func cases(in text: String, of file: String) throws(Fault) -> [SpeakerCase] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let starts = lines.indices.filter { lines[$0].hasPrefix("##") }
        guard !starts.isEmpty else { throw Fault("\(file): no case") }
        var cases: [SpeakerCase] = []
        for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
            do {
                cases.append(try SpeakerCase(Array(lines[start..<end])))
            } catch {
                throw Fault("\(file):\(start + 1): \(error.reason)")
            }
        }
        return cases
    }

    /// All cases of all files, in the order of the files' names.
    static func all() throws -> [SpeakerCase] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Cases")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.filter { $0.hasSuffix(".txt") }.flatMap { file in
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            return try cases(in: text, of: file)
        }
    }
}
