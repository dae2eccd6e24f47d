/// A statement in the making: an attribution with ranges of the article's text.
struct Draft {
    var source: [Range<Int>]
    var cue: [Range<Int>]
    var content: [Range<Int>]
    var signals: Attribution.Signals
    /// Counts of the content's words, by whether they stand in quotation marks.
    var quoted = 0
    var unquoted = 0

    init(_ attribution: Attribution, in window: Window) {
        func range(_ words: Range<Int>) -> Range<Int> {
            window.words[words.lowerBound].start..<window.words[words.upperBound - 1].end
        }
        source = attribution.source.map { [range($0)] } ?? []
        cue = attribution.cue.map { [range($0)] } ?? []
        content = attribution.contents.map(range).sorted { $0.lowerBound < $1.lowerBound }
        signals = attribution.signals
        for words in attribution.contents {
            for word in window.words[words] where word.shape != .punctuation {
                if word.quotation.isInside { quoted += 1 } else { unquoted += 1 }
            }
        }
    }

    /// Whether nothing says who reports it.
    var isOrphan: Bool { source.isEmpty && cue.isEmpty }

    var form: Statement.Form {
        if quoted == 0 { return .indirect }
        return unquoted == 0 ? .direct : .mixed
    }
}
