/// Which of the encodings that were stated for some bytes fits them.
struct EncodingChoice {
    let encoding: TextEncoding
    /// The bytes decoded; nil when they need no decoding.
    var transcript: Transcript?
    /// The first byte that made a guess necessary; nil when there was no guess.
    var guessed: Int?

    /// Chooses an encoding.
    ///
    /// - Parameters:
    ///   - source: bytes without a byte order mark; no UTF-16.
    ///   - candidates: the encodings that were stated, the weightiest first.
    ///   - guess: what to try when none was stated, or none fits, and the bytes are not UTF-8.
    /// - Returns: the choice; nil when nothing explains the bytes.
    static func choice(
        for source: [UInt8],
        among candidates: [TextEncoding],
        otherwise guess: TextEncoding?
    ) -> EncodingChoice? {
        let invalid = UTF8Repairs.invalidParts(in: source, from: 0)
        let isUTF8 = invalid.parts.isEmpty
        let isDamagedUTF8 = !isUTF8 && invalid.areDamage(in: source)
        lazy var high = source.countOfHighBytes
        var nearest: (choice: EncodingChoice, undecodable: Int)?
        for encoding in candidates {
            if encoding == .utf8 {
                if isUTF8 || isDamagedUTF8 { return utf8(source, isDamaged: isDamagedUTF8) }
                continue
            }
            if isUTF8, encoding != .iso2022JP {
                if high == 0 { return EncodingChoice(encoding: encoding) }
                // Other encodings spell words that are UTF-8 by chance only when those are very short.
                if !encoding.isMultibyte || high > 12 { continue }
            }
            let transcript = Transcript(source, encoding: encoding)
            let choice = EncodingChoice(encoding: encoding, transcript: transcript)
            if transcript.undecodable <= (isUTF8 ? 0 : 2 + high / 50) { return choice }
            if transcript.undecodable < nearest?.undecodable ?? (high / 4) {
                nearest = (choice, transcript.undecodable)
            }
        }
        if isUTF8 || isDamagedUTF8 { return utf8(source, isDamaged: isDamagedUTF8) }
        // Damaged text in an encoding that was stated, rather than other text.
        if let nearest { return nearest.choice }
        // One at a time, since most are decided by the first.
        let guesses = [{ guess }, { EncodingLooks.encoding(of: source) }, { .windows1252 }]
        for encoding in guesses.lazy.compactMap({ $0() }) where encoding.isSupported {
            let transcript = Transcript(source, encoding: encoding)
            let odd = encoding == .windows1252 ? source.countOfControls : transcript.undecodable
            guard odd <= high / 50 else { continue }
            let first = invalid.parts[0].offset
            return EncodingChoice(encoding: encoding, transcript: transcript, guessed: first)
        }
        return invalid.areFew(among: source.count) ? utf8(source, isDamaged: true) : nil
    }

    private static func utf8(_ source: [UInt8], isDamaged: Bool) -> EncodingChoice {
        EncodingChoice(encoding: .utf8, transcript: isDamaged ? Transcript(source, encoding: .utf8) : nil)
    }
}

extension UTF8Repairs {
    /// Whether the bytes are UTF-8 with some damage, rather than something else.
    fileprivate func areDamage(in source: [UInt8]) -> Bool {
        areFew(among: source.count) && (multibyte >= parts.count || isCutOff(source))
    }

    /// Whether the text can do without them.
    fileprivate func areFew(among total: Int) -> Bool { isComplete && parts.count <= 4 + total / 20 }
}

extension [UInt8] {
    /// How many bytes are not ASCII.
    fileprivate var countOfHighBytes: Int { reduce(0) { $0 &+ Int($1 >> 7) } }

    /// How many bytes Windows-1252 has no character for.
    fileprivate var countOfControls: Int { reduce(0) { $0 &+ ($1.isUndefinedInWindows1252 ? 1 : 0) } }
}
