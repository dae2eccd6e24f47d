extension Schema {
    /// How words are told apart: in FTS5's names.
    static let tokenizer = ["porter", "unicode61", "remove_diacritics", "2"]

    /// What is searched.
    static let words = """
        -- A statement as it is searched. `tags` are marks that filters look for: o and the outlet's row, k and the
        -- kind, f and the form, d with year and with month of `day`, p with those of publication where they are others.
        CREATE VIEW statement_text AS
        SELECT statement.id, statement.revision_id, statement.content,
            coalesce(
                (
                    SELECT group_concat(article_speaker.name, ' / ')
                    FROM json_each('[' || statement.speakers || ']') AS listed
                    JOIN article_speaker ON article_speaker.revision_id = statement.revision_id
                        AND article_speaker.number = listed.value
                ),
                statement.source
            ) AS speaker,
            (
                SELECT group_concat(coalesce(article_speaker.role, article_speaker.affiliation), ' / ')
                FROM json_each('[' || statement.speakers || ']') AS listed
                JOIN article_speaker ON article_speaker.revision_id = statement.revision_id
                    AND article_speaker.number = listed.value
            ) AS role,
            'o' || coalesce(article.outlet_id, '') || ' k' || statement.kind || ' f' || statement.form
                || ' d' || (statement.day / 10000) || ' d' || (statement.day / 100)
                || iif(revision.day / 10000 = statement.day / 10000, '', coalesce(' p' || (revision.day / 10000), ''))
                || iif(revision.day / 100 = statement.day / 100, '', coalesce(' p' || (revision.day / 100), ''))
                AS tags
        FROM statement
        JOIN revision ON revision.id = statement.revision_id
        JOIN article ON article.id = revision.article_id;

        -- The words of statements.
        CREATE VIRTUAL TABLE statement_words USING fts5 (
            content, speaker, role, tags, content = 'statement_text', content_rowid = 'id', columnsize = 0,
            tokenize = '\(tokenizer.joined(separator: " "))'
        );
        -- A transaction's words wait in up to 32 MiB of memory: written in fewer parts, they are merged less often.
        INSERT INTO statement_words (statement_words, rank) VALUES ('hashsize', 33554432);
        """
}
