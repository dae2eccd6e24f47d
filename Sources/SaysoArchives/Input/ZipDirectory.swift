/// The list of files at the end of a ZIP file (PKWARE APPNOTE 6.3), with its 64-bit extension.
struct ZipDirectory {
    struct Entry {
        var name: String
        var isEncrypted: Bool
        /// 0: stored, 8: deflated.
        var method: Int
        var checksum: UInt32
        var compressedSize: Int
        var size: Int
        /// Where its local header is.
        var offset: Int
    }

    private(set) var entries: [Entry] = []

    private static let longest = 64 << 20

    /// Reads the list.
    ///
    /// - Parameter source: a file, since the list is at its end.
    /// - Throws: that it cannot be read.
    init(_ source: any ByteSource) throws(ArchiveError) {
        guard let size = source.size else {
            throw Self.failure("a ZIP file can only be read from a file, not through a pipe")
        }
        let tailStart = max(0, size - (1 << 16) - 22)
        guard let tail = try source.read(at: tailStart, count: size - tailStart) else {
            throw Self.failure("a ZIP file can only be read from a file, not through a pipe")
        }
        guard let end = Self.lastIndex(of: [0x50, 0x4B, 5, 6], in: tail), end + 22 <= tail.count else {
            throw Self.failure("the ZIP file has no list of its files; it is cut off or damaged")
        }
        var count = tail.number(2, at: end + 10) ?? 0
        var length = tail.number(4, at: end + 12) ?? 0
        var offset = tail.number(4, at: end + 16) ?? 0
        if count == 0xFFFF || length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF, end >= 20,
            tail[(end - 20)...].starts(with: [0x50, 0x4B, 6, 7]), let place = tail.number(8, at: end - 12),
            let record = try source.read(at: place, count: 56), record.starts(with: [0x50, 0x4B, 6, 6]),
            let wideCount = record.number(8, at: 32), let wideLength = record.number(8, at: 40),
            let wideOffset = record.number(8, at: 48)
        {
            (count, length, offset) = (wideCount, wideLength, wideOffset)
        }
        guard length <= Self.longest, offset <= size, length <= size - offset,
            let list = try source.read(at: offset, count: length), list.count == length
        else {
            throw Self.failure("the ZIP file's list of files is damaged or too long")
        }
        try readEntries(list, count: count)
    }

    private mutating func readEntries(_ list: [UInt8], count: Int) throws(ArchiveError) {
        var position = 0
        while entries.count < count {
            guard let entry = Self.entry(list, at: &position) else {
                throw Self.failure("the ZIP file's list of files is damaged")
            }
            entries.append(entry)
        }
    }

    private static func entry(_ list: [UInt8], at position: inout Int) -> Entry? {
        let start = position
        guard list.number(4, at: start) == 0x0201_4B50, let flags = list.number(2, at: start + 8),
            let method = list.number(2, at: start + 10), let checksum = list.number(4, at: start + 16),
            let compressedSize = list.number(4, at: start + 20), let size = list.number(4, at: start + 24),
            let nameLength = list.number(2, at: start + 28), let extraLength = list.number(2, at: start + 30),
            let commentLength = list.number(2, at: start + 32), let offset = list.number(4, at: start + 42)
        else { return nil }
        let extra = start + 46 + nameLength
        guard extra + extraLength + commentLength <= list.count else { return nil }
        position = extra + extraLength + commentLength
        var entry = Entry(
            name: String(latin: list[(start + 46)..<extra]),
            isEncrypted: flags & 1 == 1,
            method: method,
            checksum: UInt32(checksum),
            compressedSize: compressedSize,
            size: size,
            offset: offset
        )
        guard size == 0xFFFF_FFFF || compressedSize == 0xFFFF_FFFF || offset == 0xFFFF_FFFF else {
            return entry
        }
        // The extension holds those values, in this order, that did not fit.
        var field = extra
        while let kind = list.number(2, at: field), let length = list.number(2, at: field + 2),
            field + 4 + length <= extra + extraLength
        {
            if kind == 1 {
                var place = field + 4
                for path in [\Entry.size, \.compressedSize, \.offset]
                where entry[keyPath: path] == 0xFFFF_FFFF {
                    guard place + 8 <= field + 4 + length, let value = list.number(8, at: place) else {
                        return nil
                    }
                    entry[keyPath: path] = value
                    place += 8
                }
            }
            field += 4 + length
        }
        return entry
    }

    private static func lastIndex(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (0...bytes.count - mark.count).reversed().first { bytes[$0...].starts(with: mark) }
    }

    static func failure(_ message: String) -> ArchiveError {
        ArchiveError(code: .unreadableZip, message: message)
    }
}

extension [UInt8] {
    /// A number whose lowest byte comes first; `nil` beyond the end, and where it is larger than any file.
    fileprivate func number(_ size: Int, at index: Int) -> Int? {
        guard index >= 0, index <= count - size else { return nil }
        let value = self[index..<index + size].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        return value < 1 << 60 ? Int(value) : nil
    }
}
