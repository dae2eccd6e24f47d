import Testing

@testable import SaysoArchives

/// What a record says, in every layout.
@Suite struct ReadingTests {
    @Test(arguments: ArchiveBuilder.Layout.allCases, [1, 7, 1 << 16])
    func readsEachLayout(layout: ArchiveBuilder.Layout, chunk: Int) throws {
        let reading = try Reading(ArchiveBuilder.archive(ArchiveBuilder.records, layout), chunk: chunk)
        #expect(reading.allCodes == [])
        #expect(reading.records.map(\.kind) == [.response, .resource, .response])
        #expect(reading.records.map(\.address) == (1...3).map { "https://orlo.example/\($0)" })
        #expect(
            reading.records.map(\.text) == [
                ArchiveBuilder.page, "Plain words of Velsund.", ArchiveBuilder.page,
            ]
        )
        #expect(reading.records.map(\.status) == [200, nil, 200])
        #expect(reading.records[0].contentType == "text/html; charset=utf-8")
        #expect(reading.records[0].date == "2025-04-26T16:19:00Z")
        #expect(reading.counts == [.warcinfo: 1, .response: 2, .request: 1, .resource: 1])
    }

    @Test(arguments: ArchiveBuilder.Layout.allCases)
    func placesLeadBackToTheRecord(layout: ArchiveBuilder.Layout) throws {
        let bytes = ArchiveBuilder.archive(ArchiveBuilder.records, layout)
        for record in try Reading(bytes).records {
            let location = record.location
            #expect(location.basis == (layout == .whole ? .decompressed : .file))
            let whole = layout == .whole ? Array(ArchiveBuilder.records.joined()) : bytes
            let part = Array(whole[location.offset..<location.offset + location.length])
            let again = try Reading(part)
            #expect(again.records.map(\.body) == [record.body])
            #expect(again.allCodes == [])
        }
    }

    @Test(arguments: ArchiveBuilder.Layout.allCases)
    func readsARC(layout: ArchiveBuilder.Layout) throws {
        let reading = try Reading(ArchiveBuilder.archive(ArchiveBuilder.arcRecords, layout))
        #expect(reading.allCodes == [])
        #expect(reading.records.map(\.kind) == [.response, .resource])
        #expect(reading.records.map(\.text) == [ArchiveBuilder.page, "no header"])
        #expect(reading.records[0].date == "2025-04-26T16:19:00Z")
        #expect(reading.records[0].ip == "192.0.2.7")
        #expect(reading.records[1].contentType == "text/html")
        #expect(reading.counts[.warcinfo] == 1)
    }

    @Test func readsSecondVersionOfARC() throws {
        let about =
            "2 0 Invented\nURL IP-address Archive-date Content-type Result-code Checksum Location Offset "
            + "Filename Archive-length\n"
        let block = "HTTP/1.0 200 OK\r\n\r\nWords."
        let text = """
            filedesc://orlo.arc 0.0.0.0 20250426161900 text/plain 200 - - 0 orlo.arc \(about.utf8.count)
            \(about)
            https://orlo.example/a page 192.0.2.7 20250426161900 text/html; charset=utf-8 200 - - 77 orlo.arc \
            \(block.utf8.count)
            \(block)

            """
        let reading = try Reading(Array(text.utf8))
        #expect(reading.allCodes == [])
        #expect(reading.records.map(\.text) == ["Words."])
        #expect(reading.records.map(\.address) == ["https://orlo.example/a%20page"])
    }

    @Test func toleratesHowWritersDiffer() throws {
        let bytes =
            ArchiveBuilder.record("response", address: "<https://orlo.example/wget>", lineEnd: "\n")
            + ArchiveBuilder.record("response", address: "https://orlo.example/a b", version: "WARC/1.1")
            .dropLast(4)
            + ArchiveBuilder.record(
                "response",
                ArchiveBuilder.http(headers: [
                    ("X-Long", "one\r\n  two"), ("Set-Cookie", "a"), ("set-cookie", "b"),
                ]),
                address: "https://orlo.example/folded",
                fields: ["WARC-Truncated:\r\n\tlength", "warc-ip-address: 192.0.2.7"]
            )
        let reading = try Reading(bytes)
        #expect(reading.allCodes == [])
        #expect(
            reading.records.map(\.address)
                == ["https://orlo.example/wget", "https://orlo.example/a%20b", "https://orlo.example/folded"]
        )
        let last = try #require(reading.records.last)
        #expect(last.truncated == "length")
        #expect(last.ip == "192.0.2.7")
        #expect(last.headers.values(of: "SET-COOKIE") == ["a", "b"])
    }

    @Test func joinsFoldedHeaders() {
        let bytes = Array("HTTP/1.1 200 OK\nX-Long: one\n  two\n\nbody".utf8)
        #expect(HTTPMessage(response: bytes[...])?.headers["x-long"] == "one two")
    }

    @Test func passesOverInterimResponses() throws {
        let block = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8) + ArchiveBuilder.http(status: "404 Not Found")
        let record = try #require(Reading(ArchiveBuilder.record("response", block)).records.first)
        #expect(record.status == 404)
        #expect(record.text == ArchiveBuilder.page)
    }

    @Test func findsWhatRevisitsReferTo() throws {
        let head = Array("HTTP/1.1 304 Not Modified\r\n\r\n".utf8)
        let bytes =
            ArchiveBuilder.record(
                "response",
                address: "https://orlo.example/1",
                fields: ["WARC-Record-ID: <urn:uuid:1>"]
            )
            + ArchiveBuilder.record(
                "response",
                address: "https://orlo.example/2",
                fields: ["WARC-Payload-Digest: md5:none"]
            )
            + ArchiveBuilder.record("revisit", head, fields: ["WARC-Refers-To: <urn:uuid:1>"])
            + ArchiveBuilder.record(
                "revisit",
                head,
                fields: [
                    "WARC-Refers-To-Target-URI: <https://orlo.example/1>",
                    "WARC-Refers-To-Date: 2025-04-26T16:19:00Z",
                    "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified",
                ]
            )
            + ArchiveBuilder.record("revisit", [], fields: ["WARC-Payload-Digest: md5:none"])
            + ArchiveBuilder.record("revisit", [], fields: ["WARC-Payload-Digest: sha1:elsewhere"])
        let records = try Reading(bytes, options: .init(checksDigests: false)).records
        let revisits = records.compactMap(\.revisit)
        #expect(
            revisits.map(\.location)
                == [records[0].location, records[0].location, records[1].location, nil]
        )
        #expect(revisits[1].profile == .serverNotModified)
        #expect(records.filter { $0.kind == .revisit }.map(\.body) == [[], [], [], []])
        #expect(records[2].status == 304)
        let forgetful = try Reading(bytes, options: .init(checksDigests: false, rememberedRecords: 0))
        #expect(forgetful.records.compactMap { $0.revisit?.location } == [])
    }

    @Test(arguments: [
        ("", "empty"), ("Dear harbour master,", "not-an-archive"), ("GIF89a", "not-an-archive"),
    ])
    func refusesWhatIsNoArchive(text: String, code: String) {
        #expect(
            performing: { try Reading(Array(text.utf8)) },
            throws: { ($0 as? ArchiveError)?.code.rawValue == code }
        )
        #expect(throws: ArchiveError.self) { try Reading(Deflater.gzip(Array("<p>a page".utf8))) }
    }
}
