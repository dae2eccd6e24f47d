/// Reads the few forms of JSON that a safetensors header is made of.
struct HeaderReader {
    private let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads an object, and leaves each value to `value`, which gets its name.
    mutating func object(
        _ value: (inout HeaderReader, String) throws(ModelError) -> Void
    ) throws(ModelError) {
        try expect("{")
        if take("}") { return }
        repeat {
            let name = try string()
            try expect(":")
            try value(&self, name)
        } while take(",")
        try expect("}")
    }

    /// Reads an array of at most `limit` whole numbers, none negative.
    mutating func numbers(atMost limit: Int) throws(ModelError) -> [Int] {
        try expect("[")
        if take("]") { return [] }
        var all: [Int] = []
        repeat {
            guard all.count < limit else { throw malformed("more than \(limit) numbers") }
            all.append(try number())
        } while take(",")
        try expect("]")
        return all
    }

    /// Reads a string.
    mutating func string() throws(ModelError) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw malformed("a string that isn't UTF-8")
                }
                return string
            case UInt8(ascii: "\\"):
                text.append(contentsOf: String(try escaped()).utf8)
            case 0..<0x20:
                throw malformed("a control character in a string")
            default:
                text.append(byte)
            }
        }
        throw malformed("a string without an end")
    }

    /// Makes sure that nothing but white space is left.
    mutating func end() throws(ModelError) {
        skipSpace()
        guard position == bytes.count else { throw malformed("something after the object") }
    }

    private mutating func number() throws(ModelError) -> Int {
        skipSpace()
        let start = position
        var value = 0
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(digit))
            guard !overflow, !carry else { throw malformed("a number that is too large") }
            value = sum
            position += 1
        }
        guard position > start else { throw malformed("no whole number") }
        guard position == start + 1 || bytes[start] != UInt8(ascii: "0") else {
            throw malformed("a number that begins with 0")
        }
        return value
    }

    private mutating func escaped() throws(ModelError) -> Unicode.Scalar {
        switch next() {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexadecimal()
            if let scalar = Unicode.Scalar(unit) { return scalar }
            guard unit < 0xDC00, next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u") else {
                throw malformed("half a surrogate pair")
            }
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
            else { throw malformed("half a surrogate pair") }
            return scalar
        default:
            throw malformed("an unknown escape")
        }
    }

    private mutating func hexadecimal() throws(ModelError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw malformed("an escape without four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func next() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: symbol) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ symbol: Unicode.Scalar) throws(ModelError) {
        guard take(symbol) else { throw malformed("no '\(symbol)' where there must be one") }
    }

    private func malformed(_ what: String) -> ModelError {
        ModelError(.malformedHeader, "the header has \(what), at its byte \(position)")
    }
}
