extension Article {
    /// Finds where else the article prints a passage.
    ///
    /// In a repeat with the same words the occurrence is the same words; in one that adds or leaves out a few,
    /// it reaches from the first of the passage's words that the repeat has to the last. Marks around them
    /// are taken in where both have them.
    ///
    /// - Parameter range: part of what is read, at word boundaries; UTF-8 offsets.
    /// - Returns: ranges in ``repeats`` that hold at least half of the passage's words, in order; without
    ///   `range` itself.
    /// - Complexity: a search, and the lengths of the repeats that overlap the passage.
    public func occurrences(of range: Range<Int>) -> [Range<Int>] {
        var pieces: [Piece] = []
        var next = repeatsByOriginal.partitioningIndex {
            repeats[$0].original.lowerBound >= range.lowerBound - SentenceSplitter.longest * 2
        }
        while next < repeatsByOriginal.count {
            let candidate = repeats[repeatsByOriginal[next]]
            if candidate.original.lowerBound >= range.upperBound { break }
            if candidate.original.overlaps(range), let piece = piece(of: range, in: candidate) {
                pieces.append(piece)
            }
            next += 1
        }
        pieces.sort { $0.range.lowerBound < $1.range.lowerBound }

        let words = wordCount(in: range)
        var joined: [Piece] = []
        for piece in pieces {
            if let last = joined.last, last.original.upperBound <= piece.original.lowerBound,
                areNeighbours(last.range, piece.range), areNeighbours(last.original, piece.original)
            {
                joined[joined.count - 1].append(piece)
            } else {
                joined.append(piece)
            }
        }
        return joined.filter { $0.words * 2 >= words }.map(\.range)
    }

    /// What one repeat has of a passage.
    private struct Piece {
        var range: Range<Int>
        var original: Range<Int>
        var words: Int

        mutating func append(_ other: Piece) {
            range = range.lowerBound..<other.range.upperBound
            original = original.lowerBound..<other.original.upperBound
            words += other.words
        }
    }

    private func piece(of range: Range<Int>, in candidate: Repeat) -> Piece? {
        let words = wordList(in: candidate.original)
        let copies = wordList(in: candidate.range)
        let wanted = words.indices.filter { range.overlaps(words[$0].range) }
        guard !wanted.isEmpty else { return nil }
        let hashes = (words + copies).map(\.hash)
        let alignment = WordAlignment(0..<words.count, words.count..<hashes.count, of: hashes)
        let pairs = alignment.pairs.filter { wanted.contains($0.first) }
        guard let first = pairs.first, let last = pairs.last else { return nil }
        let inner = words[first.first].range.lowerBound..<words[last.first].range.upperBound
        let copy =
            copies[first.second - words.count].range
            .lowerBound..<copies[last.second - words.count].range.upperBound
        return Piece(
            range: withMarks(copy, like: inner, upTo: range, within: candidate.range),
            original: inner,
            words: pairs.count
        )
    }

    /// Widens a copy by the marks that the passage has around the same words.
    private func withMarks(
        _ copy: Range<Int>,
        like inner: Range<Int>,
        upTo range: Range<Int>,
        within limit: Range<Int>
    ) -> Range<Int> {
        var (lower, upper) = (copy.lowerBound, copy.upperBound)
        var (innerLower, innerUpper) = (inner.lowerBound, inner.upperBound)
        while innerLower > range.lowerBound, lower > limit.lowerBound {
            let (mark, own) = (text.scalar(before: innerLower), text.scalar(before: lower))
            guard Self.areAlike(mark.value, own.value) else { break }
            innerLower -= mark.length
            lower -= own.length
        }
        while innerUpper < range.upperBound, upper < limit.upperBound {
            let (mark, own) = (text.scalar(at: innerUpper), text.scalar(at: upper))
            guard Self.areAlike(mark.value, own.value) else { break }
            innerUpper += mark.length
            upper += own.length
        }
        return lower..<upper
    }

    private static func areAlike(_ first: UInt32, _ second: UInt32) -> Bool {
        first == second || (QuotationMarks.isMark(first) && QuotationMarks.isMark(second))
    }

    /// Whether only marks and spaces lie between two passages, the first being the earlier one.
    private func areNeighbours(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.upperBound <= second.lowerBound, second.lowerBound - first.upperBound < 64 else {
            return false
        }
        var scanner = WordScanner(text, in: first.upperBound..<second.lowerBound)
        return scanner.next() == nil
    }

    private func wordList(in range: Range<Int>) -> [WordScanner.Word] {
        var scanner = WordScanner(text, in: range)
        var words: [WordScanner.Word] = []
        while let word = scanner.next() { words.append(word) }
        return words
    }

    private func wordCount(in range: Range<Int>) -> Int {
        var scanner = WordScanner(text, in: range)
        var count = 0
        while scanner.next() != nil { count += 1 }
        return count
    }
}
