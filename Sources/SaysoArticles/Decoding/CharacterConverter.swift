#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The machine's own knowledge of character encodings (POSIX `iconv`), one character at a time.
struct CharacterConverter: ~Copyable {
    private let descriptor: iconv_t

    /// Opens the machine's converter; nil when it has none for the encoding.
    init?(_ encoding: TextEncoding) {
        for name in encoding.converterNames {
            let descriptor = iconv_open("UTF-32LE", name)
            if Int(bitPattern: descriptor) != -1, let descriptor {
                self.descriptor = descriptor
                return
            }
        }
        return nil
    }

    deinit { _ = iconv_close(descriptor) }

    /// Decodes the bytes of one character.
    ///
    /// - Parameter bytes: all bytes of the character, up to four.
    /// - Returns: its one or two code points; nil when the bytes are no character.
    func codePoints(of bytes: [UInt8]) -> (first: UInt32, second: UInt32?)? {
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [UInt32](repeating: 0, count: 4)
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBytes { output -> Int? in
                var from = input.baseAddress
                var left = input.count
                var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var free = output.count
                iconv(descriptor, nil, nil, nil, nil)
                guard iconv(descriptor, &from, &left, &to, &free) != -1, left == 0 else { return nil }
                // Some hold a character back until they know what follows.
                guard iconv(descriptor, nil, nil, &to, &free) != -1 else { return nil }
                return (output.count - free) / 4
            }
        }
        guard let written, written == 1 || written == 2 else { return nil }
        let (first, second) = (UInt32(littleEndian: output[0]), UInt32(littleEndian: output[1]))
        guard Unicode.Scalar(first) != nil, written == 1 || Unicode.Scalar(second) != nil else { return nil }
        return (first, written == 1 ? nil : second)
    }
}

extension TextEncoding {
    /// What converters call it, the closest to the standard's table first.
    fileprivate var converterNames: [String] {
        switch self {
        case .windows874: ["CP1162", "WINDOWS-874", "CP874"]
        case .ibm866: ["CP866"]
        case .iso8859x8i: ["ISO-8859-8"]
        case .macintosh: ["MACINTOSH"]
        case .macCyrillic: ["MAC-UK", "MACUKRAINE", "MAC-CYRILLIC"]
        case .gbk, .gb18030: ["GB18030"]
        case .big5: ["BIG5-HKSCS", "BIG5"]
        case .eucJP, .iso2022JP: ["EUC-JP-MS", "EUC-JP"]
        case .shiftJIS: ["CP932", "SHIFT_JIS"]
        case .eucKR: ["CP949", "UHC", "EUC-KR"]
        case .windows1252: ["CP1252"]
        default: [rawValue.uppercased()]
        }
    }
}
