/// A number, a word or a mark of a text that may hold a date, in any script.
enum DateToken: Equatable {
    /// Digits of any script: their value and how many they are.
    case number(Int, digits: Int)
    /// Letters, in lower case; characters of Chinese, Japanese and Korean stand alone.
    case word(String)
    /// Anything else but white space.
    case mark(Unicode.Scalar)

    var word: String? {
        if case .word(let word) = self { word } else { nil }
    }

    var mark: Unicode.Scalar? {
        if case .mark(let mark) = self { mark } else { nil }
    }

    /// The tokens of a text, which should be short.
    static func tokens(of text: String) -> [DateToken] {
        var tokens: [DateToken] = []
        var word = String.UnicodeScalarView()
        var (number, digits) = (0, 0)
        func flush() {
            if !word.isEmpty { tokens.append(.word(String(word).lowercased())) }
            if digits > 0 { tokens.append(.number(number, digits: digits)) }
            word = String.UnicodeScalarView()
            (number, digits) = (0, 0)
        }
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                if !word.isEmpty { flush() }
                number = min(number * 10 + digit, 100_000_000)
                digits += 1
            } else if isIdeograph(scalar) {
                flush()
                tokens.append(.word(String(scalar)))
            } else if isLetter(scalar) {
                if digits > 0 { flush() }
                word.append(scalar)
            } else {
                flush()
                if !isSpace(scalar) { tokens.append(.mark(scalar)) }
            }
        }
        flush()
        return tokens
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value < 0x80 { return (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil }
        // Arabic, Persian, Devanagari, Bengali, Gujarati, Tamil, Thai, full width
        for zero: UInt32 in [0x660, 0x6F0, 0x966, 0x9E6, 0xAE6, 0xBE6, 0xE50, 0xFF10]
        where (zero..<zero + 10).contains(value) {
            return Int(value - zero)
        }
        return nil
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x3041...0x30FF, 0xF900...0xFAFF: true
        default: false
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 { return (0x41...0x5A).contains(value & ~0x20) }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || scalar.properties.generalCategory == .spacingMark || value == 0x94D
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.properties.isWhitespace
            || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
    }
}
