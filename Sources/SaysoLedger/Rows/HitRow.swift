package import SaysoArticles
import SaysoStatements

/// What is told of a statement that a search found.
package struct HitRow: LedgerRow {
    private let hit: SearchHit
    private let unit: OffsetUnit

    /// - Parameters:
    ///   - hit: the statement.
    ///   - unit: what the places of the words that were looked for count.
    package init(_ hit: SearchHit, unit: OffsetUnit) {
        (self.hit, self.unit) = (hit, unit)
    }

    package static let columns = [
        "statement", "day", "said", "speakers", "speaker_ids", "role", "form", "kind", "negated", "source",
        "cue", "content", "marks", "outlet", "headline", "url", "published", "cluster", "current",
    ]

    package var cells: [Cell] {
        [
            .text(hit.id.description), .text(hit.day), .text(hit.said), .list(hit.speakers),
            .list(hit.speakerIDs), .text(hit.role), .text(hit.form.rawValue), .text(hit.kind.rawValue),
            .flag(hit.isNegated), .text(hit.source), .text(hit.cue), .text(hit.content), .spans(marks),
            .text(hit.outlet), .text(hit.headline), .text(hit.url), .text(hit.published),
            .number(hit.cluster), .flag(hit.isCurrent),
        ]
    }

    private var marks: [Range<Int>] {
        func count(_ offset: Int) -> Int {
            if unit == .utf8 { return offset }
            let before = String(decoding: hit.content.utf8.prefix(offset), as: UTF8.self)
            return unit == .utf16 ? before.utf16.count : before.unicodeScalars.count
        }
        return hit.marks.map { count($0.lowerBound)..<count($0.upperBound) }
    }
}
