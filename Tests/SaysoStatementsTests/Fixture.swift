import Foundation

/// Files beside the tests.
enum Fixture {
    static func lines(_ name: String) throws -> [Substring] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let url = folder.appendingPathComponent("Fixtures/\(name)")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    }

    /// Undoes the escapes of a fixture's text: `\n`, `\t` and `\\`.
    static func unescaped(_ text: Substring) -> String {
        var result = ""
        var escape = false
        for character in text {
            if escape {
                result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                escape = false
            } else if character == "\\" {
                escape = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
