/// Telling what a file is.
extension ArchiveReader {
    /// How many decompressed bytes are looked at.
    private static let beginning = 1 << 16

    /// Tells WARC from ARC by how the file begins, decompressed.
    ///
    /// - Parameters:
    ///   - source: the rest of the file.
    ///   - beginning: what was already read of it.
    ///   - entry: its name in a WACZ.
    /// - Returns: a reader of its records.
    /// - Throws: that it is neither.
    func open(
        _ source: any ByteSource,
        beginning: [UInt8],
        entry: String?
    ) throws(ArchiveError) -> RecordReader {
        let input = RecordInput(source, beginning: beginning, limits: options.limits)
        _ = try input.hold(Self.beginning)
        var index = 0
        while index < input.count, index < 64,
            input[index].isLineBreak || [0xEF, 0xBB, 0xBF].contains(input[index])
        {
            index += 1
        }
        func reader(_ syntax: RecordSyntax) -> RecordReader {
            RecordReader(input, syntax: syntax, entry: entry, options: options, earlier: earlier)
        }

        if let syntax = Self.arcSyntax(input, at: index) {
            input.drop(index)
            return reader(syntax)
        }
        let warc = reader(.warc)
        switch RecordSyntax.warc.startsRecord(input, at: index) {
        case true?:
            input.drop(index)
            return warc
        case nil where input.count > index || input.isCompressed && input.count == 0:
            // Cut off, or damaged, within the first bytes of a record; the reader says so.
            return warc
        default:
            // The first record's beginning may be damaged.
            if input.count > 1, warc.findRecord(from: 1, to: input.count).start != nil { return warc }
        }
        throw ArchiveError(
            code: .notAnArchive,
            message: input.isCompressed
                ? "the gzip file holds neither WARC nor ARC records; a compressed page is read as a page"
                : "the file begins neither as WARC, ARC nor WACZ does"
        )
    }

    private static func arcSyntax(_ input: RecordInput, at index: Int) -> RecordSyntax? {
        let name = Array("filedesc://".utf8)
        let isNamed = input.count - index >= name.count && input.copy(index..<index + name.count) == name
        guard isNamed || RecordSyntax.arc(version: 1).startsRecord(input, at: index) == true else {
            return nil
        }
        // The version stands at the beginning of the first record's block.
        guard let end = input.firstIndex(of: 0x0A, from: index), end + 1 < input.count else {
            return .arc(version: 1)
        }
        return .arc(version: input[end + 1] == UInt8(ascii: "2") ? 2 : 1)
    }
}
