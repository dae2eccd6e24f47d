/// What a response's header, a page or a feed says about its encoding.
struct EncodingStatement: Equatable {
    /// The label as it is written.
    let label: String
    /// Where it was found, as an offset in the bytes; 0 for a header.
    let offset: Int

    /// The `charset` in a Content-Type header; nil when there is none.
    static func header(_ contentType: String) -> EncodingStatement? {
        charset(in: Array(contentType.utf8)).map { EncodingStatement(label: $0, offset: 0) }
    }

    /// The encoding in an XML declaration at the very beginning; nil when there is none.
    static func declaration(in bytes: [UInt8]) -> EncodingStatement? {
        var reader = MarkupPrescan(bytes.prefix(1024))
        reader.skipSpace()
        guard reader.take("<?xml") else { return nil }
        guard let attribute = reader.attributes().first(where: { $0.name == "encoding" }) else { return nil }
        return EncodingStatement(label: attribute.value, offset: attribute.offset)
    }

    /// What follows `charset=`, in quotes or not.
    ///
    /// - SeeAlso: <https://html.spec.whatwg.org/#extracting-character-encodings-from-meta-elements>
    static func charset(in content: [UInt8]) -> String? {
        var reader = MarkupPrescan(content[...])
        while reader.skip(past: "charset") {
            reader.skipSpace()
            guard reader.take("=") else { continue }
            let label = reader.value(endsAt: 0x3B)
            return label.isEmpty ? nil : label
        }
        return nil
    }
}

/// What the head of an HTML page says before the page can be decoded.
struct PageHead {
    /// The first `meta` element's encoding; nil when there is none.
    private(set) var encoding: EncodingStatement?
    /// The `lang` of the `html` element; nil when there is none.
    private(set) var language: String?

    /// How far to look for the end of the head, in bytes.
    private static let limit = 262_144

    /// Looks at tags up to the body.
    ///
    /// - SeeAlso: <https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding>; but browsers
    ///   go by a late `meta` as well, so this looks further than the standard's 1,024 bytes.
    init(of bytes: [UInt8]) {
        var reader = MarkupPrescan(bytes.prefix(Self.limit))
        while encoding == nil, reader.skip(past: "<") {
            if reader.take("!--") {
                // The comment may end with the dashes that begin it.
                reader.index -= 2
                _ = reader.skip(past: "-->")
                continue
            }
            let isEnd = reader.take("/")
            let name = reader.name()
            guard !name.isEmpty else {
                if isEnd || reader.take("!") || reader.take("?") { _ = reader.skip(past: ">") }
                continue
            }
            let attributes = reader.attributes()
            if isEnd { continue }
            switch name {
            case "meta": encoding = Self.encoding(of: attributes)
            case "html": language = language ?? attributes.first { $0.name == "lang" }?.value
            case "script", "style": _ = reader.skip(past: "</" + name)
            case "body": return
            default: break
            }
        }
    }

    private static func encoding(of attributes: [MarkupPrescan.Attribute]) -> EncodingStatement? {
        if let attribute = attributes.first(where: { $0.name == "charset" }) {
            return EncodingStatement(label: attribute.value, offset: attribute.offset)
        }
        let isContentType = attributes.contains {
            $0.name == "http-equiv" && $0.value.lowercased() == "content-type"
        }
        guard isContentType, let content = attributes.first(where: { $0.name == "content" }),
            let label = EncodingStatement.charset(in: Array(content.value.utf8))
        else { return nil }
        return EncodingStatement(label: label, offset: content.offset)
    }

    /// The encoding that browsers take for pages in a language that state none.
    ///
    /// - SeeAlso: <https://html.spec.whatwg.org/#determining-the-character-encoding>, step 9
    var encodingOfLanguage: TextEncoding? {
        guard let tag = language?.lowercased() else { return nil }
        if tag.hasPrefix("zh") {
            let isTraditional = ["tw", "hk", "mo", "hant"].contains { tag.hasSuffix("-" + $0) }
            return isTraditional ? .big5 : .gb18030
        }
        switch tag.prefix(while: { $0 != "-" && $0 != "_" }) {
        case "ar", "fa": return .windows1256
        case "be", "bg", "ky", "mk", "ru", "sr", "tg", "tt", "uk": return .windows1251
        case "cs", "hu", "pl", "sk", "sl", "hr", "bs", "ro": return .windows1250
        case "el": return .windows1253
        case "et", "lt", "lv": return .windows1257
        case "he", "iw": return .windows1255
        case "ja": return .shiftJIS
        case "ko": return .eucKR
        case "ku", "tr", "az": return .windows1254
        case "th": return .windows874
        case "vi": return .windows1258
        default: return nil
        }
    }
}
