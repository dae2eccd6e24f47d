import Testing

@testable import SaysoArchives

/// WACZ, which is a ZIP file with archives in it.
@Suite struct PackageTests {
    static let files: [(name: String, bytes: [UInt8])] = [
        ("datapackage.json", Array("{}".utf8)),
        ("archive/data-1.warc.gz", ArchiveBuilder.archive(ArchiveBuilder.records, .members)),
        ("indexes/index.cdx", Array("nothing".utf8)),
        ("archive/data-2.warc", ArchiveBuilder.archive(Array(ArchiveBuilder.records.prefix(2)), .plain)),
    ]

    @Test(arguments: [false, true], [false, true])
    func readsItsArchivesInOrder(deflated: Bool, wide: Bool) throws {
        let reading = try Reading(ZipBuilder.zip(Self.files, deflated: deflated, wide: wide))
        #expect(reading.allCodes == [])
        #expect(reading.records.map(\.address) == [1, 2, 3, 1].map { "https://orlo.example/\($0)" })
        #expect(reading.records.map(\.location.entry) == [1, 1, 1, 3].map { Self.files[$0].name })
        #expect(reading.counts[.response] == 3)
        let first = reading.records[0].location
        let alone = try Reading(Self.files[1].bytes).records[0].location
        #expect(first.offset == alone.offset && first.length == alone.length && first.basis == .file)
    }

    @Test func saysWhichArchiveIsWrong() throws {
        var files = Self.files
        files[1].bytes = Array("no archive".utf8)
        let reading = try Reading(ZipBuilder.zip(files))
        #expect(reading.problems.map(\.code) == [.notARecord])
        #expect(reading.problems.map(\.location.entry) == ["archive/data-1.warc.gz"])
        #expect(reading.records.count == 1)

        var bytes = ZipBuilder.zip(Self.files)
        // In the words of the last archive, which is stored as it is.
        let place = bytes.count - 800
        let index = try #require(bytes[..<place].lastIndex(of: UInt8(ascii: "M")))
        bytes[index] = UInt8(ascii: "N")
        #expect(try Reading(bytes).allCodes.contains("digest-mismatch"))
    }

    @Test func refusesOtherZipFiles() {
        func code(_ source: any ByteSource) -> ArchiveError.Code? {
            do throws(ArchiveError) {
                _ = try ArchiveReader(source)
                return nil
            } catch {
                return error.code
            }
        }
        let zip = ZipBuilder.zip(Self.files)
        #expect(code(MemorySource(ZipBuilder.zip([("page.html", [])]))) == .notAnArchive)
        #expect(code(Pipe(zip)) == .unreadableZip)
        #expect(code(MemorySource(Array(zip.dropLast(200)))) == .unreadableZip)
        #expect(code(MemorySource(Array(zip.prefix(4)))) == .unreadableZip)
        // The second archive's place is that of the first.
        var overlapping = zip
        let name = Array("archive/data-2.warc".utf8)
        let entry = zip.indices.last { zip[$0...].starts(with: name) } ?? 0
        overlapping.replaceSubrange((entry - 4)..<entry, with: [70, 0, 0, 0])
        #expect(code(MemorySource(overlapping)) == .unreadableZip)
    }
}
