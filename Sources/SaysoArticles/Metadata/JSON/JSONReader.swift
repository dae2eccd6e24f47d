/// Reads the values of a JSON text into a flat list; see ``JSONDocument`` for what it forgives.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var offset: Int
    private var nodes: [JSONDocument.Node] = []
    private var open: [Int] = []
    private var openObjects = 0
    private var name: Range<Int>?
    /// Whether a mark in a string may be one that should have been escaped. After a string for which no
    /// fitting end was found it may not: each such search costs the rest of the text.
    private var forgivesMarks = true
    /// Whether a `/*` may still have its `*/`.
    private var closesComments = true
    private(set) var fault: JSONDocument.Fault?

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.bytes = bytes
        end = range.upperBound
        offset = range.lowerBound
    }

    /// Reads everything.
    ///
    /// - Returns: the values, and the indices of those that nobody closed before the end, the outermost first.
    mutating func read() -> (nodes: [JSONDocument.Node], unclosed: [Int]) {
        while offset < end {
            switch bytes[offset] {
            case 0x7B: begin(.object)
            case 0x5B: begin(.array)
            case 0x7D: close(.object)
            case 0x5D: close(.array)
            case 0x22, 0x27: readString()
            case 0x2F where skipComment(): break
            case 0x3C where skip("<!--") || skip("<![CDATA["): break
            case 0x2D where skip("-->"): break
            case 0x2C:
                dropName()
                offset += 1
            case 0x00...0x20, 0x3A, 0x3B, 0xEF, 0xBB, 0xBF, 0x3C, 0x3E, 0x2F: offset += 1
            default: readWord()
            }
        }
        let unclosed = open
        while !open.isEmpty { closeLast(at: end) }
        return (nodes, unclosed)
    }

    private mutating func note(_ reason: JSONDocument.Fault.Reason, at offset: Int) {
        if fault == nil { fault = JSONDocument.Fault(reason: reason, offset: offset) }
    }

    // MARK: Arrays and objects

    private var isInObject: Bool { open.last.map { nodes[$0].kind == .object } ?? false }

    private mutating func append(_ kind: JSONDocument.Kind, _ range: Range<Int>) {
        if isInObject, name == nil { note(.valueWithoutName, at: range.lowerBound) }
        nodes.append(JSONDocument.Node(kind: kind, name: name, range: range, end: nodes.count + 1))
        name = nil
    }

    /// Arrays and objects inside each other at most: nobody's data are deeper, and nothing behind them is read.
    private static let deepest = 1_000

    private mutating func begin(_ kind: JSONDocument.Kind) {
        guard open.count < Self.deepest else {
            offset = end
            return
        }
        append(kind, offset..<offset + 1)
        open.append(nodes.count - 1)
        if kind == .object { openObjects += 1 }
        offset += 1
    }

    private mutating func close(_ kind: JSONDocument.Kind) {
        dropName()
        if let last = open.last, nodes[last].kind != kind { note(.closingBracket, at: offset) }
        offset += 1
        guard (kind == .object ? openObjects : open.count - openObjects) > 0 else { return }
        while let last = open.last {
            let isOther = nodes[last].kind != kind
            closeLast(at: offset)
            if !isOther { return }
        }
    }

    /// Forgets a name whose value did not come.
    private mutating func dropName() {
        if let name { note(.nameWithoutValue, at: name.lowerBound) }
        name = nil
    }

    private mutating func closeLast(at end: Int) {
        let last = open.removeLast()
        if nodes[last].kind == .object { openObjects -= 1 }
        nodes[last].close(at: end, before: nodes.count)
        name = nil
    }

    // MARK: Strings

    private mutating func readString() {
        let mark = bytes[offset]
        let start = offset + 1
        if isInObject, name == nil {
            let close = firstMark(mark, from: start)
            offset = min(close + 1, end)
            name = start..<close
        } else {
            let close = closingMark(mark, from: start)
            offset = min(close + 1, end)
            append(.string, start..<close)
        }
    }

    /// The first mark without a backslash before it; the end of the text when there is none.
    private func firstMark(_ mark: UInt8, from start: Int) -> Int {
        var offset = start
        while offset < end {
            if bytes[offset] == mark { return offset }
            offset += bytes[offset] == 0x5C ? 2 : 1
        }
        return end
    }

    /// The first mark after which the JSON goes on as it should.
    private mutating func closingMark(_ mark: UInt8, from start: Int) -> Int {
        let first = firstMark(mark, from: start)
        guard forgivesMarks else { return first }
        var close = first
        while close < end {
            if endsString(close) { return close }
            close = firstMark(mark, from: close + 1)
        }
        if first < end { forgivesMarks = false }
        return first
    }

    private func endsString(_ close: Int) -> Bool {
        var next = skipSpace(from: close + 1)
        guard next < end else { return true }
        switch bytes[next] {
        case 0x7D, 0x5D: return true
        case 0x2C:
            next = skipSpace(from: next + 1)
            guard next < end else { return true }
            switch bytes[next] {
            case 0x7D, 0x5D, 0x2C: return true
            case 0x22, 0x27: return !isInObject || beginsName(next)
            case 0x2F: return true
            default: return isInObject ? beginsWordName(next) : beginsValue(next)
            }
        case 0x22, 0x27: return isInObject && beginsName(next, mayBreakOff: false)  // a comma is missing
        case 0x2F: return next + 1 < end && (bytes[next + 1] == 0x2F || bytes[next + 1] == 0x2A)
        default: return false
        }
    }

    private static let longestName = 128

    /// Whether a mark begins a name and a colon.
    private func beginsName(_ offset: Int, mayBreakOff: Bool = true) -> Bool {
        let limit = min(end, offset + Self.longestName)
        var next = offset + 1
        while next < limit, bytes[next] != bytes[offset] { next += 1 }
        guard next < limit else { return mayBreakOff && limit == end }
        next = skipSpace(from: next + 1)
        return next >= end || bytes[next] == 0x3A
    }

    private func beginsWordName(_ offset: Int) -> Bool {
        let limit = min(end, offset + Self.longestName)
        var next = offset
        while next < limit, Self.isWord(bytes[next]) { next += 1 }
        guard next > offset else { return false }
        next = skipSpace(from: next)
        return next < end && bytes[next] == 0x3A
    }

    /// Whether a value other than a string begins, in an array.
    private func beginsValue(_ offset: Int) -> Bool {
        switch bytes[offset] {
        case 0x7B, 0x5B, 0x2D, 0x30...0x39: true
        default: ["null", "true", "false"].contains { has($0, at: offset) }
        }
    }

    // MARK: Everything else

    /// Numbers, truth values, null and names without quotation marks.
    private mutating func readWord() {
        let start = offset
        while offset < end, Self.isWord(bytes[offset]) { offset += 1 }
        if offset == start {
            offset += 1
            return
        }
        let range = start..<offset
        if isInObject, name == nil {
            name = range
        } else if range.count == 4, has("true", at: start) {
            append(.bool(true), range)
        } else if range.count == 5, has("false", at: start) {
            append(.bool(false), range)
        } else if (0x30...0x39).contains(bytes[start]) || bytes[start] == 0x2D {
            append(.number, range)
        } else if range.count == 4, has("null", at: start) {
            append(.null, range)
        } else if !open.isEmpty {
            note(.noValue, at: start)
            append(.null, range)
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x2B, 0x2D, 0x2E, 0x40, 0x5F, 0x80...: true
        default: false
        }
    }

    private func skipSpace(from start: Int) -> Int {
        var offset = start
        while offset < end, bytes[offset] <= 0x20 { offset += 1 }
        return offset
    }

    private func has(_ text: StaticString, at start: Int) -> Bool {
        guard end - start >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount where bytes[start + index] != text.utf8Start[index] {
            return false
        }
        return true
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        guard has(text, at: offset) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    /// Skips `/* */` and `// …`; of the wrappers `//<![CDATA[` and `//]]>` no more than themselves, as what
    /// they wrap is often on the same line.
    private mutating func skipComment() -> Bool {
        if skip("/*") {
            guard closesComments else { return true }
            let start = offset
            while offset < end, !has("*/", at: offset) { offset += 1 }
            closesComments = skip("*/")
            if !closesComments { offset = start }
            return true
        }
        guard skip("//") else { return false }
        offset = skipSpace(from: offset)
        if skip("<![CDATA[") || skip("]]>") || skip("<!--") || skip("-->") { return true }
        while offset < end, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
        return true
    }
}
