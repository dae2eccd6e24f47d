/// Reads the records of one file, WARC or ARC, plain or in gzip members.
final class RecordReader {
    let input: RecordInput
    var syntax: RecordSyntax
    let entry: String?
    let options: ArchiveReader.Options
    /// What is handed over next.
    var queue: [ArchiveItem] = []
    /// Records by their kind.
    var counts: [RecordKind: Int] = [:]
    /// Whether no record of the member was read yet: a record that fills a member has its place in the file.
    var isMemberFresh = true
    /// Whether the damage of the current member was already reported.
    var isDamageReported = false
    private var isOver = false
    /// Where the record that is being read begins: decompressed, in the file its member, and whether it is the first in
    /// that.
    private var start = (offset: 0, member: 0, isFirst: true)
    /// Whether the record that is being read began in an earlier member.
    var isSpread = false
    /// Where the record that is being read is cut off by another one in the next member.
    var boundary: Boundary?
    let earlier: EarlierRecords

    private static let longestHead = 1 << 20

    init(
        _ input: RecordInput,
        syntax: RecordSyntax,
        entry: String?,
        options: ArchiveReader.Options,
        earlier: EarlierRecords
    ) {
        self.input = input
        self.syntax = syntax
        self.entry = entry
        self.options = options
        self.earlier = earlier
    }

    /// The next record or problem; `nil` at the end.
    func next() throws(ArchiveError) -> ArchiveItem? {
        while queue.isEmpty, !isOver { try read() }
        return queue.isEmpty ? nil : queue.removeFirst()
    }

    /// Reads one record, or passes over what is none.
    private func read() throws(ArchiveError) {
        try dropLineBreaks()
        guard input.count > 0 else {
            try startMember()
            return
        }
        isSpread = false
        boundary = nil
        start = (input.offset, input.memberOffset, isMemberFresh)
        var answer = syntax.startsRecord(input, at: 0)
        while answer == nil, try moreOfRecord() { answer = syntax.startsRecord(input, at: 0) }
        guard answer == true else {
            let isCut = answer == nil && !input.isCompressed
            try passOver(
                isCut
                    ? Flaw(code: .truncated, message: "the file ends within a record header")
                    : Flaw(code: .notARecord, message: "no record begins here")
            )
            return
        }
        switch try readHead() {
        case .success(let read): try readBlock(read.head, after: read.size)
        case .failure(let flaw): try passOver(flaw)
        }
    }

    func dropLineBreaks() throws(ArchiveError) {
        while try input.hold(1) {
            var count = 0
            while count < input.count, input[count].isLineBreak { count += 1 }
            let isEnd = count < input.count
            input.drop(count)
            if isEnd { return }
        }
    }

    /// Goes on with the next member when all bytes of the last one are read.
    private func startMember() throws(ArchiveError) {
        var flaw: Flaw?
        if case .damaged(let code, let message) = input.state {
            if !isDamageReported { flaw = Flaw(code: code, message: message) }
        } else {
            switch try input.startMember() {
            case .member:
                isMemberFresh = true
                isDamageReported = false
                return
            case .end:
                isOver = true
                return
            case .other: flaw = Flaw(code: .notARecord, message: "no gzip member begins here")
            }
        }
        var place = ArchiveLocation(entry: entry, basis: .file, offset: input.memberOffset, length: 0)
        isOver = !(try input.findMember { [syntax] in syntax.startsRecord($0, at: 0) })
        place.length = (isOver ? input.rawEnd : input.memberOffset) - place.offset
        if let flaw { queue.append(.problem(ArchiveProblem(flaw.code, flaw.message, at: place))) }
        isMemberFresh = true
        isDamageReported = false
    }

    /// Reads what stands before the block.
    ///
    /// - Returns: the head and how many bytes it has, or what is wrong with it.
    private func readHead() throws(ArchiveError) -> Result<(head: RecordHead, size: Int), Flaw> {
        var size = 0
        var isFirst = true
        while true {
            let end = try lineEnd(from: size)
            guard let end else {
                if size > Self.longestHead || input.count - size > Self.longestHead {
                    return .failure(Flaw(code: .badHeader, message: "the record header has no end"))
                }
                if boundary != nil || (input.isCompressed && input.state == .ended) {
                    return .failure(
                        Flaw(code: .badHeader, message: "the gzip member ends within the record header")
                    )
                }
                return .failure(Flaw(code: .truncated, message: "the file ends within a record header"))
            }
            let length = end - size
            if case .arc(let version) = syntax {
                guard let line = ARCLine(input.copy(size..<end)[...], version: version) else {
                    return .failure(Flaw(code: .badHeader, message: "the line is no ARC record's"))
                }
                return Result { () throws(Flaw) in (try RecordHead(line), end + 1) }
            }
            if !isFirst, syntax.startsRecord(input, at: size) == true {
                return .failure(
                    Flaw(code: .badHeader, message: "another record begins within the record header")
                )
            }
            isFirst = false
            size = end + 1
            if length == 0 || (length == 1 && input[end - 1] == 0x0D) { break }
        }
        let bytes = input.copy(0..<size)[...]
        var position = bytes.line(at: 0).next
        let fields = HeaderFields.read(bytes, from: &position).fields
        return Result { () throws(Flaw) in (try RecordHead(fields), size) }
    }

    /// Where the line that begins at an index ends; `nil` when the member or the patience ends first.
    private func lineEnd(from index: Int) throws(ArchiveError) -> Int? {
        var searched = index
        while true {
            if searched < input.count, let end = input.firstIndex(of: 0x0A, from: searched) { return end }
            searched = input.count
            guard searched <= Self.longestHead, index <= Self.longestHead, try moreOfRecord() else {
                return nil
            }
        }
    }

    /// Holds some more bytes of the record that is being read, from the next member where the record goes on in it.
    private func moreOfRecord() throws(ArchiveError) -> Bool {
        if try input.more() { return true }
        return try cross() == .sameRecord
    }

    /// Where the record is that was read, now that its bytes are no longer held.
    ///
    /// - Parameter length: how many decompressed bytes it has.
    /// - Returns: its place in the file, or in the decompressed bytes where a member holds more than it.
    func location(length: Int) -> ArchiveLocation {
        var location = ArchiveLocation(entry: entry, basis: .file, offset: start.offset, length: length)
        guard input.isCompressed else { return location }
        let isMemberOver = boundary != nil || (input.count == 0 && input.state != .within)
        if start.isFirst, !isSpread, isMemberOver {
            location.offset = start.member
            location.length = (boundary?.memberEnd ?? input.rawEnd) - start.member
        } else {
            location.basis = .decompressed
        }
        return location
    }

    /// Reports a record that is not handed over.
    func report(_ flaw: Flaw, length: Int) {
        queue.append(.problem(ArchiveProblem(flaw.code, flaw.message, at: location(length: length))))
    }
}
