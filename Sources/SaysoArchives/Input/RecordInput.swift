/// The decompressed bytes of one file, of which as many are held as somebody looks at, with the places of the gzip
/// members that they come from. Bytes of the next member come in only when that is asked for.
final class RecordInput {
    /// Where the reading stands in the member; a plain file is one member.
    enum State: Equatable {
        case within
        case ended
        /// The compressed bytes cannot be read on.
        case damaged(ArchiveProblem.Code, String)
    }

    private var source: any ByteSource
    private let inflater: Inflater?
    private let limits: DecodingLimits

    /// Compressed bytes, some of which are kept after they were taken: a search for the next member after a damaged one
    /// begins in them.
    private var raw: [UInt8]
    private var rawPosition = 0
    /// Where `raw` begins in the file.
    private var rawOffset = 0
    private static let history = 1 << 20

    private var bytes: [UInt8] = []
    private var start = 0

    /// How far the file was decompressed before the bytes that are held; in a plain file, the place in the file.
    private(set) var offset = 0
    private(set) var state = State.within
    /// Where the member begins in the file.
    private(set) var memberOffset = 0

    /// How many bytes there are in the file where that is known and it is not compressed.
    let plainSize: Int?

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - source: the rest of the file.
    ///   - beginning: the bytes of the file that were already read.
    ///   - limits: how much a member may grow.
    init(_ source: any ByteSource, beginning: [UInt8], limits: DecodingLimits) {
        self.source = source
        self.limits = limits
        if ContentCoding.isGzip(beginning)
            || (!beginning.isEmpty
                && ContentCoding.isGzip(beginning + [0x1F, 0x8B, 8].dropFirst(beginning.count)))
        {
            inflater = Inflater(.gzip)
            raw = beginning
            plainSize = nil
        } else {
            inflater = nil
            raw = []
            bytes = beginning
            plainSize = source.size
        }
    }

    var isCompressed: Bool { inflater != nil }

    /// How many bytes are held.
    var count: Int { bytes.count - start }

    /// A byte that is held, by its distance from the first.
    subscript(index: Int) -> UInt8 { bytes[start + index] }

    /// A copy of bytes that are held.
    func copy(_ range: Range<Int>) -> [UInt8] {
        Array(bytes[start + range.lowerBound..<start + range.upperBound])
    }

    /// Where in the bytes that are held, from an index on, a byte is.
    func firstIndex(of byte: UInt8, from index: Int) -> Int? {
        bytes[(start + index)...].firstIndex(of: byte).map { $0 - start }
    }

    /// Where the file goes on after the member, as far as it was taken.
    var rawEnd: Int { rawOffset + rawPosition }

    /// Lets go of the first bytes.
    func drop(_ count: Int) {
        start += count
        offset += count
        if start == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 22)
            start = 0
        } else if start > 1 << 18, start > bytes.count / 2 {
            bytes.removeFirst(start)
            start = 0
        }
    }

    /// Holds so many bytes of the member, if it has them.
    func hold(_ count: Int) throws(ArchiveError) -> Bool {
        while self.count < count {
            guard try more() else { return false }
        }
        return true
    }

    /// Holds some more bytes of the member.
    ///
    /// - Parameter count: how many at most, where it is compressed.
    /// - Returns: whether there were more.
    /// - Throws: that the source cannot be read on.
    func more(atMost count: Int = .max) throws(ArchiveError) -> Bool {
        guard state == .within else { return false }
        guard let inflater else {
            if try source.read(into: &bytes) > 0 { return true }
            state = .ended
            return false
        }
        while true {
            if rawPosition == raw.count, !(try refill()) {
                state = .damaged(.truncated, "the file ends within a gzip member")
                return false
            }
            let old = bytes.count
            // A gzip header has no longest length; that of a member which is only tried must be short.
            let isTrial = count < .max
            let status = inflater.decompress(
                raw,
                from: &rawPosition,
                into: &bytes,
                atMost: count,
                taking: inflater.written == 0 ? 1 << 10 : .max
            )
            switch status {
            case .end: state = .ended
            case .corrupt: state = .damaged(.corrupt, "the gzip member is damaged")
            case .progress:
                if inflater.written == 0, inflater.taken >= (isTrial ? 1 << 10 : 1 << 18) {
                    state = .damaged(.corrupt, "the gzip member holds nothing")
                }
                if limits.isBomb(taken: inflater.taken, written: inflater.written) {
                    state = .damaged(.bomb, "the gzip member grows more than \(limits.ratio) times")
                }
            }
            if bytes.count > old { return true }
            if state != .within { return false }
        }
    }

    private func refill() throws(ArchiveError) -> Bool {
        let member = max(0, memberOffset - rawOffset)
        let old = min(rawPosition, max(member, rawPosition - Self.history))
        if old > 1 << 18 {
            raw.removeFirst(old)
            rawPosition -= old
            rawOffset += old
        }
        return try source.read(into: &raw) > 0
    }
}

extension RecordInput {
    /// What comes after a member.
    enum Next {
        case member
        case end
        /// Bytes that are no member.
        case other
    }

    /// Goes on with the next member; its bytes come after those that are held.
    func startMember() throws(ArchiveError) -> Next {
        guard let inflater else { return .end }
        // Some writers fill up with zeros.
        while true {
            while rawPosition < raw.count, raw[rawPosition] == 0 { rawPosition += 1 }
            if rawPosition < raw.count { break }
            guard try refill() else { return .end }
        }
        while raw.count - rawPosition < 3, try refill() {}
        let here = raw[rawPosition..<min(raw.count, rawPosition + 3)]
        guard here.elementsEqual([0x1F, 0x8B, 8].prefix(here.count)) else {
            memberOffset = rawEnd
            return .other
        }
        memberOffset = rawEnd
        inflater.reset()
        state = .within
        return .member
    }

    /// Searches for the next member in which a record begins, after one that is damaged. What is held is let go.
    ///
    /// - Parameter isRecord: whether a record begins at the first byte that is held; `nil` when that takes more bytes.
    /// - Returns: whether there is one.
    /// - Throws: that the source cannot be read on.
    func findMember(_ isRecord: (RecordInput) -> Bool?) throws(ArchiveError) -> Bool {
        guard let inflater else { return false }
        drop(count)
        rawPosition = max(0, memberOffset - rawOffset) + 1
        while true {
            guard let magic = raw[min(rawPosition, raw.count)...].firstIndex(of: 0x1F), magic + 4 <= raw.count
            else {
                // The magic number may begin in the last bytes.
                rawPosition = max(min(rawPosition, raw.count), raw.count - 3)
                memberOffset = rawEnd
                if try refill() { continue }
                rawPosition = raw.count
                state = .ended
                return false
            }
            rawPosition = magic
            // Reserved flags are zero (RFC 1952, 2.3.1).
            guard raw[magic + 1] == 0x8B, raw[magic + 2] == 8, raw[magic + 3] & 0xE0 == 0 else {
                rawPosition += 1
                continue
            }
            memberOffset = rawEnd
            inflater.reset()
            state = .within
            let before = offset
            var answer: Bool?
            while true {
                answer = isRecord(self)
                guard answer == nil, try more(atMost: 512) else { break }
            }
            if answer == true { return true }
            drop(count)
            offset = before
            rawPosition = max(0, memberOffset - rawOffset) + 1
        }
    }
}
