/// Addresses as users give them.
enum AddressList {
    /// Joins addresses and lists of them.
    ///
    /// - Parameters:
    ///   - arguments: addresses; `-` stands for a list on standard input.
    ///   - file: a list, `-` for standard input; blank lines and those that begin with `#` are none.
    /// - Returns: all addresses in order.
    /// - Throws: `UsageError` when a list cannot be read.
    static func read(_ arguments: [String], from file: String?) throws(UsageError) -> [String] {
        var addresses: [String] = []
        for argument in arguments {
            if argument == "-" { addresses += try lines(of: "-") } else { addresses.append(argument) }
        }
        if let file { addresses += try lines(of: file) }
        return addresses
    }

    private static func lines(of path: String) throws(UsageError) -> [String] {
        var lines: [String] = []
        do throws(InputFile.Failure) {
            var reader = LineReader(try InputFile(path))
            while let line = try reader.next() {
                if line.isBlank { continue }
                var text = String(decoding: line.bytes, as: UTF8.self).drop {
                    $0.isWhitespace || $0 == "\u{FEFF}"
                }
                while text.last?.isWhitespace == true { text.removeLast() }
                if text.first != "#" { lines.append(String(text)) }
            }
        } catch {
            throw UsageError(message: "\(path): \(error.reason)")
        }
        return lines
    }
}
