extension Schema {
    /// What is watched.
    static let following = """
        -- Addresses that are looked at again and again. Times are seconds since 1970.
        CREATE TABLE watched (
            address TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            first_seen INTEGER NOT NULL,
            last_checked INTEGER,
            last_changed INTEGER NOT NULL,
            next_check INTEGER,
            pause INTEGER NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            outcome TEXT,
            entity_tag TEXT,
            last_modified TEXT
        ) WITHOUT ROWID;
        CREATE INDEX watched_next ON watched (next_check) WHERE next_check IS NOT NULL;

        -- How far each saved search has told what it found.
        CREATE TABLE told (
            search TEXT PRIMARY KEY,
            statement_id INTEGER NOT NULL
        ) WITHOUT ROWID;

        -- What the watch did.
        CREATE TABLE watch_log (
            id INTEGER PRIMARY KEY,
            time INTEGER NOT NULL,
            level TEXT NOT NULL,
            address TEXT,
            message TEXT NOT NULL
        );
        """
}
