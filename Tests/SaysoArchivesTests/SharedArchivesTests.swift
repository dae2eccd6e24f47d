import Foundation
import Testing

@testable import SaysoArchives

/// Archives that others wrote, good and bad; they lie beside the checkout on some machines.
@Suite struct SharedArchivesTests {
    static let folder: URL? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appendingPathComponent(
            "shared/data/warc",
            isDirectory: true
        )
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    struct Expectation: CustomTestStringConvertible {
        let file: String
        let records: Int
        /// Bytes of all bodies, decoded.
        let bytes: Int
        /// What is wrong, and the offset where.
        var problems: [String] = []

        var testDescription: String { file }
    }

    static let expectations = [
        Expectation(file: "aut-example.warc.gz", records: 299, bytes: 7_615_262),
        Expectation(
            file: "bad.arc",
            records: 1,
            bytes: 1,
            problems: ["bad-header 0", "bad-header 134", "bad-header 262"]
        ),
        Expectation(
            file: "example-bad-non-chunked.warc.gz",
            records: 2,
            bytes: 1270,
            problems: ["digest-mismatch 3370"]
        ),
        Expectation(file: "example-bad.warc.gz.bad", records: 3, bytes: 1471),
        Expectation(file: "example-digest.warc", records: 0, bytes: 0, problems: ["digest-mismatch 0"]),
        Expectation(file: "example-iana.org-chunked.warc", records: 1, bytes: 7223),
        Expectation(file: "example-resource.warc.gz", records: 1, bytes: 1303),
        Expectation(file: "example-space-in-target-uri.warc.gz", records: 1, bytes: 70),
        Expectation(file: "example-space-in-url.arc", records: 1, bytes: 1271, problems: ["truncated 151"]),
        Expectation(file: "example-trunc.warc", records: 1, bytes: 1270, problems: ["wrong-length 1197"]),
        Expectation(file: "example-wget-bad-target-uri.warc.gz", records: 3, bytes: 1790),
        Expectation(
            file: "example-wrong-chunks.warc.gz",
            records: 1,
            bytes: 1270,
            problems: ["digest-mismatch 0", "short-body 0"]
        ),
        Expectation(file: "example.arc", records: 1, bytes: 1270),
        Expectation(file: "example.arc.gz", records: 1, bytes: 1270),
        Expectation(file: "example.warc", records: 2, bytes: 1270),
        Expectation(file: "example.warc.gz", records: 2, bytes: 1270),
        Expectation(file: "post-test.warc.gz", records: 3, bytes: 1648),
    ]

    @Test(.enabled(if: folder != nil, "no ../shared/data/warc beside the checkout"), arguments: expectations)
    func readsEveryRecord(expected: Expectation) throws {
        let folder = try #require(Self.folder)
        let reading = try Reading(FileSource(path: folder.appendingPathComponent(expected.file).path))
        #expect(reading.records.count == expected.records)
        #expect(reading.records.map(\.body.count).reduce(0, +) == expected.bytes)
        let problems = reading.problems + reading.records.flatMap(\.problems)
        #expect(problems.map { "\($0.code.rawValue) \($0.location.offset)" } == expected.problems)
        #expect(reading.records.filter { $0.kind == .revisit }.allSatisfy { $0.revisit?.location != nil })
    }

    @Test(.enabled(if: folder != nil, "no ../shared/data/warc beside the checkout"))
    func everyFileIsExpected() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: #require(Self.folder).path)
        #expect(Set(names.filter { !$0.hasPrefix("LICENSE") }) == Set(Self.expectations.map(\.file)))
    }
}
