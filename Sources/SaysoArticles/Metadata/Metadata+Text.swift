extension Metadata {
    /// The same with what the article's text says, where nothing else does.
    func completed(by layout: Layout, of text: ArticleText) -> Metadata {
        var metadata = self
        func time(of event: TimeLine.Event) -> StatedTime? {
            layout.timeLines.lazy.flatMap(\.stamps).first { $0.event == event && $0.time != nil }?.time
        }
        metadata.published = published ?? time(of: .published)
        metadata.modified = modified ?? time(of: .modified)
        for stamp in layout.timeLines.flatMap(\.stamps) {
            guard let time = stamp.time else { continue }
            let claim = Claim(event: stamp.event, time: time, source: "time line")
            if !metadata.claims.contains(claim) { metadata.claims.append(claim) }
        }
        if metadata.headline == nil {
            metadata.headline = layout.paragraphs.first { $0.kind == .headline }.map { text[$0.range] }
        }
        if metadata.wire == nil {
            metadata.wire = layout.paragraphs.lazy.compactMap(\.dateline?.agency).first.map { text[$0] }
        }
        if metadata.language == nil, let guess = Language.guess(text.utf8), guess.confidence > 0.35 {
            metadata.language = guess.tag
        }
        return metadata
    }
}
