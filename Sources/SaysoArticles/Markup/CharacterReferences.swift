/// Reads `&amp;`, `&#8217;` and their kin, as section 13.2.5.72 of the HTML standard says.
enum CharacterReferences {
    /// What a reference means.
    struct Reference: Equatable {
        /// Bytes of the source that spell it, from the ampersand on.
        let length: Int
        /// The characters it stands for.
        let characters: String
    }

    private static let named: [Substring: String] = {
        var names: [Substring: String] = [:]
        for entry in table.split(whereSeparator: \.isWhitespace) {
            let parts = entry.split(separator: "=")
            guard parts.count == 2 else { continue }
            let scalars = parts[1].split(separator: "+").compactMap { UInt32($0, radix: 16) }
            names[parts[0]] = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
        }
        return names
    }()

    private static let legacy = Set(withoutSemicolon.split(whereSeparator: \.isWhitespace))
    private static let longestName = 31  // bytes
    private static let longestLegacyName = 6

    /// Reads the reference that begins at an ampersand.
    ///
    /// - Parameters:
    ///   - offset: where the ampersand is.
    ///   - end: where the text ends.
    ///   - source: valid UTF-8.
    ///   - isInAttribute: whether it stands in an attribute's value, where `&copy=` is part of an address.
    ///   - declared: further names and what they stand for.
    /// - Returns: nil when the ampersand is one.
    static func reference(
        at offset: Int,
        to end: Int,
        of source: UnsafeBufferPointer<UInt8>,
        isInAttribute: Bool = false,
        declared: [String: String] = [:]
    ) -> Reference? {
        let start = offset + 1
        guard start < end else { return nil }
        if source[start] == 0x23 { return numeric(at: offset, to: end, of: source) }
        var stop = start
        while stop < end, stop - start < longestName, isAlphanumeric(source[stop]) { stop += 1 }
        guard stop > start else { return nil }
        let name = String(decoding: UnsafeBufferPointer(rebasing: source[start..<stop]), as: UTF8.self)
        if stop < end, source[stop] == 0x3B, let characters = declared[name] ?? named[name[...]] {
            return Reference(length: stop + 1 - offset, characters: characters)
        }
        var prefix = name.prefix(longestLegacyName)
        while !prefix.isEmpty {
            if legacy.contains(prefix), let characters = named[prefix] {
                let next = start + prefix.utf8.count
                if isInAttribute, next < end, source[next] == 0x3D || isAlphanumeric(source[next]) {
                    return nil
                }
                return Reference(length: next - offset, characters: characters)
            }
            prefix = prefix.dropLast()
        }
        return nil
    }

    private static func numeric(
        at offset: Int,
        to end: Int,
        of source: UnsafeBufferPointer<UInt8>
    ) -> Reference? {
        var index = offset + 2
        let isHexadecimal = index < end && source[index] | 0x20 == 0x78
        if isHexadecimal { index += 1 }
        let first = index
        var value: UInt32 = 0
        while index < end, let digit = digit(source[index], isHexadecimal: isHexadecimal) {
            // Past the last code point all numbers mean the same.
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < end, source[index] == 0x3B { index += 1 }
        return Reference(length: index - offset, characters: String(Character(scalar(value))))
    }

    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        // Pages number these as Windows does.
        let value = (0x80..<0xA0).contains(value) ? windows[Int(value) - 0x80] : value
        return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// What 128 to 159 mean.
    private static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    @inline(__always)
    private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46 where isHexadecimal: UInt32(byte) - 0x37
        case 0x61...0x66 where isHexadecimal: UInt32(byte) - 0x57
        default: nil
        }
    }

    @inline(__always)
    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
