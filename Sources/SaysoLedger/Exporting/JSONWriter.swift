import SaysoArticles

/// Writes JSON member by member, on one line or with each member on its own.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private let isPretty: Bool
    private var needsComma = false
    private var isAfterName = false
    private var depth = 0

    /// - Parameter isPretty: whether each member stands on a line of its own.
    package init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// Takes away what was written.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes what is no value: a line end, or what stands around a list that is written piece by piece.
    package mutating func raw(_ text: String) {
        bytes += text.utf8
        (needsComma, isAfterName) = (false, false)
    }

    // MARK: Values

    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        open(UInt8(ascii: "{"))
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    package mutating func array<Value>(
        _ values: some Sequence<Value>,
        _ write: (inout JSONWriter, Value) throws -> Void
    ) rethrows {
        open(UInt8(ascii: "["))
        for value in values { try write(&self, value) }
        close(UInt8(ascii: "]"))
    }

    package mutating func value(_ text: String?) {
        guard var text else { return value(literal: "null") }
        begin()
        text.withUTF8 { JSONString.append($0, to: &bytes) }
        needsComma = true
    }

    package mutating func value(utf8 text: some Collection<UInt8>) {
        begin()
        JSONString.append(text, to: &bytes)
        needsComma = true
    }

    package mutating func value(_ number: Int?) { value(literal: number.map(String.init) ?? "null") }

    package mutating func value(_ number: Int64?) { value(literal: number.map(String.init) ?? "null") }

    package mutating func value(_ number: Double) { value(literal: "\(number)") }

    package mutating func value(_ isTrue: Bool) { value(literal: isTrue ? "true" : "false") }

    package mutating func value(_ span: Range<Int>?) {
        guard let span else { return value(literal: "null") }
        value(literal: Self.text(span, comma))
    }

    package mutating func value(_ spans: [Range<Int>]) {
        begin()
        bytes.append(UInt8(ascii: "["))
        for (index, span) in spans.enumerated() {
            if index > 0 { bytes += comma.utf8 }
            bytes += Self.text(span, comma).utf8
        }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    private var comma: String { isPretty ? ", " : "," }

    private static func text(_ span: Range<Int>, _ comma: String) -> String {
        "[\(span.lowerBound)\(comma)\(span.upperBound)]"
    }

    /// A value that is spelled as JSON already.
    package mutating func value(literal: String) {
        begin()
        bytes += literal.utf8
        needsComma = true
    }

    // MARK: Members

    /// A member's name; its value follows.
    package mutating func name(_ name: String) {
        begin()
        bytes.append(UInt8(ascii: "\""))
        bytes += name.utf8
        bytes += (isPretty ? "\": " : "\":").utf8
        isAfterName = true
    }

    package mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        value(text)
    }

    package mutating func member(_ name: String, _ number: Int?) {
        self.name(name)
        value(number)
    }

    package mutating func member(_ name: String, _ number: Int64?) {
        self.name(name)
        value(number)
    }

    package mutating func member(_ name: String, _ number: Double) {
        self.name(name)
        value(number)
    }

    package mutating func member(_ name: String, _ isTrue: Bool) {
        self.name(name)
        value(isTrue)
    }

    package mutating func member(_ name: String, _ spans: [Range<Int>]) {
        self.name(name)
        value(spans)
    }

    /// A member only where there is something to say.
    package mutating func some(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    package mutating func object(_ name: String, _ members: (inout JSONWriter) throws -> Void) rethrows {
        self.name(name)
        try object(members)
    }

    package mutating func array<Value>(
        _ name: String,
        _ values: some Sequence<Value>,
        _ write: (inout JSONWriter, Value) throws -> Void
    ) rethrows {
        self.name(name)
        try array(values, write)
    }

    private mutating func open(_ bracket: UInt8) {
        begin()
        bytes.append(bracket)
        needsComma = false
        depth += 1
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if needsComma { line() }
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func begin() {
        if isAfterName {
            isAfterName = false
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { line() }
    }

    private mutating func line() {
        guard isPretty else { return }
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: 2 * depth)
    }
}
