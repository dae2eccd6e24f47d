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

        -- Keys by which statements and revisions with words in common are found, in runs. What new articles bring
        -- makes a run, into which those before it that are not larger go over: written by themselves, keys would
        -- each have a page written. `kind` is `statements` or `articles`; `bits` says how many first bits the keys of
        -- one block have in common.
        CREATE TABLE key_run (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            bits INTEGER NOT NULL,
            count INTEGER NOT NULL
        );

        -- A run's blocks; `id` is that of the run times 2^24, plus the first bits. Each key is the first 32 bits of what
        -- times 0x9E3779B97F4A7C15 modulo 2^64 is, without whole bytes of the first bits, the row of a statement or a
        -- revision (4 bytes), and who speaks there (1 byte), so that most candidates need not be read.
        CREATE TABLE key_block (
            id INTEGER PRIMARY KEY,
            keys BLOB NOT NULL
        );

        -- An article's copies count as one story; one without copies is a story of its own, with its number below
        -- zero.
        CREATE VIEW counted_article AS
            SELECT id AS article_id, outlet_id, coalesce(story_id, -id) AS story FROM article;
        """
}
