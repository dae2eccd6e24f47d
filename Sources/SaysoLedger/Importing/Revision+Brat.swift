package import SaysoArticles
import SaysoStatements

extension Revision {
    /// A text with attributions that somebody marked in brat.
    ///
    /// How each was said, by whom and when is found by the rules that work on every article; a note on a source
    /// (`Mara Osk, minister`) goes before them.
    ///
    /// - Parameters:
    ///   - text: the bytes of `NAME.txt`.
    ///   - standoff: the contents of `NAME.ann`; a line that cannot be used is left out.
    ///   - path: the text's absolute path.
    /// - Returns: the revision, and what is wrong with which line of the standoff.
    /// - Throws: ``SaysoArticles/ArticleError`` when the text is none.
    package static func read(
        text: [UInt8],
        standoff: String,
        path: String
    ) throws(ArticleError) -> (revision: Revision, problems: [(line: Int, reason: String)]) {
        let article = try Article(bytes: text)
        let contents = BratStandoff.read(standoff)
        var problems = contents.problems
        var attributions: [BratStandoff.Attribution] = []
        for attribution in contents.attributions {
            var utf8 = attribution
            func convert(_ spans: [Range<Int>]) -> [Range<Int>]? {
                let converted = spans.compactMap { span -> Range<Int>? in
                    guard let start = article.text.utf8Offset(of: span.lowerBound, in: .codePoints),
                        let end = article.text.utf8Offset(of: span.upperBound, in: .codePoints), start < end
                    else { return nil }
                    return start..<end
                }
                return converted.count == spans.count ? converted : nil
            }
            guard let source = convert(attribution.source), let cue = convert(attribution.cue),
                let content = convert(attribution.content)
            else {
                problems.append((attribution.line, "a span that is empty or lies outside the text"))
                continue
            }
            (utf8.source, utf8.cue, utf8.content) = (source, cue, content)
            attributions.append(utf8)
        }
        let report = Report(marked: attributions, in: article)
        var revision = Revision(
            article,
            report,
            key: ArticleKey.of(file: path),
            source: Source(text, format: "text", encoding: article.encoding.rawValue),
            origin: Origin(path: path)
        )
        let noted = Dictionary(
            attributions.map { ($0.content.sorted { $0.lowerBound < $1.lowerBound }, $0.speakers) },
            uniquingKeysWith: { first, _ in first }
        )
        for index in revision.statements.indices {
            guard let note = noted[revision.statements[index].content] ?? nil else { continue }
            revision.name(note, of: index)
        }
        return (revision, problems.sorted { $0.line < $1.line })
    }

    /// Gives a statement the speakers that a note names.
    private mutating func name(_ note: String, of index: Int) {
        let old = statements[index].speakers
        let kind = old.count == 1 ? speakers[old[0]].kind : .person
        let indices = note.split(separator: ";").compactMap { part -> Int? in
            let parts = part.split(separator: ",", maxSplits: 1).map { $0.trimmed }
            guard let name = parts.first, !name.isEmpty else { return nil }
            if let known = speakers.firstIndex(where: { $0.name == name }) { return known }
            speakers.append(
                Speaker(
                    name: name,
                    kind: kind,
                    role: parts.count > 1 ? parts[1] : nil,
                    mentions: statements[index].source
                )
            )
            return speakers.count - 1
        }
        guard !indices.isEmpty, indices != old else { return }
        statements[index].speakers = indices
        statements[index].isUnresolved = false
        statements[index].speakerConfidence = 1
        statements[index].chain = statements[index].source.prefix(1).map { .init(mention: $0, rule: "note") }
    }
}

extension Substring {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
