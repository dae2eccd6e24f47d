import Testing
import TestSupport

@testable import SaysoArchives

/// Going on after records that are wrong.
@Suite struct RecoveryTests {
    static let records = ArchiveBuilder.records
    static let addresses = (1...3).map { "https://orlo.example/\($0)" }

    @Test(arguments: [-30, -1, 1, 40, 100_000])
    func findsTheEndOfARecordWithAWrongLength(difference: Int) throws {
        let block = ArchiveBuilder.http()
        let wrong = ArchiveBuilder.record(
            "response",
            block,
            address: Self.addresses[0],
            length: String(block.count + difference)
        )
        for layout in ArchiveBuilder.Layout.allCases {
            let bytes = ArchiveBuilder.archive(
                [Self.records[0], wrong, Self.records[3], Self.records[4]],
                layout
            )
            let reading = try Reading(bytes)
            #expect(reading.records.map(\.address) == Self.addresses, "\(layout)")
            #expect(reading.records[0].text == ArchiveBuilder.page, "\(layout)")
            #expect(reading.allCodes == ["wrong-length"], "\(layout)")
            #expect(reading.records[0].problems.first?.location == reading.records[0].location)
        }
    }

    @Test func aLengthBeyondTheLimitIsNoReasonToLoseTheRest() throws {
        let wrong = ArchiveBuilder.record("response", length: "99999999999999")
        for layout in ArchiveBuilder.Layout.allCases {
            let reading = try Reading(ArchiveBuilder.archive([wrong] + Self.records, layout))
            guard layout != .whole else { continue }
            #expect(reading.records.map(\.address) == Self.addresses, "\(layout)")
            #expect(reading.problems.map(\.location.offset) == [0], "\(layout)")
        }
    }

    @Test(arguments: [
        "Content-Length: -5", "Content-Length: many", "Content-Length: 99999999999999999999", "Nothing: 1",
    ])
    func reportsHeadersWithoutALength(field: String) throws {
        var text = String(decoding: Self.records[1], as: UTF8.self)
        text.replace("Content-Length: \(ArchiveBuilder.http().count)", with: field)
        let bytes = Self.records[0] + Array(text.utf8) + Self.records[3]
        let reading = try Reading(bytes)
        #expect(reading.records.map(\.address) == [Self.addresses[1]])
        #expect(reading.problems.map(\.code) == [.badHeader])
        #expect(reading.problems.map(\.location.offset) == [Self.records[0].count])
        #expect(reading.problems.map(\.location.length) == [text.utf8.count])
    }

    @Test func reportsBytesBetweenRecords() throws {
        let noise = Array("Here somebody wrote\nWARC/ by hand.\n".utf8)
        let bytes = Self.records[1] + noise + Self.records[3]
        let reading = try Reading(bytes)
        #expect(reading.records.map(\.address) == Array(Self.addresses.prefix(2)))
        #expect(reading.records[0].text == ArchiveBuilder.page)
        #expect(reading.problems.map(\.code) == [.notARecord])
        #expect(reading.problems.map(\.location.offset) == [Self.records[1].count])
        #expect(reading.problems.map(\.location.length) == [noise.count])
    }

    @Test(arguments: [3, 12, 60, 150])
    func goesOnAtTheNextMember(damaged: Int) throws {
        var members = Self.records.map { Deflater.gzip($0) }
        members[1][damaged] ^= 0xFF
        let bytes = Array(members.joined())
        let reading = try Reading(bytes, chunk: 50)
        #expect(reading.records.suffix(2).map(\.address) == Array(Self.addresses.dropFirst()))
        #expect(reading.allCodes.count == 1)
        #expect(reading.problems.allSatisfy { $0.location.offset == members[0].count })
    }

    @Test func aMemberWithAPieceMissingDoesNotTakeTheNextWithIt() throws {
        var members = Self.records.map { Deflater.gzip($0) }
        members[1].removeSubrange(40..<90)
        let reading = try Reading(Array(members.joined()))
        #expect(reading.records.map(\.address) == Array(Self.addresses.dropFirst()))
        #expect(reading.problems.map(\.location.offset) == [members[0].count])
        #expect(reading.problems.map(\.location.length) == [members[1].count])
    }

    @Test func aWrongCheckSumIsSaidOfTheRecord() throws {
        var members = Self.records.map { Deflater.gzip($0) }
        members[1][members[1].count - 8] ^= 1
        let reading = try Reading(Array(members.joined()))
        #expect(reading.records.map(\.address) == Self.addresses)
        #expect(reading.records[0].problems.map(\.code) == [.corrupt])
        #expect(reading.problems == [])
    }

    @Test func readsARecordThatIsSpreadOverMembers() throws {
        let whole = Array(Self.records.joined())
        let parts = stride(from: 0, to: whole.count, by: 100).map { whole[$0..<min(whole.count, $0 + 100)] }
        let reading = try Reading(Array(parts.map { Deflater.gzip(Array($0)) }.joined()))
        #expect(reading.records.map(\.address) == Self.addresses)
        #expect(reading.allCodes == [])
        #expect(reading.records.allSatisfy { $0.location.basis == .decompressed })
        let first = try #require(reading.records.first).location
        #expect(Array(whole[first.offset..<first.offset + first.length]).starts(with: "WARC/".utf8))
    }

    /// Whatever the cut: the records before it, and one word of it unless nothing is missing.
    @Test(arguments: ArchiveBuilder.Layout.allCases, [true, false])
    func truncationAtEveryByte(layout: ArchiveBuilder.Layout, isARC: Bool) throws {
        let records = isARC ? ArchiveBuilder.arcRecords : Self.records
        let bytes = ArchiveBuilder.archive(records, layout)
        var ends: [Int] = [0]
        for record in records {
            ends.append(ends[ends.count - 1] + ArchiveBuilder.archive([record], layout).count)
        }
        let isContent = isARC ? [false, true, true] : [false, true, false, true, true]
        for cut in 4..<bytes.count {
            guard let reading = try? Reading(Array(bytes[..<cut])) else {
                #expect(isARC && cut < ends[1], "\(layout) cut at \(cut): not told as an archive")
                continue
            }
            let context = "\(layout) cut at \(cut)"
            if layout == .whole {
                #expect(reading.allCodes == ["truncated"], "\(context)")
                continue
            }
            let whole = zip(ends.dropFirst(), isContent).filter { $0.0 <= cut && $0.1 }.count
            // Of the record that is cut, the block may be whole.
            let isBetween = ends.contains { $0 == cut || (layout == .plain && (1...4).contains($0 - cut)) }
            #expect((whole...whole + 1).contains(reading.records.count), "\(context)")
            #expect(isBetween ? reading.allCodes.count <= 1 : reading.allCodes.count == 1, "\(context)")
        }
    }

    @Test func emptyLinesAndZerosBetweenMembersAreNothing() throws {
        let members = Self.records.map { Deflater.gzip($0) + [0, 0, 0, 0] }
        #expect(try Reading(Array(members.joined())).allCodes == [])
        let spaced = Self.records.map { $0 + Array(repeating: 0x0A, count: 500) }
        #expect(try Reading(Array(spaced.joined())).allCodes == [])
    }

    @Test func segmentsAndBrokenHTTPAreSaid() throws {
        let bytes =
            ArchiveBuilder.record("response", fields: ["WARC-Segment-Number: 1"])
            + ArchiveBuilder.record("response", Array("no status line".utf8))
            + ArchiveBuilder.record("response", Array("HTTP/1.1 200 OK\r\nServer: x".utf8))
            + ArchiveBuilder.record("response", ArchiveBuilder.http(headers: [("Content-Length", "500")]))
        let reading = try Reading(bytes)
        #expect(
            reading.records.map { $0.problems.map(\.code) } == [
                [.segmented], [.badHTTP], [.badHTTP], [.shortBody],
            ]
        )
        #expect(reading.records[1].text == "no status line")
    }
}
