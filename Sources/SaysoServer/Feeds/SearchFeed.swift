import SaysoLedger

/// A search as a feed.
struct SearchFeed: Sendable {
    /// What was looked for; nil for everything.
    let question: String?
    /// The server's own address, without a slash at its end.
    let site: String
    /// The feed's own, after the site's.
    let address: String
    let hits: [SearchHit]

    private var title: String { question.map { "Sayso: \($0)" } ?? "Sayso: everything" }

    /// An entry's title: who said it.
    private func title(_ hit: SearchHit) -> String {
        let who = hit.speakers.isEmpty ? hit.source : hit.speakers.joined(separator: ", ")
        let name = who.isEmpty ? "Nobody named" : who
        let words = Snippet(of: hit.content, marks: [], length: 120).text
        return "\(name) \(hit.isNegated ? "(denied) " : "")\(hit.cue.isEmpty ? "" : hit.cue + " ")\(words)"
    }

    private func link(_ hit: SearchHit) -> String { "\(site)/statements/\(hit.id)" }

    /// When it was said, else printed, as RFC 3339 wants it.
    private func time(_ hit: SearchHit) -> String {
        let form = /(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)/
        if let match = hit.published?.wholeMatch(of: form) {
            return "\(match.1)\(match.2 ?? ":00")\(match.3)"
        }
        return
            "\(hit.published.map { String($0.prefix(10)) }.flatMap(Self.day) ?? hit.day ?? "1970-01-01")T00:00:00Z"
    }

    private static func day(_ text: String) -> String? {
        text.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil ? nil : text
    }

    /// RFC 4287.
    var atom: [UInt8] {
        var text = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>urn:sayso:search:\(Digest(of: address.utf8).description.dropFirst(7).prefix(32))</id>
            <updated>\(hits.map(time).max() ?? "1970-01-01T00:00:00Z")</updated>
            <author><name>Sayso</name></author>
            <link rel="self" href="\(XMLText.escaped(site + address))"/>

            """
        text += XMLText.element("title", title) + "\n"
        for hit in hits {
            text += "<entry>\n<id>urn:sayso:\(hit.id)</id>\n<updated>\(time(hit))</updated>\n"
            text += XMLText.element("title", title(hit)) + "\n"
            text += "<link href=\"\(XMLText.escaped(link(hit)))\"/>\n"
            if let url = hit.url, url.hasPrefix("http") {
                text += "<link rel=\"related\" href=\"\(XMLText.escaped(url))\"/>\n"
            }
            text += "<content type=\"text\">\(XMLText.escaped(hit.content))</content>\n</entry>\n"
        }
        return Array((text + "</feed>\n").utf8)
    }

    /// JSON Feed 1.1.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("version", "https://jsonfeed.org/version/1.1")
            json.member("title", title)
            json.member("feed_url", site + address)
            json.array("items", hits) { json, hit in
                json.object { json in
                    json.member("id", "urn:sayso:\(hit.id)")
                    json.member("url", link(hit))
                    if let url = hit.url, url.hasPrefix("http") { json.member("external_url", url) }
                    json.member("title", title(hit))
                    json.member("content_text", hit.content)
                    json.member("date_published", time(hit))
                }
            }
        }
        return json.bytes
    }
}
