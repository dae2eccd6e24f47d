import Testing
import TestSupport

@testable import SaysoArchives

/// Few bytes that become many.
@Suite struct BombTests {
    static let zeros = [UInt8](repeating: 0, count: 20 << 20)
    /// Eight million zeros.
    static let brotli: [UInt8] = [
        0xCB, 0xFF, 0xFF, 0x3F, 0xF8, 0x27, 0, 0xE2, 0xB1, 0x40, 0x20, 0xF7, 0xFE, 0x6F,
    ]

    @Test func bodiesAreCutAtTheLimits() {
        let zipped = Deflater.gzip(Self.zeros)
        let bySize = ContentCoding.gzip.decode(zipped, limits: .init(size: 1 << 20, ratio: 2_000))
        #expect(bySize.bytes.count == 1 << 20)
        #expect(bySize.flaws.map(\.code) == [.tooLong])
        let byRatio = ContentCoding.gzip.decode(zipped)
        #expect(byRatio.bytes.count < 4 << 20)
        #expect(byRatio.flaws.map(\.code) == [.bomb])
        let brotli = ContentCoding.brotli.decode(Self.brotli)
        #expect(brotli.bytes.count < 2 << 20)
        #expect(brotli.flaws.map(\.code) == [.bomb])
        let nested = ContentCoding.decode(Deflater.gzip(zipped), names: ["gzip", "gzip"])
        #expect(nested.flaws.map(\.code) == [.bomb])
    }

    @Test func recordsAreReportedAndPassedOver() throws {
        let after = ArchiveBuilder.record("response", address: "https://orlo.example/after")
        let bomb = ArchiveBuilder.record("resource", Self.zeros)
        for layout in [ArchiveBuilder.Layout.members, .plain] {
            let long = try Reading(
                ArchiveBuilder.archive([bomb, after], layout),
                options: .init(limits: .init(size: 1 << 20, ratio: 5_000))
            )
            #expect(long.allCodes == ["too-long"])
            #expect(long.records.map(\.address) == ["https://orlo.example/after"])
            #expect(long.problems.map(\.location.offset) == [0])
        }
        let reading = try Reading(ArchiveBuilder.archive([bomb, after], .members))
        #expect(reading.allCodes == ["bomb"])
        #expect(reading.records.map(\.address) == ["https://orlo.example/after"])
    }

    @Test func aHeaderWithoutAnEndIsCutOff() throws {
        let fields = Array(String(repeating: "A:\n", count: 1_000_000).utf8)
        let block = Array("HTTP/1.1 200 OK\r\n".utf8) + fields
        let record = try #require(Reading(ArchiveBuilder.record("response", block)).records.first)
        #expect(record.problems.map(\.code) == [.badHTTP])
        #expect(record.headers.fields.count < 400_000)
        #expect(record.body.count > 1_900_000)
    }

    @Test func readsALongRecordFromAPipe() throws {
        let long = ArchiveBuilder.record("resource", Array(repeating: 0x41, count: 300_000))
        let bytes = long + ArchiveBuilder.record("response")
        let reading = try Reading(Pipe(bytes), options: .init(limits: .init(size: 100_000)))
        #expect(reading.allCodes == ["too-long"])
        #expect(reading.problems.map(\.location.length) == [long.count - 4])
        #expect(reading.records.count == 1)
    }

    /// Twice the bytes may take little more than twice the time.
    @Test(arguments: [
        ("false members", [0x1F, 0x8B, 8, 8] as [UInt8]),
        ("line breaks", [0x0A]),
        ("record beginnings", Array("WARC/1.0\r\n".utf8)),
        ("headers without an end", Array("WARC/1.0\r\nA: b\r\n".utf8)),
        ("empty records", Array("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 0\r\n\r\n".utf8)),
        (
            "lengths beyond the end",
            Array("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 999999\r\n\r\n".utf8)
        ),
        ("lines", Array("\nWARC/x".utf8)),
        ("empty members", Deflater.gzip([])),
        ("ARC lines", Array("https://orlo.example/ 192.0.2.7 20250426161900 text/html x\n".utf8)),
    ])
    func takesTimeThatGrowsWithTheBytes(name: String, unit: [UInt8]) {
        func time(_ size: Int) -> Double {
            let start =
                unit.starts(with: [0x1F])
                ? Deflater.gzip(ArchiveBuilder.records[1])
                : unit.starts(with: "https".utf8) ? ArchiveBuilder.arcRecords[0] : ArchiveBuilder.records[1]
            let bytes = start + Array(repeatElement(unit, count: size / unit.count).joined())
            return processorTime { _ = try? Reading(bytes) }
        }
        let (short, long) = (time(100_000), time(400_000))
        #expect(long < 10 * short + 0.05, "\(name): \(short) and \(long) s")
        #expect(long < 4, "\(name): \(long) s")
    }
}
