@testable import SaysoArchives

/// Archives made of invented records.
enum ArchiveBuilder {
    static let page = "<h1>Ferry</h1><p>The Velsund ferry sails before the first snow, said Dessa Marn.</p>"

    /// An HTTP response whose `Content-Length` is right.
    static func http(
        _ body: [UInt8] = Array(page.utf8),
        headers: [(name: String, value: String)] = [],
        status: String = "200 OK"
    ) -> [UInt8] {
        var all = [(name: "Content-Type", value: "text/html; charset=utf-8")] + headers
        if !headers.contains(where: { $0.name == "Content-Length" || $0.name == "Transfer-Encoding" }) {
            all.append(("Content-Length", String(body.count)))
        }
        return HTTPMessage(startLine: "HTTP/1.1 \(status)", headers: HeaderFields(all), body: body).bytes
    }

    /// One WARC record with the empty lines after it.
    static func record(
        _ type: String,
        _ block: [UInt8] = http(),
        address: String = "https://orlo.example/ferry",
        fields: [String] = [],
        version: String = "WARC/1.0",
        length: String? = nil,
        lineEnd: String = "\r\n"
    ) -> [UInt8] {
        var lines = [
            version, "WARC-Type: \(type)", "WARC-Target-URI: \(address)", "WARC-Date: 2025-04-26T16:19:00Z",
        ]
        lines += fields
        if !fields.contains(where: { $0.hasPrefix("Content-Type:") }), type == "response" {
            lines.append("Content-Type: application/http; msgtype=response")
        }
        lines += ["Content-Length: \(length ?? String(block.count))", ""]
        let head = lines.map { $0 + lineEnd }.joined()
        return Array(head.utf8) + block + Array((lineEnd + lineEnd).utf8)
    }

    /// Records of several kinds, three of which are handed over.
    static var records: [[UInt8]] {
        [
            record("warcinfo", Array("software: invented\r\n".utf8)),
            record("response", address: "https://orlo.example/1"),
            record("request", Array("GET /1 HTTP/1.1\r\nHost: orlo.example\r\n\r\n".utf8)),
            record("resource", Array("Plain words of Velsund.".utf8), address: "https://orlo.example/2"),
            record(
                "response",
                http(Deflater.gzip(Array(page.utf8)), headers: [("Content-Encoding", "gzip")]),
                address: "https://orlo.example/3"
            ),
        ]
    }

    static func arcRecord(_ block: [UInt8] = http(), address: String = "https://orlo.example/ferry")
        -> [UInt8]
    {
        Array("\(address) 192.0.2.7 20250426161900 text/html \(block.count)\n".utf8) + block + [0x0A]
    }

    static var arcRecords: [[UInt8]] {
        let about = "1 0 Invented\nURL IP-address Archive-date Content-type Archive-length\n"
        return [
            Array(
                "filedesc://orlo.arc 0.0.0.0 20250426161900 text/plain \(about.utf8.count)\n\(about)\n".utf8
            ),
            arcRecord(address: "https://orlo.example/1"),
            arcRecord(Array("no header".utf8), address: "https://orlo.example/2"),
        ]
    }

    enum Layout: CaseIterable {
        case plain, members, whole
    }

    static func archive(_ records: [[UInt8]], _ layout: Layout) -> [UInt8] {
        switch layout {
        case .plain: Array(records.joined())
        case .members: Array(records.map { Deflater.gzip($0) }.joined())
        case .whole: Deflater.gzip(Array(records.joined()))
        }
    }
}

/// All that a reader hands over.
struct Reading {
    var records: [ArchiveRecord] = []
    var problems: [ArchiveProblem] = []
    var counts: [RecordKind: Int] = [:]
    /// Problems of records and between them.
    var allCodes: [String] { (records.flatMap(\.problems) + problems).map(\.code.rawValue).sorted() }

    init(
        _ bytes: [UInt8],
        chunk: Int = 1 << 16,
        options: ArchiveReader.Options = ArchiveReader.Options()
    ) throws(ArchiveError) {
        try self.init(MemorySource(bytes, chunk: chunk), options: options)
    }

    init(_ source: any ByteSource, options: ArchiveReader.Options = ArchiveReader.Options())
        throws(ArchiveError)
    {
        let reader = try ArchiveReader(source, options: options)
        while let item = try reader.next() {
            switch item {
            case .record(let record): records.append(record)
            case .problem(let problem): problems.append(problem)
            }
        }
        counts = reader.counts
    }
}

extension ArchiveRecord {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// A pipe: its size is not known, and it is read only forward.
struct Pipe: ByteSource {
    private var memory: MemorySource

    init(_ bytes: [UInt8]) {
        memory = MemorySource(bytes, chunk: 100)
    }

    mutating func read(into bytes: inout [UInt8]) throws(ArchiveError) -> Int {
        try memory.read(into: &bytes)
    }
}
