/// The lines of text around an article's headline, where its authors and times stand.
struct PageLines {
    /// A line: what one block shows, up to a line break.
    struct Line {
        let text: String
        /// Its text nodes.
        let nodes: [Int]
        /// Whether it stands behind the headline.
        let isBehind: Bool
        /// Whether the page's author marked it as a byline.
        let isByline: Bool
        /// Whether the page's author marked it as a time.
        let isTime: Bool
    }

    private(set) var lines: [Line] = []
    /// The part of the page that was looked at, as indices of nodes.
    private(set) var zone: Range<Int> = 0..<0

    private let markup: Markup
    private var open: [Int] = []
    private var block = -1
    private var bytes = 0
    private var known: [Int: (byline: Bool, time: Bool)] = [:]

    private static let mostBytes = 3000
    private static let mostNodes = 3000
    private static let longLine = 300
    private static let mostLines = 80

    /// The lines around the element that is the headline.
    init(near headline: Int, in markup: Markup) {
        self.markup = markup
        var container = headline
        for _ in 0..<3 {
            let parent = Int(markup.nodes[container].parent)
            guard parent > 0, markup.nodes[parent].tag != .body, headline - parent < 400 else { break }
            container = parent
        }
        read(container..<headline, isBehind: false)
        let before = lines.suffix(10)
        lines = Array(before)
        bytes = 0
        let start = markup.nodes[headline].end
        let stop = read(start..<min(markup.nodes.count, start + Self.mostNodes), isBehind: true)
        zone = container..<stop
    }

    /// All lines of a page without a headline.
    init(of markup: Markup) {
        self.markup = markup
        let stop = read(1..<min(markup.nodes.count, 4 * Self.mostNodes), isBehind: true)
        zone = 1..<max(1, stop)
    }

    /// Reads lines until there are enough or the story has begun; returns where it stopped.
    @discardableResult
    private mutating func read(_ range: Range<Int>, isBehind: Bool) -> Int {
        var index = range.lowerBound
        let count = lines.count
        while index < range.upperBound {
            let node = markup.nodes[index]
            switch node.tag {
            case .script, .style, .template, .svg, .iframe, .nav, .footer, .select, .form, .noscript,
                .textarea,
                .figure, .button:
                index = node.end
                continue
            case .br: flush(isBehind)
            case .text:
                let block = blockAround(index)
                if block != self.block { flush(isBehind) }
                self.block = block
                open.append(index)
            default: break
            }
            if bytes > Self.mostBytes || lines.count - count > Self.mostLines { break }
            if isBehind, lines.count > count, let last = lines.last, last.text.utf8.count > Self.longLine {
                break
            }
            index += 1
        }
        flush(isBehind)
        return index
    }

    private func blockAround(_ index: Int) -> Int {
        var parent = Int(markup.nodes[index].parent)
        for _ in 0..<64 where parent > 0 {
            if markup.nodes[parent].tag.is(.block) { return parent }
            parent = Int(markup.nodes[parent].parent)
        }
        return parent
    }

    private mutating func flush(_ isBehind: Bool) {
        defer { open = [] }
        guard !open.isEmpty else { return }
        var text = ""
        for node in open.prefix(40) where markup.nodes[node].range.count < 2000 {
            text += markup.text(of: node)
            text += " "
        }
        text = text.collapsed
        guard !text.isEmpty else { return }
        bytes += text.utf8.count
        let marks = marks()
        lines.append(
            Line(text: text, nodes: open, isBehind: isBehind, isByline: marks.byline, isTime: marks.time)
        )
    }

    /// What the classes around the line call it.
    private mutating func marks() -> (byline: Bool, time: Bool) {
        var marks = (byline: false, time: false)
        for text in open.prefix(4) {
            var node = Int(markup.nodes[text].parent)
            for _ in 0..<4 where node > 0 && markup.nodes[node].end - node <= Self.largestMarked {
                let mark = known[node] ?? mark(of: node)
                known[node] = mark
                marks = (marks.byline || mark.byline, marks.time || mark.time)
                node = Int(markup.nodes[node].parent)
            }
        }
        return marks
    }

    /// What an element is called. Larger ones hold more than a line, and their names mean something else.
    private func mark(of node: Int) -> (byline: Bool, time: Bool) {
        var mark = (byline: false, time: markup.nodes[node].tag == .time)
        for name: StaticString in ["class", "id", "itemprop", "rel", "data-testid"] {
            guard let range = markup.attributeRange(name, of: node), range.count < 300 else { continue }
            mark.byline = mark.byline || markup.has(Self.bylineMarks, in: range)
            mark.time = mark.time || markup.has(Self.timeMarks, in: range)
        }
        return mark
    }

    private static let largestMarked = 40  // nodes
    private static let bylineMarks: [StaticString] = [
        "byline", "author", "autor", "auteur", "writer", "reporter",
    ]
    private static let timeMarks: [StaticString] = [
        "date", "time", "publish", "posted", "fecha", "datum", "created", "pubdate", "updated",
    ]
}
