/// Going on after bytes that are no record.
extension RecordReader {
    /// Reports what begins here as no record and goes on to the next one in the member.
    func passOver(_ flaw: Flaw) throws(ArchiveError) {
        if let boundary {
            input.drop(boundary.index)
            report(flaw, length: boundary.index)
            isMemberFresh = true
            isDamageReported = false
            return
        }
        let skipped = try dropToRecord(from: 1)
        if case .damaged(let code, let message) = input.state, input.count == 0, !isDamageReported {
            // That the member is damaged is the reason.
            isDamageReported = true
            report(Flaw(code: code, message: message), length: skipped)
        } else {
            report(flaw, length: skipped)
        }
    }

    /// Lets go of bytes up to the next record of the member, or its end.
    ///
    /// - Parameter index: where the search begins.
    /// - Returns: how many bytes that were.
    /// - Throws: that the source cannot be read on.
    func dropToRecord(from index: Int) throws(ArchiveError) -> Int {
        var index = index
        let before = input.offset
        while true {
            let found = findRecord(from: index, to: input.count)
            if let start = found.start {
                isMemberFresh = false
                input.drop(start)
                return input.offset - before
            }
            // One byte is kept: whether a line begins after it depends on it.
            input.drop(found.undecided - 1)
            index = 1
            guard try input.more() else {
                input.drop(input.count)
                return input.offset - before
            }
        }
    }

    /// Searches the bytes that are held for a record at the beginning of a line.
    ///
    /// - Parameters:
    ///   - index: where the search begins; not the first byte, whose line is not known.
    ///   - end: where it ends.
    /// - Returns: where it begins, or from where on more bytes are needed to tell.
    func findRecord(from index: Int, to end: Int) -> (start: Int?, undecided: Int) {
        var index = index
        while index < end {
            if input[index - 1] == 0x0A {
                switch syntax.startsRecord(input, at: index) {
                case true?: return (index, index)
                case nil: return (nil, index)
                case false?: break
                }
            }
            guard let lineBreak = input.firstIndex(of: 0x0A, from: index), lineBreak < end else {
                return (nil, end)
            }
            index = lineBreak + 1
        }
        return (nil, end)
    }
}
