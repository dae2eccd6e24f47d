/// The parts of some bytes that are not UTF-8, and what they say about the encoding.
struct UTF8Repairs {
    /// In order; no more than the text can hold and still be called text.
    private(set) var parts: [(offset: Int, length: Int)] = []
    /// Well-formed sequences of two bytes or more.
    private(set) var multibyte = 0
    /// Whether all of the bytes were looked at.
    private(set) var isComplete = true

    static func invalidParts(in source: [UInt8], from start: Int) -> UTF8Repairs {
        source.withUnsafeBufferPointer { bytes in
            var result = UTF8Repairs()
            var index = start
            while let part = UTF8Validity.firstInvalid(in: bytes, from: index) {
                result.parts.append((part.offset, part.length))
                result.multibyte += part.multibyteBefore
                index = part.offset + part.length
                // By now it is no UTF-8; do not remember every byte of it.
                if result.parts.count > 8 + source.count / 16 {
                    result.isComplete = false
                    break
                }
            }
            if let last = result.parts.last, result.isComplete {
                // What follows the last invalid part speaks for UTF-8 too.
                let end = last.offset + last.length
                result.multibyte += bytes[end...].reduce(0) { $0 &+ ($1 >= 0xC2 ? 1 : 0) }
            }
            return result
        }
    }

    /// Whether the text ends inside a character and is UTF-8 otherwise.
    func isCutOff(_ source: [UInt8]) -> Bool {
        parts.count == 1 && parts[0].length > 1 && parts[0].offset + parts[0].length == source.count
    }

    /// Whether Windows-1252 explains the bytes better than damaged UTF-8 does.
    func looksLikeSingleByteText(_ source: [UInt8]) -> Bool {
        if isCutOff(source) { return false }
        return multibyte < parts.count && !source.contains(where: \.isUndefinedInWindows1252)
    }
}

extension UInt8 {
    /// Whether Windows-1252 has no character for it; browsers read a C1 control.
    var isUndefinedInWindows1252: Bool {
        self == 0x81 || self == 0x8D || self == 0x8F || self == 0x90 || self == 0x9D
    }
}
