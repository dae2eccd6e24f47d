/// Finding where a record ends, by its length and by what comes after it.
extension RecordReader {
    /// Where a member ends in which a record ends too early.
    struct Boundary {
        /// In the bytes that are held.
        var index: Int
        /// Where the member begins in the file.
        var member: Int
        /// Where it ends there.
        var memberEnd: Int
    }

    /// What comes after the end of a gzip member.
    enum Crossing {
        /// The same record.
        case sameRecord
        /// A member in which another record begins.
        case record
        /// No member.
        case end
    }

    /// A record's bytes as far as they are known.
    private struct Extent {
        /// Where in the bytes that are held the block ends.
        var end: Int
        var flaws: [Flaw] = []
    }

    /// Reads the block of a record whose head is held, and hands it over or says why not.
    ///
    /// - Parameters:
    ///   - head: the head.
    ///   - size: how many bytes it has; the block comes after them.
    /// - Throws: that the source cannot be read on.
    func readBlock(_ head: RecordHead, after size: Int) throws(ArchiveError) {
        guard head.length <= options.limits.size else {
            try skipBlock(head, after: size)
            return
        }
        var extent = Extent(end: size + head.length)
        guard try holdBlock(head, after: size, &extent) else { return }
        var tail = extent.end
        if boundary == nil {
            if extent.flaws.isEmpty {
                tail = try passLineBreaks(from: tail)
                if !(try isFollowed(from: extent.end, to: tail)) {
                    try correct(&extent, head, after: size)
                } else {
                    align(&extent, to: tail, head, after: size)
                }
            }
            tail = try passLineBreaks(from: extent.end)
        } else {
            while tail < input.count, input[tail].isLineBreak { tail += 1 }
        }

        let isOver = tail == input.count && input.state != .within
        if isOver, boundary == nil, case .damaged(let code, let message) = input.state {
            extent.flaws.append(Flaw(code: code, message: message))
            isDamageReported = true
        }
        let block = input.copy(size..<max(size, extent.end))
        input.drop(tail)
        let location = location(length: extent.end)
        isMemberFresh = boundary != nil
        if isMemberFresh { isDamageReported = false }
        hand(over: head, block: block, location: location, flaws: extent.flaws)
    }

    /// Holds the block, or as much as there is of it.
    ///
    /// - Returns: whether there is a record to hand over.
    private func holdBlock(_ head: RecordHead, after size: Int, _ extent: inout Extent) throws(ArchiveError)
        -> Bool
    {
        while !(try input.hold(extent.end)) {
            let held = input.count
            if case .damaged(let code, let message) = input.state {
                isDamageReported = true
                input.drop(held)
                report(Flaw(code: code, message: message), length: held)
                return false
            }
            switch try cross() {
            case .sameRecord: break
            case .record:
                shorten(&extent, to: held, head, after: size)
                return true
            case .end:
                if let start = findRecord(from: size, to: held).start {
                    shorten(&extent, to: start, head, after: size)
                } else if input.isCompressed {
                    shorten(&extent, to: held, head, after: size)
                } else {
                    let message =
                        "the file ends within the record: \(held - size) of \(head.length) bytes are there"
                    let block = input.copy(size..<held)
                    guard HTTPMessage(response: block[...])?.isComplete == true else {
                        input.drop(held)
                        report(Flaw(code: .truncated, message: message), length: held)
                        return false
                    }
                    // All that the server sent is there.
                    extent.end = held
                    extent.flaws.append(Flaw(code: .truncated, message: message))
                }
                return true
            }
        }
        return true
    }

    /// Goes on with the next member when the bytes that are held end with one.
    func cross() throws(ArchiveError) -> Crossing {
        guard input.isCompressed, input.state == .ended else { return .end }
        let end = input.count
        let member = input.memberOffset
        let memberEnd = input.rawEnd
        guard case .member = try input.startMember() else { return .end }
        var answer = syntax.startsRecord(input, at: end)
        while answer == nil, try input.more() { answer = syntax.startsRecord(input, at: end) }
        guard answer == true else {
            isSpread = true
            return .sameRecord
        }
        boundary = Boundary(index: end, member: member, memberEnd: memberEnd)
        return .record
    }

    /// Whether after a block, which ends at `end`, and the line breaks after it, which end at `tail`, comes what should:
    /// the end, a record, or the empty lines that end a record.
    private func isFollowed(from end: Int, to tail: Int) throws(ArchiveError) -> Bool {
        guard tail < input.count else { return true }
        var answer = syntax.startsRecord(input, at: tail)
        while answer == nil, try input.more() { answer = syntax.startsRecord(input, at: tail) }
        if answer == true || (answer == nil && !input.isCompressed) { return true }
        if case .arc = syntax { return tail > end }
        let breaks = input.copy(end..<min(tail, end + 4))
        return breaks == [0x0D, 0x0A, 0x0D, 0x0A] || breaks.prefix(2) == [0x0A, 0x0A]
    }

    /// Corrects a length that is wrong by so little that the block ends within the line breaks between records, or with
    /// a line break of its own among them.
    private func align(_ extent: inout Extent, to tail: Int, _ head: RecordHead, after size: Int) {
        guard case .warc = syntax else { return }
        let breaks = input.copy(extent.end..<tail)
        let isUsual =
            breaks.isEmpty || breaks == [0x0D, 0x0A] || breaks == [0x0A] || breaks.starts(with: [0x0A, 0x0A])
            || breaks.starts(with: [0x0D, 0x0A, 0x0D, 0x0A])
        guard !isUsual, tail - 4 >= size, input.copy(tail - 4..<tail) == [0x0D, 0x0A, 0x0D, 0x0A],
            !hasStatedDigest(head, input.copy(size..<extent.end))
        else { return }
        shorten(&extent, to: tail, head, after: size)
    }

    private func hasStatedDigest(_ head: RecordHead, _ block: [UInt8]) -> Bool {
        head.fields["WARC-Block-Digest"].flatMap { RecordDigest($0) }?.matches(block[...]) ?? false
    }

    /// Where the line breaks after a block end, of which only some are looked at.
    private func passLineBreaks(from end: Int) throws(ArchiveError) -> Int {
        var tail = end
        while tail < end + 64 {
            if tail == input.count, !(try input.more()) { break }
            guard tail < input.count, input[tail].isLineBreak else { break }
            tail += 1
        }
        return tail
    }

    /// Finds the end of a block whose length is wrong: where the next record begins, in it or after it.
    private func correct(_ extent: inout Extent, _ head: RecordHead, after size: Int) throws(ArchiveError) {
        if hasStatedDigest(head, input.copy(size..<extent.end)) { return }
        if let start = findRecord(from: size, to: extent.end).start {
            shorten(&extent, to: start, head, after: size)
            return
        }
        var index = extent.end
        while input.count - size <= options.limits.size {
            let found = findRecord(from: index, to: input.count)
            if let start = found.start {
                shorten(&extent, to: start, head, after: size)
                return
            }
            index = found.undecided
            if !(try input.more()) {
                if case .damaged = input.state { return }
                shorten(&extent, to: input.count, head, after: size)
                return
            }
        }
    }

    /// Ends a block where the next record begins, without the line breaks between them.
    private func shorten(_ extent: inout Extent, to next: Int, _ head: RecordHead, after size: Int) {
        var end = next
        for _ in 0..<2 where end > size && input[end - 1] == 0x0A {
            end -= 1
            if end > size, input[end - 1] == 0x0D { end -= 1 }
        }
        extent.end = max(size, end)
        let message = "the record says that it has \(head.length) bytes and has \(extent.end - size)"
        extent.flaws.append(Flaw(code: .wrongLength, message: message))
    }

    /// Passes over a block that is too long to be held.
    private func skipBlock(_ head: RecordHead, after size: Int) throws(ArchiveError) {
        let says = "the record says that it has \(head.length) bytes, more than"
        if let whole = input.plainSize, head.length > whole - input.offset - size {
            let skipped = try dropToRecord(from: size)
            report(Flaw(code: .wrongLength, message: "\(says) the file"), length: skipped)
            return
        }
        var rest = size + head.length
        while rest > 0 {
            let count = min(rest, input.count)
            input.drop(count)
            rest -= count
            if rest > 0, input.count == 0, !(try input.more()) {
                guard case .sameRecord = try cross() else { break }
            }
        }
        counts[head.kind, default: 0] += 1
        if boundary == nil { try dropLineBreaks() }
        let length = size + head.length - rest
        if boundary != nil {
            report(Flaw(code: .wrongLength, message: "\(says) its gzip member"), length: length)
            isDamageReported = false
        } else if case .damaged(let code, let message) = input.state, input.count == 0 {
            isDamageReported = true
            report(Flaw(code: code, message: message), length: length)
        } else if rest > 0 {
            report(Flaw(code: .truncated, message: "\(says) there are"), length: length)
        } else if head.kind.isContent {
            let message = "the record has \(head.length) bytes, more than the limit of \(options.limits.size)"
            report(Flaw(code: .tooLong, message: message), length: length)
        }
        isMemberFresh = boundary != nil
    }
}
