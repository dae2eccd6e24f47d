extension Feed {
    /// A text with markup or without, as a place in the feed.
    public struct Content: Sendable, Hashable {
        /// How the feed spells it.
        package enum Form: Sendable, Hashable {
            /// HTML whose markup is escaped once more, or stands in CDATA.
            case escaped
            /// Elements among the feed's own.
            case inline
            /// Characters without markup.
            case plain
            /// HTML or plain text in base64 (RFC 4648).
            case base64
        }

        /// How the feed spells it.
        package let form: Form
        /// Where it is spelled, in bytes of the feed.
        package let range: Range<Int>
        /// BCP 47, as stated for it.
        public let language: String?
        /// Nodes of the markup, or the value of JSON.
        let nodes: Range<Int>
    }

    /// A text as HTML.
    ///
    /// - Parameter content: a text of this feed.
    /// - Returns: the HTML, and where its bytes come from among the feed's ``bytes``.
    package func html(of content: Content) -> (bytes: [UInt8], layer: OffsetMap.Layer) {
        var builder = TextBuilder(capacity: content.range.count)
        source.append(content, to: &builder)
        return (builder.bytes, builder.layer)
    }

    /// A whole entry as one page: the title as `h1`, then the summary unless the content begins with it, then the
    /// content.
    ///
    /// - Parameter entry: one of this feed.
    /// - Returns: the HTML, and where its bytes come from among the feed's ``bytes``.
    package func html(of entry: Entry) -> (bytes: [UInt8], layer: OffsetMap.Layer) {
        var builder = TextBuilder()
        if let heading = entry.heading, entry.title != nil {
            builder.append(inserted: "<h1>".utf8)
            source.appendText(of: heading, to: &builder)
            builder.append(inserted: "</h1>\n".utf8)
        }
        let body = entry.body
        if let summary = entry.summary, summary != body, !repeats(body, summary) {
            builder.append(inserted: "<p>".utf8)
            source.appendText(of: summary, to: &builder)
            builder.append(inserted: "</p>\n".utf8)
        }
        if let body {
            builder.append(inserted: "<div>".utf8)
            source.append(body, to: &builder)
        }
        return (builder.bytes, builder.layer)
    }

    /// What the feed says of an entry, as far as articles keep it.
    ///
    /// - Parameter entry: one of this feed.
    /// - Returns: the metadata; the feed's own title is its outlet.
    package func metadata(of entry: Entry) -> Metadata {
        var metadata = Metadata()
        metadata.headline = entry.title
        metadata.standfirst = entry.contents.isEmpty ? nil : entry.summary.flatMap { source.line(of: $0) }
        let bylines = entry.authors.map { BylineReader($0, kind: .field, outlet: title) }
        metadata.bylines = bylines.flatMap(\.names)
        metadata.wire = bylines.lazy.compactMap(\.wire).first
        metadata.outlet = title
        metadata.url = entry.link
        metadata.language = entry.language
        metadata.section = entry.categories.first
        metadata.published = entry.published
        metadata.modified = entry.updated
        let times: [(TimeLine.Event, StatedTime?)] = [
            (.published, entry.published), (.modified, entry.updated),
        ]
        metadata.claims = times.compactMap { event, time in
            time.map { Metadata.Claim(event: event, time: $0, source: "feed") }
        }
        return metadata
    }

    /// Whether a story begins with its summary, which may be cut off.
    private func repeats(_ body: Content?, _ summary: Content) -> Bool {
        guard let body, var line = source.line(of: summary), let text = source.line(of: body) else {
            return true
        }
        while let last = line.last, "…. []".contains(last) { line.removeLast() }
        return text.hasPrefix(line)
    }
}

extension Feed.Source {
    /// A text without markup and with single spaces for white space; nil when that leaves nothing.
    func line(of content: Feed.Content) -> String? {
        var builder = TextBuilder(capacity: content.range.count)
        append(content, to: &builder)
        let hasMarkup = builder.bytes.contains { $0 == 0x3C || $0 == 0x26 }
        let text =
            hasMarkup
            ? Markup(html: builder.bytes).text(of: 0) : String(decoding: builder.bytes, as: UTF8.self)
        return text.singleSpaced
    }

    /// Appends a text as HTML.
    func append(_ content: Feed.Content, to builder: inout TextBuilder) {
        let bytes = bytes
        switch content.form {
        case .escaped:
            forEachRun(of: content) { range, characters in
                if let characters {
                    builder.append(characters, for: range)
                } else {
                    builder.append(verbatim: range, of: bytes)
                }
            }
        case .plain:
            var writer = PlainTextWriter(of: bytes)
            forEachRun(of: content) { writer.write($0, $1, to: &builder) }
        case .inline:
            InlineMarkupWriter(of: bytes).write(content.range, to: &builder)
        case .base64:
            var text: [UInt8] = []
            forEachRun(of: content) { text += $1 ?? bytes[$0] }
            if let decoded = Base64.decode(text) { builder.append(decoded, for: content.range) }
        }
    }

    /// Appends the characters of a text as HTML, without its markup.
    func appendText(of content: Feed.Content, to builder: inout TextBuilder) {
        var html = TextBuilder(capacity: content.range.count)
        append(content, to: &html)
        let map = OffsetMap(layers: [html.layer])
        let markup = Markup(html: html.bytes)
        var writer = PlainTextWriter(of: bytes)
        for index in markup.nodes.indices where markup.isVisibleText(index) {
            markup.forEachRun(of: index) { range, characters in
                if let characters {
                    writer.write(map.sourceRange(of: range), characters, to: &builder)
                    return
                }
                for piece in map.pieces(of: range) {
                    writer.write(piece.source, piece.isVerbatim ? nil : html.bytes[piece.text], to: &builder)
                }
            }
        }
    }

    /// Walks over the characters of a text, references and escapes decoded once: where each run is spelled, and
    /// what it means when that is something else.
    private func forEachRun(of content: Feed.Content, _ body: (Range<Int>, ArraySlice<UInt8>?) -> Void) {
        switch self {
        case .xml(let markup):
            for index in content.nodes where markup.nodes[index].tag == .text {
                markup.forEachRun(of: index, body)
            }
        case .json(let document):
            for piece in document[content.nodes.lowerBound].pieces ?? [] {
                body(piece.source, piece.scalar.map { ArraySlice(String(Character($0)).utf8) })
            }
        }
    }
}

extension String {
    /// White space drawn together into single spaces; nil when that leaves nothing.
    var singleSpaced: String? {
        let text = collapsed
        return text.isEmpty ? nil : text
    }
}

extension Markup {
    /// Whether a node is a text that a browser shows.
    fileprivate func isVisibleText(_ index: Int) -> Bool {
        guard nodes[index].tag == .text, nodes[index].parent >= 0 else { return false }
        switch nodes[Int(nodes[index].parent)].tag {
        case .script, .style, .template: return false
        default: return true
        }
    }
}
