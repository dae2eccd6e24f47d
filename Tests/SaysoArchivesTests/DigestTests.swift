import Testing

@testable import SaysoArchives

/// Digests that records state, in their several notations.
@Suite struct DigestTests {
    @Test(arguments: [
        "sha1:a9993e364706816aba3e25717850c26c9cd0d89d", "SHA-1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5",
        "sha1:qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", "sha1:vgmt4nsha2awvor6evyxqugcnsonbwe5",
        "md5:900150983cd24fb0d6963f7d28e17f72",
        "md5:SAAVBGB42JH3BVUWH56SRYL7OI======", "sha1:qZk-NkcGgWq6PiVxeFDCbJzQ2J0",
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ])
    func readsEachNotation(text: String) throws {
        let digest = try #require(RecordDigest(text))
        #expect(digest.matches(Array("abc".utf8)[...]))
        #expect(!digest.matches(Array("abd".utf8)[...]))
    }

    @Test func saysWhichDigestIsWrong() throws {
        let zeros = "sha1:" + String(repeating: "0", count: 40)
        let reading = try Reading(
            ArchiveBuilder.record(
                "response",
                fields: ["WARC-Block-Digest: \(zeros)", "WARC-Payload-Digest: sha1:x"]
            )
                + ArchiveBuilder.record("request", fields: ["WARC-Block-Digest: \(zeros)"])
                + ArchiveBuilder.record(
                    "response",
                    fields: ["WARC-Block-Digest: blake3:00", "WARC-Payload-Digest: none"]
                )
        )
        #expect(reading.records.map { $0.problems.map(\.code) } == [[.digestMismatch, .digestMismatch], []])
        #expect(reading.records[0].text == ArchiveBuilder.page)
        #expect(reading.problems.map(\.code) == [.digestMismatch])
        #expect(reading.problems[0].location.offset > 0)
        let unchecked = try Reading(
            ArchiveBuilder.record("response", fields: ["WARC-Block-Digest: \(zeros)"]),
            options: .init(checksDigests: false)
        )
        #expect(unchecked.allCodes == [])
    }

    @Test func acceptsPayloadsWithAndWithoutChunks() throws {
        let body = Array("The Velsund ferry sails.".utf8)
        let chunked = ContentCodingTests.chunked(body)
        let block = ArchiveBuilder.http(chunked, headers: [("Transfer-Encoding", "chunked")])
        for payload in [body, chunked] {
            let digest = RecordDigest.text(of: payload[...])
            let reading = try Reading(
                ArchiveBuilder.record("response", block, fields: ["WARC-Payload-Digest: \(digest)"])
            )
            #expect(reading.allCodes == [])
            #expect(reading.records.map(\.body) == [body])
            #expect(reading.records.map(\.payloadDigest) == [digest])
        }
    }
}
