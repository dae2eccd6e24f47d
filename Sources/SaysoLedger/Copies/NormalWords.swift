/// A text's words as fingerprints see them: small letters and digits with one space between words, without
/// apostrophes, and with British and American spellings brought together.
struct NormalWords {
    /// The words as UTF-8, with one space between two.
    private(set) var bytes: [UInt8] = []
    /// Where they stand.
    private(set) var ranges: [Range<Int>] = []

    /// - Parameters:
    ///   - text: as UTF-8; what is no UTF-8 parts words.
    ///   - omits: whether words are left out that say little: articles, pronouns, auxiliary verbs.
    init(_ text: some BidirectionalCollection<UInt8>, omitsFunctionWords omits: Bool) {
        bytes.reserveCapacity(text.count + 1)
        var start = 0
        var isOpen = false
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            text.formIndex(after: &index)
            switch byte {
            case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case 0x27, 0x60: continue
            case 0..<0x80:
                if isOpen { end(start, omits) }
                isOpen = false
                continue
            default:
                switch Self.letter(byte, text, &index) {
                case .letter(let letters): bytes += letters
                case .nothing: continue
                case .gap:
                    if isOpen { end(start, omits) }
                    isOpen = false
                    continue
                }
            }
            if !isOpen {
                // The letters were appended already; find where they began.
                start = ranges.last.map { $0.upperBound + 1 } ?? 0
                isOpen = true
            }
        }
        if isOpen { end(start, omits) }
    }

    /// How many there are.
    var count: Int { ranges.count }

    /// The bytes of a run of words.
    func run(from first: Int, count: Int) -> Range<Int> {
        ranges[first].lowerBound..<ranges[first + count - 1].upperBound
    }

    /// The hash of a run of words: FNV-1a with 64 bits over its UTF-8 (Fowler, Noll, Vo; draft-eastlake-fnv).
    func hash(from first: Int, count: Int) -> UInt64 {
        bytes.withUnsafeBufferPointer { Fingerprint.hash($0[run(from: first, count: count)]) }
    }

    private mutating func end(_ start: Int, _ omits: Bool) {
        respell(start)
        if bytes.suffix(2).elementsEqual("nt".utf8),
            FunctionWords.negations.contains(Fingerprint.hash(bytes[start...]))
        {
            bytes.replaceSubrange(start..., with: "not".utf8)
        }
        if omits, FunctionWords.hashes.contains(Fingerprint.hash(bytes[start...])) {
            bytes.removeSubrange(start...)
            return
        }
        ranges.append(start..<bytes.count)
        bytes.append(0x20)
    }

    /// `colour` and `color`, `organise` and `organize`, `travelled` and `traveled`, `centre` and `center`, `programme`
    /// and `program` become one.
    private mutating func respell(_ start: Int) {
        guard bytes.count - start >= 5 else { return }
        let endings: [StaticString] = ["e", "ed", "es", "ing", "ation", "ations"]
        for ending in endings where bytes.count - start > ending.utf8CodeUnitCount + 3 {
            let place = bytes.count - ending.utf8CodeUnitCount
            guard bytes[place - 1] == UInt8(ascii: "s"),
                bytes[place - 2] == UInt8(ascii: "i") || bytes[place - 2] == UInt8(ascii: "y"),
                ending.withUTF8Buffer({ $0.elementsEqual(bytes[place...]) })
            else { continue }
            bytes[place - 1] = UInt8(ascii: "z")
            break
        }
        if bytes.suffix(3).elementsEqual("mme".utf8) { bytes.removeLast(2) }
        if bytes.suffix(2).elementsEqual("re".utf8), bytes[bytes.count - 3] == UInt8(ascii: "t") {
            bytes.swapAt(bytes.count - 1, bytes.count - 2)
        }
        var read = start + 2
        var written = read
        while read < bytes.count {
            let isDoubleL =
                bytes[read] == UInt8(ascii: "l") && bytes[read - 1] == UInt8(ascii: "l")
                && read + 2 < bytes.count
            let isOur =
                bytes[read] == UInt8(ascii: "u") && bytes[read - 1] == UInt8(ascii: "o")
                && read + 1 < bytes.count && bytes[read + 1] == UInt8(ascii: "r")
            if !isDoubleL && !isOur {
                bytes[written] = bytes[read]
                written += 1
            }
            read += 1
        }
        bytes.removeSubrange(written...)
    }

    private enum Found {
        case letter([UInt8])
        case nothing
        case gap
    }

    /// Reads the rest of a character that is not ASCII.
    private static func letter<Text: BidirectionalCollection<UInt8>>(
        _ first: UInt8,
        _ text: Text,
        _ index: inout Text.Index
    ) -> Found {
        var bytes = [first]
        while index < text.endIndex, text[index] & 0xC0 == 0x80, bytes.count < 4 {
            bytes.append(text[index])
            text.formIndex(after: &index)
        }
        guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else { return .gap }
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}", "\u{AD}", "\u{200B}", "\u{FEFF}":
            return .nothing
        case "\u{2010}"..."\u{2027}": return .gap
        default:
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType != nil else { return .gap }
            return .letter(Array(properties.lowercaseMapping.utf8))
        }
    }
}

/// Words that a report changes freely when it retells what somebody said, and that say little by themselves. `not` is
/// none of them.
enum FunctionWords {
    /// The hashes of `don't` and its like without the apostrophe: they are `not`.
    static let negations = Set(
        """
        dont doesnt didnt wont wouldnt cant couldnt shouldnt isnt arent wasnt werent hasnt havent hadnt mustnt neednt
        """.split(separator: " ").map { Fingerprint.hash($0.utf8) }
    )

    /// Their hashes.
    static let hashes = Set(
        """
        a an the this that these those and or but so as of to in on at by for from with it its i me my we us our or you \
        your he him his she her they them their is are was were be been being am will would shall should can could may \
        might has have had do does did there here if then than just also very im ive weve youre theyre hes shes
        """.split(separator: " ").map { Fingerprint.hash($0.utf8) }
    )
}
