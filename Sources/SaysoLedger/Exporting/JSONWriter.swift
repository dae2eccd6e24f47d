import SaysoArticles

/// Writes JSON on one line, member by member.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Takes away what was written.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes what is no value: a line end, or what stands around a list that is written piece by piece.
    mutating func raw(_ text: String) {
        bytes += text.utf8
        needsComma = false
    }

    // MARK: Values

    mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        begin()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        try members(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    mutating func array<Value>(
        _ values: some Sequence<Value>,
        _ write: (inout JSONWriter, Value) throws -> Void
    ) rethrows {
        begin()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for value in values { try write(&self, value) }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    mutating func value(_ text: String?) {
        guard var text else { return value(literal: "null") }
        begin()
        text.withUTF8 { JSONString.append($0, to: &bytes) }
        needsComma = true
    }

    mutating func value(utf8 text: some Collection<UInt8>) {
        begin()
        JSONString.append(text, to: &bytes)
        needsComma = true
    }

    mutating func value(_ number: Int?) { value(literal: number.map(String.init) ?? "null") }

    mutating func value(_ number: Int64?) { value(literal: number.map(String.init) ?? "null") }

    mutating func value(_ number: Double) { value(literal: "\(number)") }

    mutating func value(_ isTrue: Bool) { value(literal: isTrue ? "true" : "false") }

    mutating func value(_ span: Range<Int>?) {
        guard let span else { return value(literal: "null") }
        value(literal: "[\(span.lowerBound),\(span.upperBound)]")
    }

    mutating func value(_ spans: [Range<Int>]) { array(spans) { $0.value($1) } }

    private mutating func value(literal: String) {
        begin()
        bytes += literal.utf8
        needsComma = true
    }

    // MARK: Members

    /// A member's name; its value follows.
    mutating func name(_ name: String) {
        begin()
        bytes.append(UInt8(ascii: "\""))
        bytes += name.utf8
        bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
        needsComma = false
    }

    mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        value(text)
    }

    mutating func member(_ name: String, _ number: Int?) {
        self.name(name)
        value(number)
    }

    mutating func member(_ name: String, _ number: Int64?) {
        self.name(name)
        value(number)
    }

    mutating func member(_ name: String, _ number: Double) {
        self.name(name)
        value(number)
    }

    mutating func member(_ name: String, _ isTrue: Bool) {
        self.name(name)
        value(isTrue)
    }

    mutating func member(_ name: String, _ spans: [Range<Int>]) {
        self.name(name)
        value(spans)
    }

    /// A member only where there is something to say.
    mutating func some(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    mutating func object(_ name: String, _ members: (inout JSONWriter) throws -> Void) rethrows {
        self.name(name)
        try object(members)
    }

    mutating func array<Value>(
        _ name: String,
        _ values: some Sequence<Value>,
        _ write: (inout JSONWriter, Value) throws -> Void
    ) rethrows {
        self.name(name)
        try array(values, write)
    }

    private mutating func begin() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }
}
