import GRDB
import SaysoArticles

/// What differs between two revisions of an article.
struct RevisionComparison {
    private let earlier: Revision
    private let later: Revision

    init(_ earlier: Revision, _ later: Revision) {
        self.earlier = earlier
        self.later = later
    }

    /// Whether nothing differs that somebody wrote: white space, the look of quotation marks, counters and the
    /// few words of a button or a widget.
    var isTrivial: Bool {
        guard
            Wording.folded(earlier.publication.headline ?? "", keepsCase: true)
                == Wording.folded(later.publication.headline ?? "", keepsCase: true)
        else { return false }
        let (before, after) = (Self.paragraphs(earlier), Self.paragraphs(later))
        if before.map(\.words) == after.map(\.words) { return true }
        let common = Set(before.map(\.words)).intersection(after.map(\.words))
        let rest = (before + after).filter { !common.contains($0.words) }
        // The same paragraphs in another order are another text.
        return before.map(\.words).filter(common.contains) == after.map(\.words).filter(common.contains)
            && rest.allSatisfy(\.isFurniture)
    }

    private struct FoldedParagraph {
        let words: String
        /// Few words without a sentence, of which nobody said any.
        let isFurniture: Bool
    }

    private static func paragraphs(_ revision: Revision) -> [FoldedParagraph] {
        let said = revision.statements.flatMap { $0.content + $0.source }
            .sorted { $0.lowerBound < $1.lowerBound }
        // How far the spans up to each one reach.
        var reach = 0
        let reaches = said.map { span in
            reach = max(reach, span.upperBound)
            return reach
        }
        return revision.paragraphs.compactMap { paragraph in
            guard paragraph.kind != .timeLine else { return nil }
            let words = Wording.folded(revision.words([paragraph.range]), keepsCase: true)
            let count = words.split(separator: " ").count
            let isSentence = words.last.map { ".!?”\"".contains($0) } ?? false
            let before = said.partition { $0.lowerBound < paragraph.range.upperBound }
            let isQuoted = before > 0 && reaches[before - 1] > paragraph.range.lowerBound
            let hasNumber = words.utf8.contains { (0x30...0x39).contains($0) }
            let isFurniture =
                !isQuoted && !isSentence && paragraph.kind != .headline && count <= (hasNumber ? 8 : 4)
            return FoldedParagraph(words: words, isFurniture: isFurniture)
        }
    }

    // MARK: Statements

    /// How a statement, a headline or the rest of the text changed.
    struct Change {
        let kind: RevisionChange.Kind
        var before: Int?
        var after: Int?
        var words: (before: String, after: String)?
    }

    /// The changes: first those of headline and own voice, then those of statements in the order of the later
    /// revision.
    var changes: [Change] {
        var changes: [Change] = []
        let (old, new) = (earlier.publication.headline ?? "", later.publication.headline ?? "")
        if Wording.folded(old, keepsCase: true) != Wording.folded(new, keepsCase: true) {
            changes.append(Change(kind: .headline, words: (old, new)))
        }
        if let words = ownVoice { changes.append(Change(kind: .ownVoice, words: words)) }
        return changes + statements
    }

    private var ownVoice: (before: String, after: String)? {
        let (before, after) = (Self.ownVoice(earlier), Self.ownVoice(later))
        let (known, kept) = (Set(before.map { Wording.folded($0) }), Set(after.map { Wording.folded($0) }))
        let gone = before.filter { !kept.contains(Wording.folded($0)) }
        let come = after.filter { !known.contains(Wording.folded($0)) }
        return gone.isEmpty && come.isEmpty
            ? nil : (gone.joined(separator: "\n"), come.joined(separator: "\n"))
    }

    /// Sentences in the article's own voice; how its headline changed is told apart.
    private static func ownVoice(_ revision: Revision) -> [String] {
        let headlines = revision.paragraphs.filter { $0.kind == .headline }.map(\.range)
        return revision.ownVoice.filter { sentence in !headlines.contains { $0.overlaps(sentence) } }
            .map { revision.words([$0]) }
    }

    private struct Side {
        let index: Int
        let words: [Substring]
        let speaker: String
        let key: String
    }

    private static func sides(_ revision: Revision) -> [Side] {
        revision.statements.enumerated().map { index, statement in
            let words = Wording.words(Wording.folded(revision.words(statement.content)))
            let names = statement.speakers.map { Wording.folded(revision.speakers[$0].name) }
            let speaker =
                names.isEmpty
                ? Wording.folded(revision.words(statement.source)) : names.joined(separator: ", ")
            return Side(index: index, words: words, speaker: speaker, key: words.joined(separator: " "))
        }
    }

    private var statements: [Change] {
        var (before, after) = (Self.sides(earlier), Self.sides(later))
        var changes: [Change] = []
        // The same words of the same speaker; then of another one.
        Self.pair(&before, &after) { $0.key + "\n" + $0.speaker }
        for (old, new) in Self.pair(&before, &after, by: \.key) {
            changes.append(Change(kind: .moved, before: old.index, after: new.index))
        }
        for (old, new) in Self.alike(&before, &after) {
            let kind: RevisionChange.Kind = old.speaker == new.speaker ? .reworded : .moved
            changes.append(Change(kind: kind, before: old.index, after: new.index))
        }
        changes += after.map { Change(kind: .added, after: $0.index) }
        changes.sort { ($0.after ?? 0) < ($1.after ?? 0) }
        return changes + before.map { Change(kind: .removed, before: $0.index) }
    }

    /// Takes out of both lists what has the same key, each with its counterpart.
    @discardableResult
    private static func pair(
        _ before: inout [Side],
        _ after: inout [Side],
        by key: (Side) -> String
    ) -> [(Side, Side)] {
        var waiting = Dictionary(grouping: before.reversed(), by: key)
        var pairs: [(Side, Side)] = []
        after.removeAll { new in
            guard let old = waiting[key(new)]?.popLast() else { return false }
            pairs.append((old, new))
            return true
        }
        let taken = Set(pairs.map(\.0.index))
        before.removeAll { taken.contains($0.index) }
        return pairs
    }

    /// More comparisons than this would take too long; what is left is then added and removed.
    private static let mostComparisons = 250_000

    /// Takes out of both lists what says nearly the same, the most alike first.
    private static func alike(_ before: inout [Side], _ after: inout [Side]) -> [(Side, Side)] {
        guard before.count * after.count <= mostComparisons else { return [] }
        var candidates: [(likeness: Double, old: Int, new: Int)] = []
        for (old, left) in before.enumerated() {
            for (new, right) in after.enumerated() {
                let likeness = Wording.likeness(left.words, right.words)
                if likeness >= (left.speaker == right.speaker ? 0.5 : 0.8) {
                    candidates.append((likeness, old, new))
                }
            }
        }
        candidates.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
        var (olds, news): (Set<Int>, Set<Int>) = ([], [])
        var pairs: [(Side, Side)] = []
        for candidate in candidates where !olds.contains(candidate.old) && !news.contains(candidate.new) {
            olds.insert(candidate.old)
            news.insert(candidate.new)
            pairs.append((before[candidate.old], after[candidate.new]))
        }
        before = before.enumerated().filter { !olds.contains($0.offset) }.map(\.element)
        after = after.enumerated().filter { !news.contains($0.offset) }.map(\.element)
        return pairs
    }

    // MARK: Rows

    /// Writes the changes.
    ///
    /// - Parameters:
    ///   - database: inside a transaction.
    ///   - earlierRow: the earlier revision's row.
    ///   - laterRow: the later one's.
    /// - Returns: how many there are.
    /// - Throws: the database's errors.
    @discardableResult
    func write(to database: Database, earlier earlierRow: Int64, later laterRow: Int64) throws -> Int {
        let changes = changes
        let find = try database.cachedStatement(
            sql: "SELECT id FROM statement WHERE revision_id = ? AND number = ?"
        )
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO change (revision_id, earlier_id, kind, before_id, after_id, is_silent, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        let isSilent = earlier.publication.modified == later.publication.modified
        for change in changes {
            let before = try change.before.flatMap { try Int64.fetchOne(find, arguments: [earlierRow, $0]) }
            let after = try change.after.flatMap { try Int64.fetchOne(find, arguments: [laterRow, $0]) }
            try insert.execute(arguments: [
                laterRow, earlierRow, change.kind.rawValue, before, after, isSilent, change.words?.before,
                change.words?.after,
            ])
        }
        return changes.count
    }
}

extension [Range<Int>] {
    /// How many of the first ones have something in common, which all after them have not.
    fileprivate func partition(_ isFirst: (Range<Int>) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isFirst(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
