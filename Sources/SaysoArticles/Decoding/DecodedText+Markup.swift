/// Pages and feeds say how they are encoded, and not always the truth.
extension DecodedText {
    /// Decodes an HTML page, XHTML included.
    ///
    /// A byte order mark decides; then the header's `charset`; then a `meta` element; then an XML declaration; and
    /// without any of them, whether the bytes are UTF-8, and else the page's language, and its letters. A statement that the
    /// bytes contradict is passed over, with a warning.
    ///
    /// - Parameters:
    ///   - page: the page's bytes.
    ///   - contentType: the value of the response's Content-Type header.
    /// - Throws: ``ArticleError`` when there is nothing, or the bytes are not text.
    init(page: [UInt8], contentType: String? = nil) throws(ArticleError) {
        let head = PageHead(of: page)
        try self.init(
            markup: page,
            stated: [
                contentType.flatMap(EncodingStatement.header),
                head.encoding,
                EncodingStatement.declaration(in: page),
            ],
            otherwise: head.encodingOfLanguage
        )
    }

    /// Decodes an XML document, as a feed.
    ///
    /// A byte order mark decides; then the header's `charset`; then the XML declaration (RFC 7303, section 3).
    /// A statement that the bytes contradict is passed over, with a warning.
    ///
    /// - Parameters:
    ///   - xml: the document's bytes.
    ///   - contentType: the value of the response's Content-Type header.
    /// - Throws: ``ArticleError`` when there is nothing, or the bytes are not text.
    init(xml: [UInt8], contentType: String? = nil) throws(ArticleError) {
        try self.init(
            markup: xml,
            stated: [
                contentType.flatMap(EncodingStatement.header),
                EncodingStatement.declaration(in: xml),
            ],
            otherwise: nil
        )
    }

    private init(
        markup source: [UInt8],
        stated: [EncodingStatement?],
        otherwise guess: TextEncoding?
    ) throws(ArticleError) {
        var warnings: [ArticleWarning] = []
        var candidates: [(encoding: TextEncoding, offset: Int)] = []
        for statement in stated.compactMap(\.self) {
            if let encoding = TextEncoding(label: statement.label), encoding.isSupported {
                candidates.append((encoding, statement.offset))
            } else if warnings.isEmpty {
                warnings.append(ArticleWarning(code: .unknownEncoding, count: 1, offset: statement.offset))
            }
        }
        if let form = UTF32Form(of: source) {
            let transcript = Transcript(source, encoding: form.encoding, from: form.start)
            if transcript.undecodable > 4 + source.count / 80 { throw Self.binary }
            try self.init(transcript, encoding: form.encoding, warnings: warnings)
            return
        }
        // Marks and UTF-16 show themselves, and what is not text is refused.
        let isMarked = [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]].contains { source.starts(with: $0) }
        let controls = BinaryContent.Controls(source)
        if isMarked || source.isEmpty || BinaryContent.signature(of: source) != nil
            || controls.areBinary(among: source.count)
        {
            self = try DecodedText(source).adding(warnings, stated: candidates.map(\.encoding))
            return
        }
        // What states "utf-16" in single bytes is something else.
        let encodings = candidates.map { $0.encoding.unitWidth > 1 ? .utf8 : $0.encoding }
        guard let choice = EncodingChoice.choice(for: source, among: encodings, otherwise: guess) else {
            throw Self.binary
        }
        let encoding = choice.encoding
        if let first = candidates.first, first.encoding != encoding {
            warnings.append(ArticleWarning(code: .misstatedEncoding, count: 1, offset: first.offset))
        }
        if let offset = choice.guessed {
            warnings.append(ArticleWarning(code: .guessedEncoding, count: 1, offset: offset))
        }
        if controls.nuls > 0 { warnings.append(Self.nulWarning(controls, source)) }
        if let transcript = choice.transcript {
            try self.init(transcript, encoding: encoding, warnings: warnings)
        } else {
            try self.init(bytes: source, encoding: encoding, offsetMap: OffsetMap(), warnings: warnings)
        }
    }

    /// The same text with warnings about its encoding in front; one that was stated was not guessed.
    private func adding(
        _ more: [ArticleWarning],
        stated: [TextEncoding]
    ) throws(ArticleError) -> DecodedText {
        let isStated = stated.contains { $0.unitWidth == encoding.unitWidth }
        let others = warnings.filter { !isStated || $0.code != .guessedEncoding }
        return try DecodedText(
            bytes: bytes,
            encoding: encoding,
            offsetMap: offsetMap,
            warnings: more + others
        )
    }
}

/// UTF-32 as markup begins in it: with a byte order mark, or with the first character of a tag.
///
/// - SeeAlso: XML 1.0, appendix F.1
private struct UTF32Form {
    let encoding: TextEncoding
    /// Where the characters begin.
    let start: Int

    init?(of source: [UInt8]) {
        switch source.prefix(4) {
        case [0xFF, 0xFE, 0, 0]: (encoding, start) = (.utf32LittleEndian, 4)
        case [0, 0, 0xFE, 0xFF]: (encoding, start) = (.utf32BigEndian, 4)
        case [0x3C, 0, 0, 0]: (encoding, start) = (.utf32LittleEndian, 0)
        case [0, 0, 0, 0x3C]: (encoding, start) = (.utf32BigEndian, 0)
        default: return nil
        }
    }
}
