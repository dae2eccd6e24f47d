import CZlib

/// One file of a ZIP file, stored or deflated.
final class ZipEntrySource: ByteSource {
    private let zip: any ByteSource
    private let entry: ZipDirectory.Entry
    private let inflater: Inflater?
    private let limits: DecodingLimits
    private var position: Int
    private let end: Int
    let size: Int?
    private var raw: [UInt8] = []
    private var rawPosition = 0
    private var checksum: UInt = 0
    private var isOver = false
    /// What was found wrong; `nil` while all is well.
    private(set) var flaw: Flaw?

    /// Opens a file of a ZIP file.
    ///
    /// - Returns: `nil` when its local header is not where it should be, or when it is compressed in another way.
    init?(_ entry: ZipDirectory.Entry, of zip: any ByteSource, limits: DecodingLimits) throws(ArchiveError) {
        guard !entry.isEncrypted, entry.method == 0 || entry.method == 8,
            let head = try zip.read(at: entry.offset, count: 30), head.count == 30,
            head.starts(with: [0x50, 0x4B, 3, 4]), let whole = zip.size
        else { return nil }
        self.zip = zip
        self.entry = entry
        self.limits = limits
        inflater = entry.method == 8 ? Inflater(.raw) : nil
        position = entry.offset + 30 + Int(head[26]) + Int(head[27]) << 8 + Int(head[28]) + Int(head[29]) << 8
        guard position <= whole else { return nil }
        end = position + min(entry.compressedSize, whole - position)
        size = entry.method == 8 ? nil : end - position
        if end - position < entry.compressedSize {
            flaw = Flaw(code: .truncated, message: "the ZIP file ends within \(entry.name)")
        }
    }

    func read(into bytes: inout [UInt8]) throws(ArchiveError) -> Int {
        let old = bytes.count
        while bytes.count == old, !isOver {
            if rawPosition == raw.count {
                raw = try zip.read(at: position, count: min(1 << 18, end - position)) ?? []
                rawPosition = 0
                position += raw.count
                if raw.isEmpty {
                    finish(
                        inflater == nil ? nil : Flaw(code: .truncated, message: "\(entry.name) is cut off")
                    )
                    break
                }
            }
            guard let inflater else {
                bytes += raw
                rawPosition = raw.count
                break
            }
            switch inflater.decompress(raw, from: &rawPosition, into: &bytes, atMost: .max) {
            case .progress:
                if limits.isBomb(taken: inflater.taken, written: inflater.written) {
                    finish(Flaw(code: .bomb, message: "\(entry.name) grows more than \(limits.ratio) times"))
                }
            case .end: finish(nil)
            case .corrupt: finish(Flaw(code: .corrupt, message: "\(entry.name) is damaged"))
            }
        }
        bytes[old...].withUnsafeBufferPointer { checksum = crc32(checksum, $0.baseAddress, UInt32($0.count)) }
        return bytes.count - old
    }

    private func finish(_ flaw: Flaw?) {
        isOver = true
        self.flaw = self.flaw ?? flaw
    }

    /// What was wrong with the file now that it was read.
    var finalFlaw: Flaw? {
        if flaw == nil, isOver, checksum != UInt(entry.checksum) {
            return Flaw(
                code: .digestMismatch,
                message: "\(entry.name) has another check sum than the ZIP file says"
            )
        }
        return flaw
    }
}
