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
    /// Which articles are wanted.
    var filter = ArticleFilter()
}
