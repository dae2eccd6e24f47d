/// Named fields, of an HTTP message (RFC 9110, 5) or of a WARC record: in order, repeated where they are, and found
/// by their names in any case.
public struct HeaderFields: Hashable, Sendable {
    /// One field.
    public struct Field: Hashable, Sendable {
        /// The name as it was written.
        public var name: String
        /// The value without white space around it; lines that were folded are joined by one space.
        public var value: String
    }

    /// All fields in order.
    public var fields: [Field] = []

    /// Makes fields.
    ///
    /// - Parameter fields: names and values in order.
    public init(_ fields: [(name: String, value: String)] = []) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    /// The first field's value; `nil` where there is none.
    public subscript(name: String) -> String? {
        fields.first { Self.isSame($0.name, name) }?.value
    }

    /// The values of all fields of a name, in order.
    public func values(of name: String) -> [String] {
        fields.filter { Self.isSame($0.name, name) }.map(\.value)
    }

    /// The members of a comma-separated list that may be spread over several fields, trimmed, empty ones left out.
    public func list(_ name: String) -> [String] {
        values(of: name).flatMap { $0.split(separator: ",") }
            .map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
    }

    /// Adds a field after the others.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count
            && zip(left.utf8, right.utf8).allSatisfy { $0.lowercased == $1.lowercased }
    }
}

extension HeaderFields {
    /// Reads fields up to the empty line after them. Lines may end in LF alone; those without a colon are passed over.
    ///
    /// - Parameters:
    ///   - bytes: where they are.
    ///   - position: the beginning of their first line; moved past the empty line, or to the end where none is.
    /// - Returns: the fields, and whether the empty line was there.
    static func read(_ bytes: ArraySlice<UInt8>, from position: inout Int) -> (
        fields: HeaderFields, isWhole: Bool
    ) {
        var fields = HeaderFields()
        while position < bytes.endIndex {
            let line = bytes.line(at: position)
            position = line.next
            if line.content.isEmpty { return (fields, line.hasEnd) }
            if line.content[line.content.startIndex].isBlank, !fields.fields.isEmpty {
                // A value that goes on.
                let more = String(latin: line.content.trimmed)
                fields.fields[fields.fields.count - 1].value +=
                    fields.fields.last?.value.isEmpty == true ? more : " " + more
            } else if let colon = line.content.firstIndex(of: UInt8(ascii: ":")) {
                fields.append(
                    String(latin: line.content[..<colon].trimmed),
                    String(latin: line.content[(colon + 1)...].trimmed)
                )
            }
        }
        return (fields, false)
    }
}
