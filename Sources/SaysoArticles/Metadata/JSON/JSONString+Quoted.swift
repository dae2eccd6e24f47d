extension JSONString {
    /// Appends a string in quotation marks, with escapes for marks, backslashes and whatever could steer a terminal.
    ///
    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - bytes: what it is appended to.
    package static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        let isWhole: Void? = text.withContiguousStorageIfAvailable { append(characters: $0, to: &bytes) }
        if isWhole == nil { Array(text).withUnsafeBufferPointer { append(characters: $0, to: &bytes) } }
        bytes.append(0x22)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func append(characters: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for (offset, byte) in characters.enumerated() {
            var (escaped, length) = (byte, 1)
            switch byte {
            case 0x20, 0x21, 0x23...0x5B, 0x5D...0x7E: continue
            case 0xC2:
                // The controls from U+0080 to U+009F.
                guard offset + 1 < characters.count, characters[offset + 1] < 0xA0 else { continue }
                (escaped, length) = (characters[offset + 1], 2)
            case 0x80...: continue
            default: break
            }
            bytes += characters[start..<offset]
            start = offset + length
            switch escaped {
            case 0x22, 0x5C: bytes += [0x5C, escaped]
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            default:
                bytes += Array("\\u00".utf8) + [digits[Int(escaped >> 4)], digits[Int(escaped & 15)]]
            }
        }
        bytes += characters[start...]
    }
}
