/// brat standoff in PolNeAR's layout: `Source`, `Cue` and `Content` spans, and an `Attribution` event that
/// ties them, triggered by the cue or, without one, by the content.
enum Brat {
    static func standoff(_ record: ArticleRecord) -> String {
        var lines = ""
        var spans = 0
        for (index, statement) in record.statements.enumerated() {
            func annotate(_ type: String, _ offsets: [Offsets], _ text: String) -> String {
                spans += 1
                let places = offsets.map { "\($0.start) \($0.end)" }.joined(separator: ";")
                lines += "T\(spans)\t\(type) \(places)\t\(oneLine(text))\n"
                return "T\(spans)"
            }
            var arguments = "Content:" + annotate("Content", statement.content, statement.contentText)
            if !statement.source.isEmpty {
                arguments += " Source:" + annotate("Source", statement.source, statement.sourceText)
            }
            if !statement.cue.isEmpty {
                arguments += " Cue:" + annotate("Cue", statement.cue, statement.cueText)
            }
            let trigger = statement.cue.isEmpty ? statement.content : statement.cue
            let text = statement.cue.isEmpty ? statement.contentText : statement.cueText
            let attribution = annotate("Attribution", trigger, text)
            lines += "E\(index + 1)\tAttribution:\(attribution) \(arguments)\n"
        }
        return lines
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
