import SaysoArticles

/// Holds a revision against its text and its original bytes.
///
/// - Complexity: linear in the size of the revision.
struct RevisionCheck {
    /// What the ledger says of a statement beside its places.
    struct Words {
        let source: String
        let cue: String
        let content: String
        let days: ClosedRange<Int>?
    }

    private let revision: Revision
    private let encoding: TextEncoding?
    private let isText: Bool

    init(_ revision: Revision, textDigest: Digest) {
        self.revision = revision
        encoding = TextEncoding(rawValue: revision.source.encoding)
        isText = revision.source.digest == textDigest
    }

    /// What is wrong with text, source, paragraphs and speakers.
    ///
    /// - Parameters:
    ///   - textDigest: what the text should have.
    ///   - length: how long the text should be.
    /// - Returns: what is wrong, for people; nothing when all is right.
    func problems(textDigest: Digest, length: Int) -> [String] {
        var problems: [String] = []
        if revision.text.count != length || Digest(of: revision.text) != textDigest {
            problems.append("its text is not the one that its digest is of")
        }
        let source = revision.source
        if let bytes = source.bytes, bytes.count != source.length || Digest(of: bytes) != source.digest {
            problems.append("its original bytes are not the ones that their digest is of")
        }
        if encoding == nil { problems.append("there is no encoding \"\(source.encoding)\"") }
        if !areSpans(revision.paragraphs.map(\.range)) {
            problems.append("a paragraph lies outside the text")
        }
        if !areSpans(revision.ownVoice) { problems.append("own voice lies outside the text") }
        for speaker in revision.speakers where !areSpans(speaker.mentions) {
            problems.append("a mention of \(speaker.name) lies outside the text")
        }
        return problems
    }

    /// What is wrong with a statement.
    func problems(ofStatement index: Int, _ words: Words) -> [String] {
        let statement = revision.statements[index]
        var problems: [String] = []
        let parts = [
            ("source", statement.source, words.source as String?), ("cue", statement.cue, words.cue),
            ("content", statement.content, words.content), ("medium", statement.medium, nil),
            ("addressee", statement.addressee, nil), ("occurrences", statement.occurrences, nil),
            ("chain", statement.chain.map(\.mention), nil),
            ("time", statement.said?.expression.map { [$0] } ?? [], nil),
        ]
        for (name, spans, words) in parts {
            if !areSpans(spans) {
                problems.append("its \(name) lies outside the text or begins or ends inside a character")
            } else if let words, !words.utf8.elementsEqual(revision.words(spans).utf8) {
                problems.append("the words of its \(name) are not those of the text")
            }
        }
        if statement.content.isEmpty { problems.append("it has no content") }
        if let parent = statement.parent, parent == index || !revision.statements.indices.contains(parent) {
            problems.append("it stands in a statement that there is not")
        }
        if !statement.speakers.allSatisfy(revision.speakers.indices.contains) {
            problems.append("its speaker is none of the article's")
        }
        if words.days != SaidDays.of(statement.said?.value) {
            problems.append("its days are not those when it was said")
        }
        return problems + evidence(of: statement)
    }

    /// Looks for a statement's words in the original bytes.
    private func evidence(of statement: Revision.Statement) -> [String] {
        let pieces = statement.evidence.pieces
        if isText { return pieces.isEmpty ? [] : ["it has evidence in bytes that are the text itself"] }
        let text = revision.text
        guard areSpans(pieces.map(\.text)) else { return ["its evidence lies outside the text"] }
        guard pieces.allSatisfy({ $0.source.upperBound <= revision.source.length }) else {
            return ["its evidence lies outside the original bytes"]
        }
        if let bytes = revision.source.bytes, let encoding {
            for piece in pieces where piece.isVerbatim && piece.source.upperBound <= bytes.count {
                if !prints(bytes[piece.source], text[piece.text], encoding) {
                    return [
                        "bytes \(piece.source.lowerBound) to \(piece.source.upperBound) of the original do not "
                            + "have its words"
                    ]
                }
            }
        }
        return covers(pieces, statement.quoted) ? [] : ["words of it are without evidence"]
    }

    private func prints(_ bytes: ArraySlice<UInt8>, _ words: ArraySlice<UInt8>, _ encoding: TextEncoding)
        -> Bool
    {
        if encoding == .utf8, bytes.elementsEqual(words) { return true }
        if encoding.decode(bytes).utf8.elementsEqual(words) { return true }
        // Its bytes mean what an earlier escape sequence says: here, JIS X 0208.
        return encoding == .iso2022JP
            && encoding.decode([0x1B, 0x24, 0x42] + bytes).utf8.elementsEqual(words)
    }

    private func covers(_ pieces: [Evidence.Piece], _ spans: [Range<Int>]) -> Bool {
        spans.allSatisfy { span in
            var end = span.lowerBound
            for piece in pieces where piece.text.lowerBound <= end { end = max(end, piece.text.upperBound) }
            return end >= span.upperBound
        }
    }

    /// Whether ranges are spans of the text, whole characters each.
    private func areSpans(_ ranges: [Range<Int>]) -> Bool {
        let text = revision.text
        func isEdge(_ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }
        return ranges.allSatisfy {
            $0.upperBound <= text.count && isEdge($0.lowerBound) && isEdge($0.upperBound)
        }
    }
}
