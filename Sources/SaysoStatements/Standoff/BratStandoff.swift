package import SaysoArticles

/// brat standoff in PolNeAR's layout: `Source`, `Cue` and `Content` spans, and an `Attribution` event that ties them,
/// triggered by the cue or, without one, by the content. A note on the source names the speaker.
package struct BratStandoff {
    /// An attribution as it is marked.
    package struct Attribution: Sendable, Hashable {
        /// Who said it, the words that report it, and what was said.
        package var source, cue, content: [Range<Int>]
        /// Whom the source refers to: names, each with a role after a comma, parted by semicolons.
        package var speakers: String?
        /// The line of its event in the file that it was read from, counted from 1; else 0.
        package var line = 0

        /// Makes an attribution.
        package init(
            source: [Range<Int>] = [],
            cue: [Range<Int>] = [],
            content: [Range<Int>] = [],
            speakers: String? = nil
        ) {
            (self.source, self.cue, self.content, self.speakers) = (source, cue, content, speakers)
        }
    }

    private let text: ArticleText
    private var spans = 0
    private var notes = 0

    /// Writes standoff to a text.
    package init(of text: ArticleText) { self.text = text }

    /// The lines of an attribution.
    ///
    /// - Parameters:
    ///   - attribution: spans are UTF-8 offsets in the text; `speakers` holds no line end.
    ///   - number: tells its event from the others.
    /// - Returns: lines with their ends.
    package mutating func lines(of attribution: Attribution, number: Int) -> String {
        var lines = ""
        var arguments = " Content:" + annotate("Content", attribution.content, &lines)
        if !attribution.source.isEmpty {
            let source = annotate("Source", attribution.source, &lines)
            arguments += " Source:" + source
            if let speakers = attribution.speakers {
                notes += 1
                lines += "#\(notes)\tAnnotatorNotes \(source)\t\(speakers)\n"
            }
        }
        if !attribution.cue.isEmpty { arguments += " Cue:" + annotate("Cue", attribution.cue, &lines) }
        let trigger = attribution.cue.isEmpty ? attribution.content : attribution.cue
        let event = annotate("Attribution", trigger, &lines)
        return lines + "E\(number)\tAttribution:\(event)\(arguments)\n"
    }

    /// A text-bound annotation; brat wants no span to cross the end of a line.
    private mutating func annotate(_ type: String, _ ranges: [Range<Int>], _ lines: inout String) -> String {
        spans += 1
        let parts = ranges.flatMap { range in
            text.utf8[range].split { $0 == 0x0A || $0 == 0x0D }.map { $0.startIndex..<$0.endIndex }
        }
        let places = parts.map { part in
            let places = text.range(part, in: .codePoints)
            return "\(places.lowerBound) \(places.upperBound)"
        }
        let words = parts.map { text[$0] }.joined(separator: " ")
        lines += "T\(spans)\t\(type) \(places.joined(separator: ";"))\t\(words)\n"
        return "T\(spans)"
    }
}

extension BratStandoff {
    /// What a whole `.ann` file says.
    package struct Contents: Sendable {
        /// The events that have a content, in the order of the file; spans are in code points.
        package var attributions: [Attribution] = []
        /// Lines that say nothing that can be understood, counted from 1, and why.
        package var problems: [(line: Int, reason: String)] = []
    }

    /// Reads standoff; lines of other kinds are passed over.
    package static func read(_ standoff: String) -> Contents {
        var contents = Contents()
        var spans: [Substring: [Range<Int>]] = [:]
        var notes: [Substring: String] = [:]
        var sources: [Substring?] = []
        let lines = standoff.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > 1 else {
                if line.first == "T" || line.first == "E" {
                    contents.problems.append((index + 1, "no tabs between its fields"))
                }
                continue
            }
            switch fields[0].first {
            case "T":
                let space = fields[1].firstIndex(of: " ") ?? fields[1].endIndex
                let parts = fields[1][space...].split(separator: ";")
                let ranges = parts.compactMap(range)
                if ranges.isEmpty || ranges.count < parts.count {
                    contents.problems.append((index + 1, "no places such as 12 25"))
                }
                spans[fields[0]] = ranges
            // An event speaks of the spans before it: some files use a span's name again afterwards.
            case "E":
                var attribution = Attribution()
                attribution.line = index + 1
                var source: Substring?
                for argument in fields[1].split(separator: " ") {
                    let parts = argument.split(separator: ":", maxSplits: 1)
                    guard parts.count == 2, let found = spans[parts[1]] else {
                        contents.problems.append((index + 1, "nothing before is called \(argument)"))
                        continue
                    }
                    switch parts[0].lowercased().prefix(while: { !$0.isNumber }) {
                    case "source":
                        attribution.source += found
                        source = source ?? parts[1]
                    case "cue": attribution.cue += found
                    case "content": attribution.content += found
                    default: break
                    }
                }
                if attribution.content.isEmpty { continue }
                contents.attributions.append(attribution)
                sources.append(source)
            case "#":
                let target = fields[1].split(separator: " ").last ?? ""
                if fields.count > 2, fields[1].hasPrefix("AnnotatorNotes ") {
                    notes[target] = String(fields[2])
                }
            default: break
            }
        }
        for (index, source) in sources.enumerated() {
            contents.attributions[index].speakers = source.flatMap { notes[$0] }
        }
        return contents
    }

    private static func range(_ text: Substring) -> Range<Int>? {
        let ends = text.split(separator: " ").compactMap { Int($0) }
        return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
    }
}
