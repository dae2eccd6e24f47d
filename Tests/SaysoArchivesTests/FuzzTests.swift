import Foundation
import Testing
import TestSupport

@testable import SaysoArchives

/// Damaged archives of each kind. `SAYSO_FUZZ_CASES` sets how many.
@Suite struct ArchiveFuzzTests {
    @Test func damagedArchivesFuzz() throws {
        let cases = ProcessInfo.processInfo.environment["SAYSO_FUZZ_CASES"].flatMap { Int($0) } ?? 3_000
        let layouts = ArchiveBuilder.Layout.allCases
        let seeds =
            layouts.map { ArchiveBuilder.archive(ArchiveBuilder.records, $0) }
            + layouts.map { ArchiveBuilder.archive(ArchiveBuilder.arcRecords, $0) }
            + [
                ZipBuilder.zip(PackageTests.files),
                ZipBuilder.zip(PackageTests.files, deflated: true, wide: true),
            ]
        for seed in 0..<UInt64(cases) {
            var generator = SeededGenerator(seed: seed)
            var bytes = generator.pick(seeds)
            for _ in 0..<Int.random(in: 1...6, using: &generator) { Self.damage(&bytes, using: &generator) }
            let chunk = generator.pick([1, 13, 1 << 16])
            guard let reading = try? Reading(bytes, chunk: chunk) else { continue }
            // How the bytes come in changes nothing.
            let again = try Reading(bytes, chunk: 1 << 10)
            #expect(again.records.map(\.body) == reading.records.map(\.body), "seed \(seed)")
            #expect(again.problems == reading.problems, "seed \(seed)")
            for location in reading.problems.map(\.location) + reading.records.map(\.location) {
                let isInside =
                    location.offset >= 0 && location.length >= 0
                    && (location.basis == .decompressed || location.entry != nil
                        || location.offset + location.length <= bytes.count)
                #expect(isInside, "seed \(seed): \(location)")
            }
        }
    }

    private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: bytes.indices, using: &generator)
        let other = min(bytes.count, index + Int.random(in: 0...60, using: &generator))
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: bytes[index] = UInt8(truncatingIfNeeded: generator.next())
        case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2: bytes.removeSubrange(index..<other)
        case 3:
            bytes.insert(
                contentsOf: Array(bytes[index..<other]),
                at: Int.random(in: bytes.indices, using: &generator)
            )
        case 4: bytes.removeSubrange(index...)
        case 5:
            let pieces = [
                "WARC/1.0\r\n", "\r\n\r\n", "\n", "Content-Length: 7\r\n", "HTTP/1.1 200 OK\r\n", "\u{1F}",
                "0\r\n",
            ]
            bytes.insert(contentsOf: Array(generator.pick(pieces).utf8), at: index)
        default: bytes.insert(contentsOf: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], at: index)
        }
    }
}
