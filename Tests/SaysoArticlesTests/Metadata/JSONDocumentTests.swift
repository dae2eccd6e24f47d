import Foundation
import SaysoArticles
import Testing
import TestSupport

@Suite struct JSONDocumentTests {
    /// A value in a form that tests can compare: names sorted as they come, strings decoded.
    private static func dump(_ value: JSONValue) -> String {
        switch value.kind {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number: value.scalar ?? "?"
        case .string: "'" + (value.string ?? "?") + "'"
        case .array: "[" + value.children.map(dump).joined(separator: ",") + "]"
        case .object:
            "{" + value.children.map { ($0.name ?? "?") + ":" + dump($0) }.joined(separator: ",") + "}"
        }
    }

    private func dump(_ text: String) -> String {
        JSONDocument(Array(text.utf8)).roots.map(Self.dump).joined(separator: " ")
    }

    @Test(arguments: [
        (#"{"a": 1, "b": [true, false, null], "c": {"d": "e"}}"#, "{a:1,b:[true,false,null],c:{d:'e'}}"),
        (#"[-1.5e3, "x"]"#, "[-1.5e3,'x']"),
        (#""word""#, "'word'"),
        (#"{"a": "", "": "b"}"#, "{a:'',:'b'}"),
        (#"["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"]"#, "['\"\\/\u{8}\u{C}\n\r\té😀']"),
        (#"{"a": {}, "b": []}"#, "{a:{},b:[]}"),
    ])
    func readsJSON(_ text: String, _ expected: String) {
        #expect(dump(text) == expected)
    }

    @Test(arguments: [
        ("a comma too many", #"{"a": [1, 2,], "b": 3,}"#, "{a:[1,2],b:3}"),
        ("commas in a row", #"[1,,2]"#, "[1,2]"),
        ("a comma too few", "{\"a\": \"x\"\n\"b\": \"y\"}", "{a:'x',b:'y'}"),
        ("a value too few", #"{"a": , "b": "y"}"#, "{b:'y'}"),
        ("line ends in a string", "{\"a\": \"two\nlines\t\"}", "{a:'two\nlines\t'}"),
        ("an HTML comment around it", "<!-- {\"a\": 1} -->", "{a:1}"),
        ("CDATA around it", "<![CDATA[{\"a\": 1}]]>", "{a:1}"),
        ("CDATA in script comments", "//<![CDATA[\n{\"a\": 1}\n//]]>", "{a:1}"),
        ("CDATA on one line", "// <![CDATA[ {\"a\": 1} // ]]>", "{a:1}"),
        ("CDATA in block comments", "/*<![CDATA[*/ {\"a\": 1} /*]]>*/", "{a:1}"),
        (
            "comments", "{ /* one */ \"a\": 1, // two\n \"b\": \"http://x.example\" }",
            "{a:1,b:'http://x.example'}"
        ),
        ("a comment without an end", "{\"a\": 1 /* , \"b\": 2}", "{a:1,b:2}"),
        ("quoted words in a value", #"{"a": "the "new" pier", "b": 1}"#, #"{a:'the "new" pier',b:1}"#),
        (
            "a quoted word and a comma", #"{"a": "a "pier", they said", "b": 1}"#,
            #"{a:'a "pier", they said',b:1}"#
        ),
        ("a quoted end", #"{"a": "the new "pier"", "b": 1}"#, #"{a:'the new "pier"',b:1}"#),
        ("single quotation marks", "{'a': 'it''}", "{a:'it''}"),
        ("an apostrophe in single marks", "{'a': 'Orlo's pier'}", "{a:'Orlo's pier'}"),
        ("names without marks", "{a: 1, b_2: 'x'}", "{a:1,b_2:'x'}"),
        ("wrong escapes", #"["it\'s", "\x41", "\u12", "\ud83d"]"#, "['it's','x41','u12','\u{FFFD}']"),
        ("several documents", #"{"a": 1} {"b": 2}"#, "{a:1} {b:2}"),
        ("a semicolon", #"{"a": 1};"#, "{a:1}"),
        ("broken off in a string", #"{"a": {"b": "the pi"#, "{a:{b:'the pi'}}"),
        ("broken off after a name", #"{"a": 1, "b""#, "{a:1}"),
        ("brackets that are missing", #"{"a": [{"b": 1}, "c": 2}"#, "{a:[{b:1},'c',2]}"),
        ("brackets that are wrong", #"[{"a": 1]]"#, "[{a:1}]"),
        ("brackets too many", #"}]{"a": 1}}"#, "{a:1}"),
        ("a mark of byte order", "\u{FEFF}{\"a\": 1}", "{a:1}"),
        ("words that are none of JSON's", "{\"a\": undefined, \"b\": NaN}", "{a:null,b:null}"),
        ("nothing", "", ""),
        ("no JSON", "<html>", ""),
    ])
    func forgives(_ what: String, _ text: String, _ expected: String) {
        #expect(dump(text) == expected)
    }

    @Test func takesLittleRoomForWhatIsDeep() {
        let bytes = Array(String(repeating: #"{"a":["#, count: 100_000).utf8)
        #expect(JSONDocument(bytes).nodes.count <= 1_000)
        #expect(MemoryLayout<JSONDocument.Node>.stride <= 24)
    }

    @Test func findsMembers() throws {
        let text = #"{"a": 1, "b": {"c": ["x", "y"]}, "a": 2, "\u0061b": true}"#
        let root = try #require(JSONDocument(Array(text.utf8)).root)
        #expect(root["a"]?.number == 2)
        #expect(root["b"]?["c"]?.elements.compactMap(\.string) == ["x", "y"])
        #expect(root["a"]?.elements.count == 1)
        #expect(root["z"] == nil)
        #expect(root["a"]?["b"] == nil)
        #expect(root.children.last?.name == "ab")
        #expect(root.children.last?.bool == true)
    }

    @Test func tellsWhereStringsStand() throws {
        let text = #"<script>{"body": "Å pier\nand \u201cmore\u201d\ud83d\ude00"}</script>"#
        let bytes = Array(text.utf8)
        let value = try #require(JSONDocument(bytes, in: 8..<bytes.count - 9).root?["body"])
        let pieces = try #require(value.pieces)
        let spelled = pieces.map { piece in
            piece.scalar.map(String.init) ?? String(decoding: bytes[piece.source], as: UTF8.self)
        }
        #expect(spelled == ["Å pier", "\n", "and ", "“", "more", "”", "😀"])
        #expect(spelled.joined() == value.string)
        let sources = pieces.map { String(decoding: bytes[$0.source], as: UTF8.self) }
        #expect(sources.joined() == String(decoding: bytes[value.range], as: UTF8.self))
    }

    @Test(arguments: [
        ("[", 500_000), ("{", 500_000), ("[}", 300_000), (#"{"a":"#, 200_000), ("\"", 500_000),
        (#""a" "#, 500_000), (#"["a" b, "#, 300_000), ("/*", 1_000_000), ("\\\"", 1_000_000),
        ("'\",", 700_000),
        (#"{"a": "b" c "d", "#, 120_000), ("-", 500_000), ("\"   ", 500_000),
    ])
    func staysLinear(_ unit: String, _ count: Int) {
        let bytes = Array(String(repeating: unit, count: count).utf8)
        var nodes = 0
        let seconds = processorTime { nodes = JSONDocument(bytes).nodes.count }
        #expect(seconds < 2, "\(nodes) nodes")
    }

    /// `SAYSO_FUZZ_CASES` sets how many inputs are tried.
    @Test func anyBytesFuzz() {
        let wish = ProcessInfo.processInfo.environment["SAYSO_FUZZ_CASES"].flatMap { Int($0) }
        let seeds = [
            "{", "}", "[", "]", "\"", "'", ":", ",", "\\", "\\u", "d83d", "/*", "*/", "//", "<!--", "-->",
            "a",
            "true", "1", " ", "\n", "\"a\": ", "\"b\", ", "é", "\u{1F600}",
        ]
        for seed in 0..<UInt64(wish ?? 5_000) {
            var generator = SeededGenerator(seed: seed)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                bytes +=
                    generator.oneIn(20)
                    ? [UInt8.random(in: 0...255, using: &generator)] : Array(generator.pick(seeds).utf8)
            }
            let document = JSONDocument(bytes)
            for (index, node) in document.nodes.enumerated() {
                let isSound =
                    node.end > index && node.end <= document.nodes.count && node.range.lowerBound >= 0
                    && node.range.upperBound <= bytes.count
                if !isSound {
                    Issue.record("seed \(seed): node \(index) is \(node)")
                    return
                }
                let value = document[index]
                _ = (value.string, value.name, value.number, value.children.count)
            }
        }
    }
}
