/// An article's characters as UTF-8, and how they lie in the bytes they came from.
struct DecodedText {
    let bytes: [UInt8]
    let encoding: TextEncoding
    let offsetMap: OffsetMap
    let warnings: [ArticleWarning]

    /// Decodes bytes of unknown encoding.
    ///
    /// A byte order mark decides; then the pattern of zero bytes that UTF-16 has; then valid or mostly valid
    /// UTF-8; and what remains is Windows-1252 when it looks like text.
    init(_ source: [UInt8]) throws(ArticleError) {
        guard !source.isEmpty else { throw Self.empty }
        if let name = BinaryContent.signature(of: source) {
            throw ArticleError(code: .binary, message: "not text but \(name)", offset: 0)
        }
        switch (source[0], source.count > 1 ? source[1] : 0) {
        case (0xFF, 0xFE): self = try Self.utf16(source, bigEndian: false, start: 2)
        case (0xFE, 0xFF): self = try Self.utf16(source, bigEndian: true, start: 2)
        default: self = try Self.unmarked(source)
        }
    }

    /// Takes characters that need no decoding; there may be none.
    init(_ text: String) {
        bytes = Array(text.utf8)
        encoding = .utf8
        offsetMap = OffsetMap()
        warnings = []
    }

    init(
        bytes: [UInt8],
        encoding: TextEncoding,
        offsetMap: OffsetMap,
        warnings: [ArticleWarning]
    ) throws(ArticleError) {
        guard !bytes.isEmpty else { throw Self.empty }
        self.bytes = bytes
        self.encoding = encoding
        self.offsetMap = offsetMap
        self.warnings = warnings
    }

    /// Takes a transcript, with a warning of what could not be decoded.
    init(
        _ transcript: Transcript,
        encoding: TextEncoding,
        warnings: [ArticleWarning]
    ) throws(ArticleError) {
        var warnings = warnings
        if transcript.undecodable > 0 {
            let (count, offset) = (transcript.undecodable, transcript.firstUndecodable)
            warnings.append(ArticleWarning(code: .undecodable, count: count, offset: offset))
        }
        try self.init(
            bytes: transcript.text.bytes,
            encoding: encoding,
            offsetMap: OffsetMap(layers: [transcript.text.layer]),
            warnings: warnings
        )
    }

    static func nulWarning(_ controls: BinaryContent.Controls, _ source: [UInt8]) -> ArticleWarning {
        ArticleWarning(code: .nul, count: controls.nuls, offset: source.firstIndex(of: 0) ?? 0)
    }

    private static var empty: ArticleError {
        ArticleError(code: .empty, message: "there is no text", offset: 0)
    }

    private static func utf16(
        _ source: [UInt8],
        bigEndian: Bool,
        start: Int
    ) throws(ArticleError) -> DecodedText {
        let encoding: TextEncoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
        let transcript = Transcript(source, encoding: encoding, from: start)
        let bytes = transcript.text.bytes
        let controls = BinaryContent.Controls(bytes)
        if controls.areBinary(among: bytes.count) || transcript.undecodable > 4 + source.count / 40 {
            throw binary
        }
        var warnings: [ArticleWarning] = []
        if start == 0 { warnings.append(ArticleWarning(code: .guessedEncoding, count: 1, offset: 0)) }
        return try DecodedText(transcript, encoding: encoding, warnings: warnings)
    }

    private static func unmarked(_ source: [UInt8]) throws(ArticleError) -> DecodedText {
        let controls = BinaryContent.Controls(source)
        if controls.areBinary(among: source.count) {
            let rare = source.count / 100
            if source.count < 4 { throw binary }
            if controls.nulsAtOdd > source.count / 5, controls.nulsAtEven <= rare {
                return try utf16(source, bigEndian: false, start: 0)
            }
            if controls.nulsAtEven > source.count / 5, controls.nulsAtOdd <= rare {
                return try utf16(source, bigEndian: true, start: 0)
            }
            guard controls.nuls * 2 > source.count else { throw binary }
            throw ArticleError(
                code: .binary,
                message: "not text but zeros, as a file holds that was never written in full",
                offset: 0
            )
        }
        var warnings: [ArticleWarning] = []
        if controls.nuls > 0 {
            warnings.append(nulWarning(controls, source))
        }
        let start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let invalid = UTF8Repairs.invalidParts(in: source, from: start)
        if invalid.parts.isEmpty {
            let bytes = start == 0 ? source : Array(source[start...])
            return try DecodedText(
                bytes: bytes,
                encoding: .utf8,
                offsetMap: OffsetMap(layers: [OffsetMap.Layer(shift: start, count: bytes.count)]),
                warnings: warnings
            )
        }
        if start == 0, invalid.looksLikeSingleByteText(source) {
            let first = invalid.parts[0].offset
            warnings.append(ArticleWarning(code: .guessedEncoding, count: 1, offset: first))
            let transcript = Transcript(source, encoding: .windows1252)
            return try DecodedText(transcript, encoding: .windows1252, warnings: warnings)
        }
        guard invalid.isComplete, invalid.parts.count <= 4 + source.count / 20 else { throw binary }
        let transcript = Transcript(source, encoding: .utf8, from: start)
        return try DecodedText(transcript, encoding: .utf8, warnings: warnings)
    }

    static var binary: ArticleError {
        ArticleError(
            code: .binary,
            message: "not text; if it is, convert it to UTF-8 first",
            offset: 0
        )
    }
}
