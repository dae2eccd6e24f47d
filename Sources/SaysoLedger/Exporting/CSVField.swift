/// Fields of RFC 4180.
package enum CSVField {
    /// A field, in quotation marks where it needs them.
    package static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            return field
        }
        // By bytes, since a mark that a combining accent follows is another Character.
        var result: [UInt8] = [0x22]
        for byte in field.utf8 {
            if byte == 0x22 { result.append(byte) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self) + "\""
    }

    /// A line of fields.
    package static func row(_ fields: [String]) -> String { fields.map(quoted).joined(separator: ",") + "\n" }
}
