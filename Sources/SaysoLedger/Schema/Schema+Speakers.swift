extension Schema {
    /// Who speaks, over all articles.
    static let speakers = """
        -- Somebody over all articles.
        CREATE TABLE speaker (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            role TEXT,
            link TEXT,
            name_key TEXT NOT NULL
        );
        CREATE INDEX speaker_name ON speaker (name_key);

        -- Who said what, by day.
        CREATE TABLE attribution (
            speaker_id INTEGER NOT NULL REFERENCES speaker,
            day INTEGER NOT NULL,
            statement_id INTEGER NOT NULL REFERENCES statement,
            PRIMARY KEY (speaker_id, day, statement_id)
        ) WITHOUT ROWID;
        """
}
