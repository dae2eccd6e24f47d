/// The chunked transfer coding (RFC 9112, 7.1).
enum ChunkedBody {
    /// Joins the chunks of a body.
    ///
    /// - Parameter bytes: the body as it was sent.
    /// - Returns: the body; what follows a wrong chunk is kept as it is, and all of it where the first line is no size.
    static func decode(_ bytes: ArraySlice<UInt8>) -> DecodedBody {
        var body = DecodedBody([])
        body.bytes.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let line = bytes.line(at: position)
            guard let size = size(line.content) else {
                let isFirst = position == bytes.startIndex
                body.bytes += bytes[position...]
                body.flaws.append(
                    Flaw(
                        code: .badChunks,
                        message: isFirst
                            ? "the body is not chunked"
                            : "no chunk begins at byte \(position - bytes.startIndex) of the body; what follows is kept as it is"
                    )
                )
                return body
            }
            guard size > 0 else { return body }
            guard size <= bytes.endIndex - line.next else {
                body.bytes += bytes[line.next...]
                body.flaws.append(
                    Flaw(code: .badChunks, message: "the body ends within a chunk of \(size) bytes")
                )
                return body
            }
            body.bytes += bytes[line.next..<line.next + size]
            position = line.next + size
            if position < bytes.endIndex, bytes[position] == 0x0D { position += 1 }
            if position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
        }
        body.flaws.append(Flaw(code: .badChunks, message: "the body ends without its last chunk"))
        return body
    }

    /// The size in a chunk's first line, before any extension.
    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        var size = 0
        let digits = line.trimmed.prefix { $0.hexadecimalValue != nil }
        guard !digits.isEmpty, digits.count <= 12 else { return nil }
        let rest = line[digits.endIndex...].drop(while: \.isBlank)
        guard rest.isEmpty || rest.first == UInt8(ascii: ";") || rest.first == 0x0D else { return nil }
        for digit in digits { size = size << 4 + (digit.hexadecimalValue ?? 0) }
        return size
    }
}
