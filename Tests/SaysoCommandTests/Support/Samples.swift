import Foundation

/// Pages, feeds and archives about invented events.
enum Samples {
    /// An article as an outlet prints it, with nothing around it that could be taken for a part of it.
    ///
    /// - Parameters:
    ///   - headline: its title.
    ///   - day: when it came out.
    ///   - paragraphs: its body; the usual one has two statements.
    ///   - language: the page's language.
    ///   - outlet: who prints it.
    /// - Returns: the page.
    static func page(
        _ headline: String = "Velm ferry to sail again",
        day: String = "2025-03-04",
        paragraphs: [String] = Samples.paragraphs,
        language: String = "en",
        outlet: String = "Coastwire"
    ) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language)">
        <head>
        <meta charset="utf-8">
        <title>\(headline) | \(outlet)</title>
        <meta property="og:title" content="\(headline)">
        <meta property="og:site_name" content="\(outlet)">
        <meta property="article:published_time" content="\(day)T08:30:00Z">
        <meta name="author" content="Ada Quill">
        </head>
        <body>
        <article>
        <h1>\(headline)</h1>
        \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
        </article>
        </body>
        </html>

        """
    }

    /// The usual body: character references, a link in the middle of a statement, white space to fold.
    static let paragraphs = [
        "The Velm ferry will sail again in May, Rona Tesk, head of the Velm harbour board, said on Monday after "
            + "the board had looked at the pier for two days.",
        "&ldquo;The pier is <a href=\"/pier\">as sound as</a> a bell,&rdquo; Tesk\n   said. &ldquo;Nobody &amp; "
            + "nothing will fall into the water.&rdquo;",
        "Ivo Marn, who mends nets at the pier, said that fares would have to fall before anybody took the ferry.",
    ]

    /// A feed with two whole stories and one that is only announced.
    static let feed = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel>
        <title>Coastwire</title>
        <link>https://coastwire.example/</link>
        <language>en</language>
        <item>
        <title>Velm ferry to sail again</title>
        <link>https://coastwire.example/ferry</link>
        <guid>coastwire-1</guid>
        <pubDate>Tue, 04 Mar 2025 08:30:00 GMT</pubDate>
        <content:encoded><![CDATA[<p>\(paragraphs[0])</p><p>\(paragraphs[1])</p>]]></content:encoded>
        </item>
        <item>
        <title>Lock seven stays shut</title>
        <link>https://coastwire.example/lock</link>
        <pubDate>Wed, 05 Mar 2025 10:00:00 GMT</pubDate>
        <description>&lt;p&gt;Lock seven stays shut until the ice is gone, Nils Orrin said. &amp;ldquo;We will \
        open it in April,&amp;rdquo; he added.&lt;/p&gt;</description>
        </item>
        <item>
        <title>Net mender says fares must fall</title>
        <link>https://coastwire.example/fares</link>
        </item>
        </channel>
        </rss>

        """

    /// A record of a WARC.
    ///
    /// - Parameters:
    ///   - address: where the page was got.
    ///   - body: the page.
    ///   - type: its media type.
    ///   - status: the server's status.
    ///   - fields: further fields of the record.
    /// - Returns: the record with its head and end.
    static func record(
        _ address: String,
        _ body: Data,
        type: String = "text/html; charset=utf-8",
        status: Int = 200,
        fields: [String] = []
    ) -> Data {
        let head = "HTTP/1.1 \(status) X\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n\r\n"
        return warc(
            "response",
            address,
            type: "application/http; msgtype=response",
            Data(head.utf8) + body,
            fields: fields
        )
    }

    /// A record of a WARC of any type.
    static func warc(
        _ kind: String,
        _ address: String?,
        type: String,
        _ block: Data,
        fields: [String] = []
    ) -> Data {
        let head = [
            "WARC/1.1", "WARC-Type: \(kind)",
            "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-\(String(format: "%012d", block.count))>",
            "WARC-Date: 2025-03-05T12:00:00Z", address.map { "WARC-Target-URI: \($0)" },
            "Content-Type: \(type)", "Content-Length: \(block.count)",
        ]
        return Data((head.compactMap(\.self) + fields + ["", ""]).joined(separator: "\r\n").utf8) + block
            + Data("\r\n\r\n".utf8)
    }

    /// A ZIP file of files as they are.
    static func zip(_ files: [(name: String, bytes: Data)]) -> Data {
        func number(_ value: Int, _ size: Int) -> Data {
            Data((0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
        }
        var (bytes, list) = (Data(), Data())
        for file in files {
            let sum = ~file.bytes.reduce(UInt32.max) { sum, byte in
                (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
            }
            // Neither flags nor compression nor a time.
            let facts =
                number(20, 2) + number(0, 8) + number(Int(sum), 4) + number(file.bytes.count, 4)
                + number(file.bytes.count, 4) + number(file.name.utf8.count, 2) + number(0, 2)
            list += number(0x0201_4B50, 4) + number(20, 2) + facts + number(0, 10) + number(bytes.count, 4)
            list += Data(file.name.utf8)
            bytes += number(0x0403_4B50, 4) + facts + Data(file.name.utf8) + file.bytes
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
            + number(list.count, 4) + number(bytes.count, 4) + number(0, 2)
        return bytes + list + end
    }

    /// A WARC with two pages, a feed, a text, and what is no article: 6 records.
    static var archive: Data {
        let host = "https://coastwire.example"
        return warc("warcinfo", nil, type: "application/warc-fields", Data("software: by hand\r\n".utf8))
            + record("\(host)/ferry", Data(page().utf8))
            + record("\(host)/gone", Data("<p>Not here, the keeper said.</p>".utf8), status: 404)
            + record(
                "\(host)/map.png",
                Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
                type: "image/png"
            )
            + record("\(host)/robots.txt", Data("User-agent: *\nAllow: /\n".utf8), type: "text/plain")
            + record("\(host)/feed", Data(feed.utf8), type: "application/rss+xml")
    }
}
