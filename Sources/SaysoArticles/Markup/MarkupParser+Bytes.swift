#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension MarkupParser {
    @inline(__always)
    func byte(at index: Int) -> UInt8? { index < source.count ? source[index] : nil }

    /// The first place of a byte at or after another place; the end when there is none.
    @inline(__always)
    func index(of byte: UInt8, from start: Int) -> Int {
        guard start < source.count, let base = source.baseAddress else { return source.count }
        guard let found = memchr(base + start, Int32(byte), source.count - start) else { return source.count }
        return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }

    @inline(__always)
    func skipSpace(from start: Int) -> Int {
        var index = start
        while index < source.count, source[index].isMarkupSpace { index += 1 }
        return index
    }

    @inline(__always)
    func endOfName(from start: Int) -> Int {
        var index = start
        while index < source.count {
            let byte = source[index]
            if byte.isMarkupSpace || byte == 0x3E || byte == 0x2F || isXML && byte == 0x3C { break }
            index += 1
        }
        return index
    }

    /// Whether some characters stand at a place; letters of the page may be in lower case too.
    func matches(_ text: StaticString, at start: Int? = nil) -> Bool {
        let start = start ?? offset
        guard text.utf8CodeUnitCount <= source.count - start else { return false }
        for index in 0..<text.utf8CodeUnitCount
        where source[start + index].lowercasedASCII != text.utf8Start[index].lowercasedASCII {
            return false
        }
        return true
    }

    /// Goes on behind the next place of some characters; at the end when there is none.
    mutating func skip(past text: StaticString) {
        let first = text.utf8Start[0]
        offset = index(of: first, from: offset)
        while offset < source.count, !matches(text) { offset = index(of: first, from: offset + 1) }
        offset = min(offset + text.utf8CodeUnitCount, source.count)
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: source[range]), as: UTF8.self)
    }
}
