import Crypto

/// A digest as WARC records state it: `sha1:` and the value in Base32, hexadecimal or Base64.
struct RecordDigest {
    enum Algorithm: String {
        case md5, sha1, sha256, sha512

        /// Bytes of a value.
        var size: Int {
            switch self {
            case .md5: 16
            case .sha1: 20
            case .sha256: 32
            case .sha512: 64
            }
        }

        func value(of bytes: ArraySlice<UInt8>) -> [UInt8] {
            bytes.withUnsafeBytes { buffer in
                switch self {
                case .md5: Array(Insecure.MD5.hash(data: buffer))
                case .sha1: Array(Insecure.SHA1.hash(data: buffer))
                case .sha256: Array(SHA256.hash(data: buffer))
                case .sha512: Array(SHA512.hash(data: buffer))
                }
            }
        }
    }

    let algorithm: Algorithm
    /// The value; `nil` when it is written in none of the three ways.
    let value: [UInt8]?

    /// Reads a digest.
    ///
    /// - Parameter text: the field's value; `nil` comes back for an algorithm that is not known here.
    init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon].lowercased().filter { $0 != "-" && $0 != "_" }
        guard let algorithm = Algorithm(rawValue: name) else { return nil }
        self.algorithm = algorithm
        value = Self.decode(
            Array(text[text.index(after: colon)...].trimmingSpaces.utf8).filter { $0 != UInt8(ascii: "=") },
            size: algorithm.size
        )
    }

    /// Whether some bytes have this digest.
    func matches(_ bytes: ArraySlice<UInt8>) -> Bool { value == algorithm.value(of: bytes) }

    /// Writes a digest as this project does: SHA-256 in small hexadecimal digits, as `sha256sum` prints it.
    static func text(of bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return "sha256:"
            + String(
                Algorithm.sha256.value(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
            )
    }

    /// Tells the notation by its length, which is another in each.
    private static func decode(_ digits: [UInt8], size: Int) -> [UInt8]? {
        let width: Int
        switch digits.count {
        case size * 2: width = 4
        case (size * 8 + 4) / 5: width = 5
        case (size * 8 + 5) / 6: width = 6
        default: return nil
        }
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        for digit in digits {
            guard let value = digitValue(digit, width: width) else { return nil }
            bits = (bits << width | value) & 0xFFFF
            count += width
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }

    private static func digitValue(_ digit: UInt8, width: Int) -> Int? {
        let letter = digit.lowercased &- 0x61
        switch width {
        case 4: return digit.hexadecimalValue
        case 5:
            if letter < 26 { return Int(letter) }
            return (0x32...0x37).contains(digit) ? Int(digit) - 0x32 + 26 : nil
        default:
            if letter < 26 { return Int(letter) + (digit >= 0x61 ? 26 : 0) }
            if digit.isDigit { return Int(digit) - 0x30 + 52 }
            if digit == UInt8(ascii: "+") || digit == UInt8(ascii: "-") { return 62 }
            return digit == UInt8(ascii: "/") || digit == UInt8(ascii: "_") ? 63 : nil
        }
    }
}
