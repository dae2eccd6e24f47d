/// Drafts without memory of their own.
///
/// A long article has hundreds of thousands of them while the network still works. As small arrays they would lie
/// between the network's large buffers and keep those from being used again, which costs several times the memory.
struct PackedDrafts {
    private struct Head {
        var source: Range<Int>?
        var cue: Range<Int>?
        var contents: Int
        var signals: Attribution.Signals
        var form: Statement.Form
    }

    private var heads: [Head] = []
    /// All contents' ranges, one draft's after the other's.
    private var contents: [Range<Int>] = []

    init() {}

    init(_ drafts: [Draft]) {
        for draft in drafts {
            contents += draft.content
            heads.append(
                Head(
                    source: draft.source.first,
                    cue: draft.cue.first,
                    contents: draft.content.count,
                    signals: draft.signals,
                    form: draft.form
                )
            )
        }
    }

    mutating func append(_ others: PackedDrafts) {
        heads += others.heads
        contents += others.contents
    }

    /// The drafts in the order in which they came.
    var drafts: [Draft] {
        var next = 0
        return heads.map { head in
            defer { next += head.contents }
            return Draft(
                source: head.source.map { [$0] } ?? [],
                cue: head.cue.map { [$0] } ?? [],
                content: Array(contents[next..<next + head.contents]),
                signals: head.signals,
                form: head.form
            )
        }
    }
}
