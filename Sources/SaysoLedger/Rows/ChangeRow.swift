extension ArticleChange: LedgerRow {
    package static let columns = [
        "seen", "kind", "silent", "outlet", "article", "headline", "speakers", "former_speakers", "before",
        "after", "difference", "earlier", "later",
    ]

    package var cells: [Cell] {
        [
            .text(seen), .text(change.kind.rawValue), .flag(change.isSilent), .text(outlet), .text(article),
            .text(headline), .list(speakers), .list(formerSpeakers), .text(change.wordsBefore),
            .text(change.wordsAfter), .difference(change.difference),
            .text(change.before?.description ?? change.earlier.description),
            .text(change.after?.description ?? change.later.description),
        ]
    }
}
