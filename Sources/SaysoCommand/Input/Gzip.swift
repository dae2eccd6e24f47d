import SaysoArchives

/// Files that may be compressed with gzip (RFC 1952).
enum Gzip {
    /// What a compressed file holds, by the beginning of it.
    static func kind(of file: InputFile) throws(InputFile.Failure) -> InputKind {
        let start = try file.start(1 << 16)
        let limits = DecodingLimits(size: InputKind.needed, ratio: .max)
        let kind = InputKind.detect(ContentCoding.gzip.decode(start, limits: limits).bytes)
        // Compressing twice hides nothing but a bomb.
        return kind == .gzip ? .binary : kind
    }

    /// All bytes of a file that were not read yet, decompressed where they are compressed.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - limit: the most bytes that there may be, compressed or not.
    /// - Returns: the bytes.
    /// - Throws: that they are too many, or damaged.
    static func contents(of file: InputFile, limit: Int) throws(InputFile.Failure) -> [UInt8] {
        let bytes = try file.contents(limit: limit)
        guard ContentCoding.isGzip(bytes) else { return bytes }
        let body = ContentCoding.gzip.decode(bytes, limits: DecodingLimits(size: limit))
        switch body.flaws.first?.code {
        case nil where ContentCoding.isGzip(body.bytes):
            let reason = "compressed with gzip twice, where once is read; decompress it"
            throw InputFile.Failure(code: "gzip", reason: reason)
        case nil: return body.bytes
        case .tooLong: throw InputFile.tooLong(limit)
        case .bomb:
            let reason = "so few compressed bytes that hold so many are meant to fill memory"
            throw InputFile.Failure(code: "gzip", reason: reason)
        default: throw InputFile.Failure(code: "gzip", reason: "the gzip file is damaged or cut off")
        }
    }
}
