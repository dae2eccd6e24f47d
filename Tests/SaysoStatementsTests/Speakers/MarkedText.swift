/// A text whose sources, cues and contents are marked by hand, without the marks.
///
/// `[1:Venn]` is a source, `{said}` a cue, `<that it leaks>` a content. `{2:said}` and `<2:…>` belong to source
/// 2; without a number they belong to the nearest source of their paragraph. Brackets without a number are text.
struct MarkedText: Sendable {
    /// The spans of one statement, in UTF-8 bytes of the text.
    struct Marks: Sendable {
        var source: [Range<Int>] = []
        var cue: [Range<Int>] = []
        var content: [Range<Int>] = []
    }

    private enum Part: Character {
        case source = "["
        case cue = "{"
        case content = "<"

        var close: Character {
            switch self {
            case .source: "]"
            case .cue: "}"
            case .content: ">"
            }
        }
    }

    /// A mark that is open, or a bracket of the text itself, which has no part.
    private struct Open {
        let part: Part?
        let number: Int?
        let start: Int
    }

    private struct Loose {
        let part: Part
        let range: Range<Int>
        let paragraph: Int
    }

    private(set) var text = ""
    /// The statements by the numbers of their sources.
    private(set) var statements: [Int: Marks] = [:]

    private var paragraph = 0
    private var loose: [Loose] = []
    private var sources: [(number: Int, range: Range<Int>, paragraph: Int)] = []

    /// Reads a marked text.
    ///
    /// - Throws: what is wrong with the marks, as a sentence's end: "a mark is never closed".
    init(_ marked: String) throws(SpeakerCase.Fault) {
        var open: [Open] = []
        var rest = marked[...]
        while let character = rest.popFirst() {
            if let part = Part(rawValue: character) {
                let number = Self.number(from: &rest)
                let isText = part == .source && number == nil
                open.append(Open(part: isText ? nil : part, number: number, start: text.utf8.count))
                if isText { text.append(character) }
            } else if "]}>".contains(character) {
                guard let last = open.popLast(), (last.part ?? .source).close == character else {
                    throw SpeakerCase.Fault("“\(character)” closes nothing")
                }
                guard let part = last.part else {
                    text.append(character)
                    continue
                }
                try close(part, last.number, last.start..<text.utf8.count)
            } else {
                if character == "\n", rest.first == "\n" { paragraph += 1 }
                text.append(character)
            }
        }
        guard open.isEmpty else { throw SpeakerCase.Fault("a mark is never closed") }
        try assign()
    }

    private static func number(from rest: inout Substring) -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), rest.dropFirst(digits.count).first == ":" else { return nil }
        rest = rest.dropFirst(digits.count + 1)
        return number
    }

    private mutating func close(_ part: Part, _ number: Int?, _ range: Range<Int>) throws(SpeakerCase.Fault) {
        guard !range.isEmpty else { throw SpeakerCase.Fault("a mark is empty") }
        guard let number else {
            loose.append(Loose(part: part, range: range, paragraph: paragraph))
            return
        }
        switch part {
        case .source:
            statements[number, default: Marks()].source.append(range)
            sources.append((number, range, paragraph))
        case .cue: statements[number, default: Marks()].cue.append(range)
        case .content: statements[number, default: Marks()].content.append(range)
        }
    }

    /// Gives the marks without numbers to the nearest sources, and checks that nothing is left over.
    private mutating func assign() throws(SpeakerCase.Fault) {
        try assign(.cue)
        try assign(.content)
        for (number, marks) in statements.sorted(by: { $0.key < $1.key }) {
            if marks.source.isEmpty { throw SpeakerCase.Fault("nothing is marked as source \(number)") }
            if marks.content.isEmpty { throw SpeakerCase.Fault("source \(number) has no content") }
        }
    }

    private mutating func assign(_ part: Part) throws(SpeakerCase.Fault) {
        let field: WritableKeyPath<Marks, [Range<Int>]> = part == .cue ? \.cue : \.content
        let marks = loose.filter { $0.part == part }
        var pairs: [(distance: Int, number: Int, range: Range<Int>)] = []
        for mark in marks {
            for source in sources where source.paragraph == mark.paragraph {
                guard !source.range.overlaps(mark.range) else { continue }
                // A content is as near as the source or its cue.
                let ends = [source.range] + (statements[source.number]?.cue ?? [])
                let distance = ends.map { gap(between: $0, and: mark.range) }.min() ?? 0
                pairs.append((distance, source.number, mark.range))
            }
        }
        var taken: Set<Range<Int>> = []
        for (_, number, range) in pairs.sorted(by: { $0.distance < $1.distance }) {
            guard statements[number]?[keyPath: field].isEmpty ?? false else { continue }
            if taken.insert(range).inserted { statements[number]?[keyPath: field] = [range] }
        }
        guard taken.count == marks.count else { throw SpeakerCase.Fault("a \(part) belongs to no source") }
    }

    /// How far two ranges lie from each other: in bytes, where the end of a sentence counts as a thousand.
    private func gap(between left: Range<Int>, and right: Range<Int>) -> Int {
        let start = min(left.upperBound, right.upperBound)
        let end = max(left.lowerBound, right.lowerBound)
        guard start < end else { return 0 }
        let bytes = Array(text.utf8)[start..<end]
        let stops = [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";")]
        return bytes.count + (bytes.contains(where: stops.contains) ? 1000 : 0)
    }
}
