/// A statement in the making: an attribution with ranges of the article's text.
struct Draft {
    var source: [Range<Int>]
    var cue: [Range<Int>]
    var content: [Range<Int>]
    var signals: Attribution.Signals
    let form: Statement.Form

    /// Whether nothing says who reports it.
    var isOrphan: Bool { source.isEmpty && cue.isEmpty }
}

extension Draft {
    init(_ attribution: Attribution, in window: Window) {
        func range(_ words: Range<Int>) -> Range<Int> {
            var (first, last) = (words.lowerBound, words.upperBound - 1)
            while last > first, window.words[last].isPause { last -= 1 }
            while first < last, window.words[first].isPause { first += 1 }
            return window.words[first].start..<window.words[last].end
        }
        source = attribution.source.map { [range($0)] } ?? []
        cue = attribution.cue.map { [range($0)] } ?? []
        content = attribution.contents.map(range).sorted { $0.lowerBound < $1.lowerBound }
        signals = attribution.signals
        form = Statement.Form(of: attribution.contents, in: window.words)
    }
}
