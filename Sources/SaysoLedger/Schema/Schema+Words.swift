extension Schema {
    /// What is searched.
    static let words = """
        -- The words of statements.
        CREATE VIRTUAL TABLE statement_words USING fts5 (
            content, content = 'statement', content_rowid = 'id',
            tokenize = 'porter unicode61 remove_diacritics 2'
        );
        """
}
