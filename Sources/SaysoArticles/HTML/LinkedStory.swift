/// A story that a page shows to machines alone, in a script of structured data: a page of its own, made of the
/// headline and the `articleBody`.
struct LinkedStory {
    /// The page, as HTML.
    let html: [UInt8]
    /// Where its bytes come from among the page's.
    let layer: OffsetMap.Layer

    /// Puts the story together.
    ///
    /// - Parameters:
    ///   - body: the story, as text or as HTML.
    ///   - headline: the runs of bytes that spell the headline, and what each means when that is something else.
    ///   - markup: the page.
    init(
        _ body: PageMetadata.ArticleBody,
        under headline: [(Range<Int>, ArraySlice<UInt8>?)],
        in markup: Markup
    ) {
        var builder = TextBuilder(capacity: body.range.count)
        if !headline.isEmpty {
            builder.append(inserted: "<h1>".utf8)
            var writer = PlainTextWriter(of: markup.bytes)
            for (range, meaning) in headline { writer.write(range, meaning, to: &builder) }
            builder.append(inserted: "</h1>".utf8)
        }
        // Without markup each line is a paragraph; references to characters are usual even then.
        let hasMarkup = ["</", "<p", "<br"].contains { body.text.contains($0) }
        builder.append(inserted: "<div>".utf8)
        for piece in body.pieces {
            if let scalar = piece.scalar {
                let isBreak = !hasMarkup && (scalar == "\n" || scalar == "\r")
                builder.append((isBreak ? "<p>" : String(Character(scalar))).utf8, for: piece.source)
            } else {
                builder.append(verbatim: piece.source, of: markup.bytes)
            }
        }
        html = builder.bytes
        layer = builder.layer
    }
}
