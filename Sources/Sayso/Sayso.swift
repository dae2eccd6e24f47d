/// Who said what, with the exact place of every word.
///
/// Everything an embedding program needs comes with this one import: `Article` from bytes or a string,
/// `StatementExtractor`, and the `Statement`s it finds.
@_exported public import SaysoArticles
@_exported public import SaysoStatements
