#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A form's fields and files as browsers send them (RFC 7578).
struct MultipartBody {
    /// A field or a file.
    struct Part {
        let name: String
        /// What the file is called; nil for what is no file.
        let filename: String?
        let bytes: ArraySlice<UInt8>
    }

    private static let mostParts = 200
    private static let mostHeaderBytes = 4096

    private(set) var parts: [Part] = []

    /// - Parameters:
    ///   - bytes: the body.
    ///   - type: the request's `Content-Type`, which has the boundary.
    /// - Throws: `Problem` when it is not as browsers write it.
    init(_ bytes: [UInt8], type: String) throws(Problem) {
        guard let boundary = Self.parameter("boundary", of: type), (1...70).contains(boundary.utf8.count)
        else {
            throw SubmittedForm.unreadable
        }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line before it.
        guard bytes.starts(with: delimiter.dropFirst(2)) else { throw SubmittedForm.unreadable }
        var position = delimiter.count - 2
        while !bytes[position...].starts(with: [0x2D, 0x2D]) {
            guard bytes[position...].starts(with: [0x0D, 0x0A]), parts.count < Self.mostParts,
                let end = Self.find(delimiter, in: bytes, from: position)
            else { throw SubmittedForm.unreadable }
            parts.append(try Self.part(bytes, position..<end))
            position = end + delimiter.count
        }
    }

    /// The part from the end of the line with the delimiter to the next delimiter.
    private static func part(_ bytes: [UInt8], _ range: Range<Int>) throws(Problem) -> Part {
        guard let end = find(Array("\r\n\r\n".utf8), in: bytes, from: range.lowerBound),
            end < range.upperBound,
            end - range.lowerBound <= mostHeaderBytes,
            let headers = String(validating: bytes[range.lowerBound..<end], as: UTF8.self)
        else { throw SubmittedForm.unreadable }
        var disposition: String?
        for line in headers.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw SubmittedForm.unreadable }
            if line[..<colon].lowercased() == "content-disposition" {
                disposition = String(line[line.index(after: colon)...].drop { $0 == " " })
            }
        }
        guard let disposition, disposition.hasPrefix("form-data"),
            let name = parameter("name", of: disposition)
        else { throw SubmittedForm.unreadable }
        return Part(
            name: name,
            filename: parameter("filename", of: disposition),
            bytes: bytes[min(end + 4, range.upperBound)..<range.upperBound]
        )
    }

    /// A parameter of a header, bare or in quotation marks.
    private static func parameter(_ name: String, of header: String) -> String? {
        var rest = header.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " }
            let found = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(found.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                rest = rest.dropFirst(2)
                value = String(rest.prefix { $0 != "\"" })
                rest = rest.dropFirst(value.count + 1).drop { $0 != ";" }
                // Browsers write what would end the name or its line so.
                value = value.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing(
                    "%0A",
                    with: "\n"
                )
            } else if rest.first == "=" {
                value = String(rest.dropFirst().prefix { $0 != ";" })
                rest = rest.dropFirst(value.count + 1)
            }
            if found.lowercased() == name { return value }
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { all in
            var position = start
            while position + needle.count <= all.count,
                let found = memchr(all.baseAddress! + position, Int32(needle[0]), all.count - position)
            {
                position = UnsafeRawPointer(found) - all.baseAddress!
                if position + needle.count <= all.count, memcmp(found, needle, needle.count) == 0 {
                    return position
                }
                position += 1
            }
            return nil
        }
    }
}
