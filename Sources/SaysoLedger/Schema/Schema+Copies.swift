extension Schema {
    /// The same words in many places.
    static let copies = """
        -- Articles that are copies of one text: a wire story in several papers.
        CREATE TABLE story (
            id INTEGER PRIMARY KEY
        );

        -- The same quotation in several places.
        CREATE TABLE cluster (
            id INTEGER PRIMARY KEY
        );

        -- Hashes by which statements and revisions with words in common are found. New ones gather in the small
        -- tables, whose pages stay in memory, and go over in order: a large tree that takes each hash by itself
        -- would have a page written for each. `tag` tells who speaks, so that most candidates need not be read.
        CREATE TABLE statement_key (
            hash INTEGER NOT NULL, id INTEGER NOT NULL, tag INTEGER NOT NULL,
            PRIMARY KEY (hash, id)
        ) WITHOUT ROWID;
        CREATE TABLE statement_key_new (
            hash INTEGER NOT NULL, id INTEGER NOT NULL, tag INTEGER NOT NULL,
            PRIMARY KEY (hash, id)
        ) WITHOUT ROWID;
        CREATE TABLE revision_key (
            hash INTEGER NOT NULL, id INTEGER NOT NULL, tag INTEGER NOT NULL,
            PRIMARY KEY (hash, id)
        ) WITHOUT ROWID;
        CREATE TABLE revision_key_new (
            hash INTEGER NOT NULL, id INTEGER NOT NULL, tag INTEGER NOT NULL,
            PRIMARY KEY (hash, id)
        ) WITHOUT ROWID;

        -- An article's copies count as one story; one without copies is a story of its own, with its number below
        -- zero.
        CREATE VIEW counted_article AS
            SELECT id AS article_id, outlet_id, coalesce(story_id, -id) AS story FROM article;
        """
}
