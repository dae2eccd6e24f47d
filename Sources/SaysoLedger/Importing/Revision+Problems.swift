import SaysoArticles

extension Revision {
    /// What keeps a revision from going into a ledger: nothing for one that was made from an article.
    ///
    /// Spans that lie outside the text or begin or end inside a character, numbers of speakers or statements that
    /// there are not, digests of other bytes, evidence that does not hold, and texts that the file's tables cannot
    /// keep apart. ``Ledger/add(_:keepsSources:now:)`` takes what it is given; import and merge ask here first.
    ///
    /// - Complexity: linear in the size of the revision.
    public var problems: [String] {
        guard text.count <= RevisionProblems.longestText else {
            return ["its text is longer than \(RevisionProblems.longestText >> 20) MiB, which no article is"]
        }
        guard String(validating: text, as: UTF8.self) != nil else { return ["its text is not UTF-8"] }
        var problems = RevisionProblems(self)
        problems.find()
        return problems.found
    }

    /// Whether a text is a time as logs and archives have it: `2025-03-03T16:40:00Z`, or less exact.
    static func isTime(_ text: String) -> Bool {
        text.utf8.count >= 10 && text.utf8.count <= 40 && SaidDays.day(text) != nil
            && text.utf8.allSatisfy {
                (0x30...0x3A).contains($0) || [0x2B, 0x2D, 0x2E, 0x54, 0x5A].contains($0)
            }
    }
}

/// Looks for what is wrong with a revision.
private struct RevisionProblems {
    static let longestText = 256 << 20
    /// So many are found; more of them tell no more.
    private static let most = 5

    private let revision: Revision
    private let text: [UInt8]
    private(set) var found: [String] = []

    init(_ revision: Revision) {
        self.revision = revision
        text = revision.text
    }

    mutating func find() {
        if revision.key.isEmpty { add("it has no key") }
        texts()
        source()
        check(revision.paragraphs.map(\.range), "a paragraph", mayBeEmpty: true)
        check(revision.ownVoice, "own voice", mayBeEmpty: true)
        if !(0...1).contains(revision.ownVoiceShare) { add("the share of own voice is not from 0 to 1") }
        for (index, speaker) in revision.speakers.enumerated() {
            if speaker.name.isEmpty { add("speaker \(index + 1): no name") }
            check(speaker.mentions, "speaker \(index + 1): a mention", mayBeEmpty: true)
        }
        for (index, statement) in revision.statements.enumerated() where found.count < Self.most {
            check(statement, "statement \(index + 1)", index)
        }
        if hasCircle { add("statements stand in each other") }
    }

    private mutating func add(_ problem: String) {
        if found.count < Self.most { found.append(problem) }
    }

    /// Texts that SQLite or the ledger's own spelling of lists would cut.
    private mutating func texts() {
        let (publication, origin, source) = (revision.publication, revision.origin, revision.source)
        let speakers = revision.speakers.flatMap { [$0.name, $0.role, $0.affiliation] }
        let rules = revision.statements.flatMap { $0.chain.map(\.rule) }
        let said = revision.statements.map(\.said?.value)
        let texts =
            [
                revision.key, publication.headline, publication.standfirst, publication.outlet,
                publication.wire, publication.section, publication.language, publication.url,
                publication.published, publication.modified, origin.path, origin.record, origin.entryID,
                origin.retrieved, source.format,
            ] + publication.bylines + speakers + rules + said
        if texts.contains(where: { $0?.utf8.contains(0) ?? false }) { add("a text with a NUL in it") }
        if publication.bylines.contains(where: { $0.isEmpty || $0.utf8.contains(0x0A) }) {
            add("a byline that is empty or longer than a line")
        }
        if rules.contains(where: { $0.isEmpty || $0.utf8.contains(UInt8(ascii: ";")) }) {
            add("a step of a chain without a rule")
        }
        if let retrieved = origin.retrieved, !Revision.isTime(retrieved) {
            add("\"\(retrieved)\" is no time at which it can have been got")
        }
    }

    private mutating func source() {
        let source = revision.source
        if source.length < 0 { add("its source is shorter than nothing") }
        if source.length >= 1 << 48 { add("its source is longer than any file is") }
        if source.format.isEmpty { add("its source has no format") }
        if TextEncoding(rawValue: source.encoding) == nil {
            add("there is no encoding \"\(source.encoding)\"")
        }
        if let bytes = source.bytes, bytes.count != source.length || Digest(of: bytes) != source.digest {
            add("its source is not the one that its digest is of")
        }
        if isText, source.length != text.count { add("its source has not the length of its text") }
    }

    /// Whether the source is the text itself.
    private lazy var isText = revision.source.digest == Digest(of: text)

    private mutating func check(_ statement: Revision.Statement, _ name: String, _ index: Int) {
        if statement.content.isEmpty { add("\(name): no content") }
        for (part, spans) in statement.parts { check(spans, "\(name): its \(part)") }
        check(statement.occurrences, "\(name): an occurrence")
        check(statement.chain.map(\.mention), "\(name): a step of its chain", mayBeEmpty: true)
        check(statement.said?.expression.map { [$0] } ?? [], "\(name): its time")
        if !statement.speakers.allSatisfy(revision.speakers.indices.contains) {
            add("\(name): a speaker that there is not")
        }
        if let parent = statement.parent, parent == index || !revision.statements.indices.contains(parent) {
            add("\(name): stands in a statement that there is not")
        }
        if !(0...1).contains(statement.confidence) || !(0...1).contains(statement.speakerConfidence) {
            add("\(name): a confidence that is not from 0 to 1")
        }
        check(statement.evidence.pieces, of: statement, name)
    }

    private mutating func check(_ pieces: [Evidence.Piece], of statement: Revision.Statement, _ name: String)
    {
        if pieces.isEmpty {
            if !isText, !statement.content.isEmpty { add("\(name): nothing says where it is in the source") }
            return
        }
        check(pieces.map(\.text), "\(name): its evidence", mayBeEmpty: true)
        var end = 0
        for piece in pieces {
            guard piece.text.lowerBound >= end else { return add("\(name): its evidence is in no order") }
            end = piece.text.upperBound
            guard piece.source.lowerBound >= 0, piece.source.upperBound <= revision.source.length else {
                return add("\(name): its evidence lies outside the source")
            }
            guard piece.isVerbatim, let bytes = revision.source.bytes, piece.source.upperBound <= bytes.count,
                piece.text.upperBound <= text.count
            else { continue }
            let words = String(decoding: text[piece.text], as: UTF8.self)
            let isThere =
                bytes[piece.source].elementsEqual(text[piece.text])
                || TextEncoding(rawValue: revision.source.encoding)?.decode(bytes[piece.source]) == words
            // Where the encoding has states, a part cannot be read by itself.
            if !isThere, revision.source.encoding != TextEncoding.iso2022JP.rawValue {
                return add("\(name): the source does not say that there")
            }
        }
    }

    private mutating func check(_ spans: [Range<Int>], _ name: String, mayBeEmpty: Bool = false) {
        for span in spans {
            guard span.lowerBound >= 0, span.upperBound <= text.count else {
                return add("\(name) lies outside the text")
            }
            if span.isEmpty, !mayBeEmpty { return add("\(name) has no words") }
            for end in [span.lowerBound, span.upperBound] where end < text.count && text[end] & 0xC0 == 0x80 {
                return add("\(name) begins or ends inside a character")
            }
        }
    }

    /// Whether somebody who goes from a statement to the one that it stands in never comes to an end.
    private var hasCircle: Bool {
        var visits = Array(repeating: 0, count: revision.statements.count)
        for start in visits.indices {
            var index: Int? = start
            while let here = index, visits.indices.contains(here), visits[here] == 0 {
                visits[here] = start + 1
                index = revision.statements[here].parent
            }
            if let index, visits.indices.contains(index), visits[index] == start + 1 { return true }
        }
        return false
    }
}
