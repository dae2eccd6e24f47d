/// What a page's head says of its article, as hashes of words to compare blocks with.
struct PageHints {
    /// Words of the title, each with its number.
    private(set) var title = WordTable<Int>()
    /// Words of the description, likewise.
    private(set) var summary = WordTable<Int>()
    /// Runs of three words of the body that the page gives to machines; empty when it gives none.
    private(set) var body: Set<UInt32> = []

    /// So many words of a title or a description are looked at.
    private static let longest = 64
    /// So many runs of the body are looked at.
    private static let longestBody = 20_000

    init(_ markup: Markup) {
        var titles: [UInt32] = []
        var summaries: [UInt32] = []
        for (index, node) in markup.nodes.enumerated() {
            switch node.tag {
            case .title where titles.count < Self.longest:
                titles += Self.words(markup.text(of: index))
            case .meta:
                let name = markup.attribute("property", of: index) ?? markup.attribute("name", of: index)
                switch name?.lowercased() {
                case "og:title": titles += Self.words(markup.attribute("content", of: index) ?? "")
                case "og:description", "description":
                    summaries += Self.words(markup.attribute("content", of: index) ?? "")
                default: break
                }
            case .script: read(script: node.content, of: markup.bytes)
            default: break
            }
        }
        for hash in titles.prefix(Self.longest) where title[hash] == nil { title.set(hash, title.count) }
        for hash in summaries.prefix(Self.longest) where summary[hash] == nil {
            summary.set(hash, summary.count)
        }
        if body.count < 50 { body = [] }
    }

    /// The share of the title's words that are among these; 0 when there is no title.
    func share(ofTitle words: ArraySlice<UInt32>) -> Float {
        var seen: UInt64 = 0
        for hash in words { if let number = title[hash] { seen |= 1 << UInt64(min(number, 63)) } }
        return title.count == 0 ? 0 : Float(seen.nonzeroBitCount) / Float(title.count)
    }

    private static func words(_ text: String) -> [UInt32] {
        var words = PageWords()
        var counts = PageWords.Counts()
        var text = text
        text.withUTF8 { words.add(UnsafeBufferPointer(rebasing: $0.prefix(4096)), to: &counts) }
        words.close(&counts)
        return words.hashes
    }

    static func run(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
        ((first &* 31 &+ second) &* 16_777_619 ^ third) &* 2_654_435_769
    }

    /// Reads the longest `"articleBody": "…"` of a script.
    private mutating func read(script: Range<Int>, of bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = script.lowerBound
            while let key = Self.find("\"articleBody\"", from: start, to: script.upperBound, in: bytes) {
                start = key
                while start < script.upperBound, bytes[start].isMarkupSpace || bytes[start] == 0x3A {
                    start += 1
                }
                guard start < script.upperBound, bytes[start] == 0x22 else { continue }
                start += 1
                let text = Self.plainText(from: &start, to: script.upperBound, of: bytes)
                let hashes = Self.words(bytes: text)
                guard hashes.count > max(body.count, 50) else { continue }
                body = Set(
                    (2..<min(hashes.count, Self.longestBody)).map {
                        Self.run(hashes[$0 - 2], hashes[$0 - 1], hashes[$0])
                    }
                )
            }
        }
    }

    private static func words(bytes: [UInt8]) -> [UInt32] {
        var words = PageWords()
        var counts = PageWords.Counts()
        bytes.withUnsafeBufferPointer { words.add($0, to: &counts) }
        words.close(&counts)
        return words.hashes
    }

    /// One past where a word stands next.
    private static func find(
        _ word: StaticString,
        from start: Int,
        to end: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let length = word.utf8CodeUnitCount
        var start = start
        while start + length <= end {
            if bytes[start] == word.utf8Start[0], bytes[start + 1] == word.utf8Start[1] {
                var index = 2
                while index < length, bytes[start + index] == word.utf8Start[index] { index += 1 }
                if index == length { return start + length }
            }
            start += 1
        }
        return nil
    }

    /// The characters of a JSON string from inside its first quotation mark, without tags and references, which
    /// is near enough for comparing words.
    private static func plainText(
        from start: inout Int,
        to end: Int,
        of bytes: UnsafeBufferPointer<UInt8>
    ) -> [UInt8] {
        var text: [UInt8] = []
        var isInTag = false
        while start < end, bytes[start] != 0x22 {
            var byte = bytes[start]
            start += 1
            if byte == 0x5C, start < end {
                byte = bytes[start]
                start += 1
                if byte == 0x75, start + 4 <= end {
                    let digits = String(decoding: bytes[start..<start + 4], as: UTF8.self)
                    start += 4
                    if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init),
                        scalar.value > 0x7F
                    {
                        if !isInTag { text += Array(String(scalar).utf8) }
                        continue
                    }
                    byte = UInt32(digits, radix: 16).map { UInt8(truncatingIfNeeded: $0) } ?? 0x20
                } else if byte == 0x6E || byte == 0x74 || byte == 0x72 {
                    byte = 0x20
                }
            }
            switch byte {
            case 0x3C: isInTag = true
            case 0x3E where isInTag: (isInTag, byte) = (false, 0x20)
            default: break
            }
            if !isInTag { text.append(byte) }
        }
        return text
    }
}
