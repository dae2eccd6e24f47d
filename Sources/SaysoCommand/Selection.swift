import SaysoArticles

/// What to print of documents, and of which.
struct Selection: Sendable {
    /// What offsets count.
    var unit = OffsetUnit.codePoints
    /// The kinds of statements to print.
    var kinds = KindSelection.all
    /// Whether to say how each speaker was found.
    var explains = false
    /// Whether to list the speakers instead of the statements.
    var listsSpeakers = false
    /// Whether digests of text and source are told.
    var hasDigests = true
    /// Whether the article is wanted as a ledger would have it.
    var hasRevision = false
    /// Whether the originals' bytes are wanted there, where they are not the text.
    var includesOriginals = false
    /// Whether documents that are left out are handed over, too.
    var listsLeftOut = false
    /// Whether the end of the work is said, with how fast it was.
    var tellsThroughput = false
    /// Which articles are wanted.
    var filter = ArticleFilter()
}
