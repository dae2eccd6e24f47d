import Foundation
import Testing

@testable import SaysoCommand

@Suite("What bytes hold")
struct InputKindTests {
    @Test(
        "Kinds are told by the first bytes",
        arguments: [
            ("The lock is open, the keeper said.\n", InputKind.text), ("", .text),
            ("< 5 boats left, she said.", .text),
            ("a <b> in a text", .text), ("WARC/1.1\r\nWARC-Type: warcinfo\r\n", .archive),
            ("WARC/ is how a record begins.", .archive), ("filedesc://crawl.arc 0.0.0.0 20250303", .archive),
            ("PK\u{3}\u{4}…", .package), ("<!DOCTYPE html>\n<title>x</title>", .page),
            ("\n\n  <HTML lang=en>", .page),
            ("<!-- saved --><div>x</div>", .page),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", .page),
            ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", .page),
            ("<p>One paragraph.</p>", .page), ("some words\n<html><body>", .page),
            ("<?xml version=\"1.0\"?><!-- by hand --><rss version=\"2.0\">", .feed), ("<rss>", .feed),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", .feed),
            ("<?xml-stylesheet href=\"x\"?>\n<rdf:RDF xmlns:rdf=\"x\">", .feed),
            ("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", .feed),
            ("{\n \"items\": [], \"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1\"}", .feed),
            ("{\"menu\": {\"text\": \"Home\"}, \"x\": [\"html\"]}", .markup),
            ("{\"a\": {\"b\": \"}\"}, \"text\": \"Half a l", .lines), ("{\"html\": \"<p>\"}\n{", .lines),
            ("{\"id\": 1}", .markup), ("[\n {\"id\": 1}]", .markup),
            ("[Photo: Oda Fenn] The lock is open.", .text),
            ("{Corrected} The lock is open.", .text), ("<svg xmlns=\"http://www.w3.org/2000/svg\">", .text),
            ("<?xml version=\"1.0\"?><svg>", .markup), ("/* all */ body { margin: 0; }", .markup),
            ("a{color:red}b{margin:0;padding:0}p{top:0}", .markup),
            ("function f() { var a = 1; return a; } f();", .markup),
        ]
    )
    func kinds(start: String, kind: InputKind) {
        #expect(InputKind.detect(Array(start.utf8)) == kind)
        if kind != .archive, kind != .package {
            #expect(InputKind.detect([0xEF, 0xBB, 0xBF] + Array(start.utf8)) == kind)
        }
    }

    @Test("UTF-16 is no obstacle", arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func wide(encoding: String.Encoding) throws {
        for (text, kind) in [
            ("<!doctype html><p>x", InputKind.page), ("The lock is open.", .text), ("<rss>", .feed),
        ] {
            let bytes = try #require(text.data(using: encoding))
            #expect(InputKind.detect(Array(bytes)) == kind)
        }
    }

    @Test(
        "Bytes that are no text",
        arguments: [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
            Array(repeating: 0, count: 4096), [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], [UInt8](0...255),
        ] as [[UInt8]]
    )
    func binary(bytes: [UInt8]) {
        #expect(InputKind.detect(bytes) == .binary)
    }

    @Test("Gzip")
    func gzip() {
        #expect(InputKind.detect([0x1F, 0x8B, 8, 0]) == .gzip)
    }
}
