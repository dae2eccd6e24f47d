import SaysoArticles

/// How one paragraph begins and ends, as far as quotation marks go.
struct ParagraphQuotation {
    let range: Range<Int>
    /// The quotation that the paragraph's first word opens: up to its closing mark, or to the paragraph's end.
    let opening: Range<Int>?
    /// The quotation that is still open at the paragraph's end.
    let unclosed: Range<Int>?

    init(_ words: [Word], range: Range<Int>) {
        self.range = range
        var open: Int?
        var opening: Range<Int>?
        for (index, word) in words.enumerated() {
            switch word.quotation {
            case .opens: open = word.start
            case .closes:
                if opening == nil, let start = open, start == words[0].start {
                    opening = start..<Self.end(of: words, after: index)
                }
                open = nil
            default: break
            }
        }
        if let open, let last = words.last {
            unclosed = open..<last.end
            if opening == nil, open == words[0].start { opening = unclosed }
        } else {
            unclosed = nil
        }
        self.opening = opening
    }

    /// Where a quotation ends whose closing mark has this index; a doubled mark has two.
    private static func end(of words: [Word], after index: Int) -> Int {
        let next = index + 1
        let isDoubled =
            next < words.count && words[next].quotation == .closes
            && words[next].start == words[index].end
        return words[isDoubled ? next : index].end
    }
}

extension Draft {
    /// Adds a span that begins no earlier than the last paragraph of the content, in place of what it overlaps.
    fileprivate mutating func add(_ run: Range<Int>) {
        let last = content.lastIndex { $0.lowerBound < run.lowerBound && !$0.overlaps(run) }
        let kept = last.map { $0 + 1 } ?? 0
        let after = content[kept...].filter { !$0.overlaps(run) }
        content.removeSubrange(kept...)
        content.append(run)
        content += after
    }
}

extension [Draft] {
    /// A content begins at most so many bytes before the paragraph that it goes on in: no window is longer.
    private static let reach = 4096

    /// Gives a quotation that runs on in further paragraphs, each opened anew and only the last one closed,
    /// to the statement that it began in.
    ///
    /// The drafts must be in the order of their contents.
    mutating func continueQuotations(over paragraphs: [ParagraphQuotation]) {
        var owner: Int?
        var gone: Set<Int> = []
        let starts = map(\.content[0].lowerBound)
        for (before, paragraph) in zip(paragraphs, paragraphs.dropFirst()) {
            defer { if paragraph.unclosed == nil { owner = nil } }
            guard let unclosed = before.unclosed, let run = paragraph.opening else {
                owner = nil
                continue
            }
            let begin = starts.partitioningIndex { $0 >= before.range.lowerBound - Self.reach }
            let near = begin..<starts.partitioningIndex { $0 >= run.upperBound }
            owner = owner ?? near.first { self[$0].content.contains { $0.overlaps(unclosed) } }
            guard let owner else { continue }
            let inside = near.filter { $0 != owner && self[$0].content.contains { $0.overlaps(run) } }
            guard inside.allSatisfy({ self[$0].isOrphan || gone.contains($0) }) else { continue }
            gone.formUnion(inside)
            self[owner].add(run)
        }
        self = indices.filter { !gone.contains($0) }.map { self[$0] }
    }
}
