import Foundation
import Testing

@testable import SaysoArchives

/// HTTP bodies with codings, right and wrong.
@Suite struct ContentCodingTests {
    static let text = String(repeating: "The Velsund ferry sails before the first snow. ", count: 40)
    static let plain = Array(text.utf8)
    static let gzipped = Deflater.gzip(plain)
    static let raw = Array(gzipped.dropFirst(10).dropLast(8))
    /// RFC 1950's two bytes before, and the Adler-32 check sum after.
    static let zlib = [0x78, 0x9C] + raw + adler
    static let brotli = Array(
        Data(base64Encoded: "G1cH4EQ3l+pqELvgxIM8OB7eggwClWGyE5Ll1oRz9G6iuPuhOCNUCNhVelwL") ?? Data()
    )

    static var adler: [UInt8] {
        var (a, b) = (1, 0)
        for byte in plain { (a, b) = ((a + Int(byte)) % 65_521, (b + a + Int(byte)) % 65_521) }
        return [b >> 8, b & 255, a >> 8, a & 255].map { UInt8($0) }
    }

    static func chunked(_ bytes: [UInt8], size: Int = 100) -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let chunk = bytes[start..<min(bytes.count, start + size)]
            result += Array("\(String(chunk.count, radix: 16)) ;x=y\r\n".utf8) + chunk + [0x0D, 0x0A]
        }
        return result + Array("0\r\nTrailer: 1\r\n\r\n".utf8)
    }

    static func decode(_ body: [UInt8], _ content: String, transfer: String? = nil) -> DecodedBody {
        var headers = HeaderFields([("Content-Encoding", content)])
        if let transfer { headers.append("transfer-encoding", transfer) }
        return HTTPMessage(startLine: "HTTP/1.1 200 OK", headers: headers, body: body).decodedBody()
    }

    @Test(arguments: [
        ("gzip", gzipped), ("X-GZIP", gzipped), ("deflate", zlib), ("deflate", raw), ("br", brotli),
        ("identity", plain),
        ("br, gzip", Deflater.gzip(brotli)), ("gzip,gzip", Deflater.gzip(gzipped)), ("UTF-8", plain),
        ("gzip", gzipped + [0, 0, 0]),
    ])
    func undoesCodings(names: String, body: [UInt8]) {
        let decoded = Self.decode(body, names)
        #expect(decoded.bytes == Self.plain)
        #expect(decoded.flaws == [])
        let sent = Self.decode(Self.chunked(body), names, transfer: "Chunked")
        #expect(sent.bytes == Self.plain)
        #expect(sent.flaws == [])
    }

    @Test func undoesGzipMembersInARowAndTransferCodings() {
        #expect(Self.decode(Self.gzipped + Self.gzipped, "gzip").bytes == Self.plain + Self.plain)
        #expect(Self.decode(Self.chunked(Self.gzipped), "", transfer: "gzip, chunked").bytes == Self.plain)
        #expect(Self.decode(Self.gzipped, "", transfer: "gzip").bytes == Self.plain)
    }

    @Test(arguments: ["gzip", "deflate", "br"])
    func keepsABodyThatIsNotCoded(name: String) {
        let decoded = Self.decode(Self.plain, name)
        #expect(decoded.bytes == Self.plain)
        #expect(decoded.flaws.map(\.code) == [.badCoding])
    }

    @Test(arguments: [("gzip", gzipped), ("deflate", zlib), ("deflate", raw), ("br", brotli)])
    func keepsWhatIsThereOfACutBody(name: String, body: [UInt8]) {
        let decoded = Self.decode(Array(body.dropLast(7)), name)
        #expect(Self.plain.starts(with: decoded.bytes))
        #expect(decoded.bytes.count > 20)
        #expect(decoded.flaws.map(\.code) == [.badCoding])
    }

    @Test func leavesUnknownCodings() {
        let decoded = Self.decode([0x28, 0xB5, 0x2F, 0xFD, 4], "zstd")
        #expect(decoded.bytes == [0x28, 0xB5, 0x2F, 0xFD, 4])
        #expect(decoded.flaws.map(\.code) == [.unknownCoding])
        #expect(
            Self.decode(Self.plain, "gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip").flaws.map(\.code) == [
                .badCoding
            ]
        )
    }

    @Test(arguments: [
        ("The ferry sails.", "The ferry sails."),
        ("5\r\nThe f\r\nb\r\nerry sails.\r\n", "The ferry sails."),
        ("5\r\nThe f\r\n9999\r\nerry sails.", "The ferry sails."),
        ("5\r\nThe ferry\r\n0\r\n\r\n", "The ferry\r\n0\r\n\r\n"),
        ("fffffffffffffffff\r\nThe", "fffffffffffffffff\r\nThe"),
    ])
    func losesNothingOfWrongChunks(body: String, kept: String) {
        let decoded = Self.decode(Array(body.utf8), "identity", transfer: "chunked")
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == kept)
        #expect(decoded.flaws.map(\.code) == [.badChunks])
    }

    @Test func decompressesASavedPage() {
        #expect(ContentCoding.isGzip(Self.gzipped))
        #expect(ContentCoding.gzip.decode(Self.gzipped).bytes == Self.plain)
        #expect(!ContentCoding.isGzip(Self.plain))
    }
}
