import SaysoArchives

/// Where a response begins and ends in the bytes that came.
enum WireMessage {
    /// The final response, without interim ones (1xx) before it and without bytes after its end.
    ///
    /// - Complexity: linear in the length.
    static func response(in bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        while let end = headEnd(rest), (100..<200).contains(status(rest)) { rest = rest[end...] }
        guard let body = headEnd(rest) else { return Array(rest) }
        let lines = rest[..<body].split(separator: 0x0A).dropFirst()
        func values(_ name: String) -> [String] {
            lines.compactMap { line in
                guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
                let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
                return key == name ? String(decoding: line[(colon + 1)...].trimmed, as: UTF8.self) : nil
            }
        }
        let status = status(rest)
        if status == 204 || status == 304 { return Array(rest[..<body]) }
        if values("transfer-encoding").contains(where: { $0.lowercased().hasSuffix("chunked") }) {
            return Array(rest[..<(chunkedEnd(rest[body...]) ?? rest.endIndex)])
        }
        guard let length = values("content-length").first.flatMap({ Int($0) }), length >= 0 else {
            return Array(rest)
        }
        return Array(rest[..<body]) + rest[body...].prefix(length)
    }

    /// The number in `HTTP/1.1 200 OK`; zero where there is none.
    private static func status(_ bytes: ArraySlice<UInt8>) -> Int {
        let words = bytes.prefix(40).split(separator: 0x20, maxSplits: 2)
        return words.count > 1 ? Int(String(decoding: words[1].prefix(3), as: UTF8.self)) ?? 0 : 0
    }

    /// Where the empty line ends that ends a head.
    private static func headEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        var place = bytes.startIndex
        while let feed = bytes[place...].firstIndex(of: 0x0A) {
            let line = bytes[place..<feed]
            if line.isEmpty || line.elementsEqual([0x0D]) { return feed + 1 }
            place = feed + 1
        }
        return nil
    }

    /// Where chunks and trailers end; nil when they do not.
    private static func chunkedEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        var place = bytes.startIndex
        while let feed = bytes[place...].firstIndex(of: 0x0A) {
            let digits = bytes[place..<feed].prefix { $0.hexadecimalValue != nil }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
            if size == 0 { return headEnd(bytes[(feed + 1)...]) }
            // The chunk's own line break follows it.
            guard size < bytes.endIndex - feed - 2 else { return nil }
            place = feed + 1 + size
            guard let end = bytes[place...].firstIndex(of: 0x0A) else { return nil }
            place = end + 1
        }
        return nil
    }
}
