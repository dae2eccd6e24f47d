import SaysoArticles

/// What some bytes hold, told by how they begin and not by their name.
enum InputKind: Sendable, Equatable {
    case text
    /// A page: HTML or XHTML.
    case page
    /// RSS, Atom or JSON Feed.
    case feed
    /// WARC or ARC.
    case archive
    /// A ZIP archive, as WACZ is one.
    case package
    /// A JSON object a line, with an article in each.
    case lines
    /// Something compressed with gzip.
    case gzip
    /// XML that is neither a page nor a feed, JSON that is no feed, a style sheet or a script. Only what is found in
    /// a folder is passed over for that; somebody who names such a file wants it read.
    case markup
    /// No text at all.
    case binary

    /// What people call it, where its beginning leaves no doubt; nil for all else.
    var name: String? {
        switch self {
        case .page: "a page"
        case .feed: "a feed"
        case .archive: "a web archive"
        case .package: "a ZIP archive"
        case .lines: "JSON Lines"
        case .text, .gzip, .markup, .binary: nil
        }
    }

    /// So many bytes are enough to tell.
    static let needed = 4096

    /// Tells what bytes hold by how they begin.
    ///
    /// - Parameter start: the first ``needed`` bytes, or all that there are.
    /// - Returns: what they hold.
    static func detect(_ start: [UInt8]) -> InputKind {
        if start.starts(with: [0x1F, 0x8B]) { return .gzip }
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .package }
        if start.starts(with: "WARC/".utf8) || start.starts(with: "filedesc://".utf8) { return .archive }
        if BinaryStart.isBinary(start) { return .binary }
        let opening = Opening(start)
        if opening.isJSON {
            // Many programs escape every slash.
            let marks = ["jsonfeed.org/version/", #"jsonfeed.org\/version\/"#]
            if marks.contains(where: opening.holds) { return .feed }
            return opening.isLines ? .lines : .markup
        }
        if opening.begins(with: ["<"]) {
            switch opening.root {
            case "rss", "feed", "rdf:rdf", "rdf", "channel": return .feed
            case "html", "!doctype html": return .page
            default: break
            }
            if opening.begins(with: ["<?xml"]) { return opening.holds("<html") ? .page : .markup }
            if Self.pageTags.contains(opening.root) { return .page }
        }
        if ["<!doctype html", "<html", "<head>", "<head ", "<body"].contains(where: opening.holds) {
            return .page
        }
        return opening.isCode ? .markup : .text
    }

    /// The elements that WHATWG's MIME Sniffing takes for the start of a page, and kin.
    private static let pageTags: Set<String> = [
        "head", "body", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b", "br",
        "p",
        "meta", "link", "main", "article", "section", "header", "h2", "span", "ul", "ol", "noscript", "base",
    ]

    /// The first characters, in lower case, without what is not ASCII.
    private struct Opening {
        private let text: [UInt8]
        private let first: Int

        init(_ start: [UInt8]) {
            // In UTF-16 every other byte of markup is zero.
            text = start.filter { $0 != 0 && $0 < 0x80 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            first = text.firstIndex { $0 > 0x20 } ?? text.count
        }

        func begins(with starts: [String]) -> Bool {
            starts.contains { text[first...].starts(with: $0.utf8) }
        }

        func holds(_ words: String) -> Bool { holds(words, in: text[...]) }

        /// (The standard library's search takes a tenth of all the time that an article takes.)
        private func holds(_ words: String, in part: ArraySlice<UInt8>) -> Bool {
            let words = Array(words.utf8)
            return part.withUnsafeBufferPointer { part in
                var rest = part[...]
                while let next = rest.firstIndex(of: words[0]) {
                    rest = rest[next...]
                    if rest.starts(with: words) { return true }
                    rest = rest.dropFirst()
                }
                return false
            }
        }

        /// The name of the first element, or `!doctype html`; empty when there is none.
        var root: String {
            var rest = text[first...]
            while let open = rest.firstIndex(of: 0x3C) {
                rest = rest[(open + 1)...]
                if rest.starts(with: "!--".utf8) {
                    guard let end = rest.firstRange(of: Array("-->".utf8)) else { return "" }
                    rest = rest[end.upperBound...]
                } else if rest.first == 0x3F || rest.first == 0x21 {
                    if rest.starts(with: "!doctype html".utf8) { return "!doctype html" }
                    guard let end = rest.firstIndex(of: 0x3E) else { return "" }
                    rest = rest[(end + 1)...]
                } else {
                    let name = rest.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
                    return String(decoding: name, as: UTF8.self)
                }
            }
            return ""
        }

        /// Whether it begins an object or an array as JSON has them, and not a remark in brackets.
        var isJSON: Bool {
            let next = text[first...].dropFirst().first { $0 > 0x20 }
            switch (text[first...].first, next) {
            case (0x7B, 0x22?), (0x7B, 0x7D?), (0x5B, 0x7B?), (0x5B, 0x5B?), (0x5B, 0x22?), (0x5B, 0x5D?):
                return true
            default: return false
            }
        }

        /// Whether its first line, as far as it can be seen, is an object with a text or a page.
        var isLines: Bool {
            let end = text[first...].firstIndex(of: 0x0A)
            let line = text[first..<(end ?? text.count)]
            guard line.first == 0x7B, end == nil || line.last(where: { $0 > 0x20 }) == 0x7D else {
                return false
            }
            return Self.members(of: line).contains {
                $0.elementsEqual("text".utf8) || $0.elementsEqual("html".utf8)
            }
        }

        /// The names of an object's own members, as far as it can be seen.
        private static func members(of object: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
            var (depth, found, last) = (0, [ArraySlice<UInt8>](), object[..<object.startIndex])
            var at = object.startIndex
            while at < object.endIndex {
                switch object[at] {
                case 0x7B, 0x5B: depth += 1
                case 0x7D, 0x5D: depth -= 1
                case 0x3A where depth == 1: found.append(last)
                case 0x22:
                    let start = at + 1
                    at = start
                    while at < object.endIndex, object[at] != 0x22 { at += object[at] == 0x5C ? 2 : 1 }
                    last = object[start..<min(at, object.endIndex)]
                default: break
                }
                at += 1
            }
            return found
        }

        /// Whether it reads like a style sheet or a script: prose has next to no braces and semicolons.
        var isCode: Bool {
            if begins(with: ["/*", "//", "@charset", "@import", "@media", "\"use strict\"", "#!"]) {
                return true
            }
            let marks = text.count { $0 == 0x7B || $0 == 0x7D || $0 == 0x3B || $0 == 0x3D }
            return marks > 4 && marks * 40 > text.count
        }
    }
}
