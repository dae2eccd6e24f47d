import SaysoArchives

extension WebAddress {
    /// The path and the query in normal form.
    static func target(_ bytes: ArraySlice<UInt8>) -> String {
        let question = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        let path = withoutDots(encoded(bytes[..<question], keeping: "/:@!$&'()*+,;=~-._"))
        let query = encoded(bytes[question...].dropFirst(), keeping: "/?:@!$&'()*+,;=~-._")
        let text = String(decoding: path, as: UTF8.self)
        return question == bytes.endIndex ? text : text + "?" + String(decoding: query, as: UTF8.self)
    }

    /// What a relative path or a query alone means beside another target.
    static func merged(_ reference: ArraySlice<UInt8>, with base: String) -> String {
        let base = Array(base.utf8)
        let path = base.prefix { $0 != UInt8(ascii: "?") }
        switch reference.first {
        case UInt8(ascii: "/"): return target(reference)
        case UInt8(ascii: "?"): return target((path + reference)[...])
        default:
            let folder = path.prefix((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)
            return target((folder + reference)[...])
        }
    }

    /// Percent-encodes what an address must not hold as it is; escapes that are there stay.
    private static func encoded(_ bytes: ArraySlice<UInt8>, keeping kept: StaticString) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for index in bytes.indices {
            let byte = bytes[index]
            let isKept =
                if byte == UInt8(ascii: "%") {
                    bytes[(index + 1)...].prefix(2).count { $0.hexadecimalValue != nil } == 2
                } else {
                    byte.isLetter || byte.isDigit
                        || kept.withUTF8Buffer { $0.contains(byte) }
                }
            if isKept { result.append(byte) } else { result.appendEscape(of: byte) }
        }
        return result
    }

    /// Removes the segments "." and ".." (RFC 3986 section 5.2.4); the path begins with a slash afterwards.
    private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
        var kept: [ArraySlice<UInt8>] = []
        let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // What stands before the first slash is nothing.
        for segment in segments.dropFirst() {
            switch String(decoding: segment, as: UTF8.self).lowercased() {
            case ".", "%2e": continue
            case "..", ".%2e", "%2e.", "%2e%2e": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        let last = segments.last.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
        let endsInDots = [".", "%2e", "..", ".%2e", "%2e.", "%2e%2e"].contains(last)
        if kept.isEmpty || endsInDots { kept.append([]) }
        return kept.flatMap { [UInt8(ascii: "/")] + $0 }
    }
}

extension [UInt8] {
    /// Appends `%XX`.
    mutating func appendEscape(of byte: UInt8) {
        let digits = Array("0123456789ABCDEF".utf8)
        self += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
