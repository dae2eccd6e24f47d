extension Schema {
    /// Who speaks, over all articles.
    static let speakers = """
        -- Somebody over all articles. `merged_into` is who a number that was given up stands for now.
        CREATE TABLE speaker (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            role TEXT,
            link TEXT,
            name_key TEXT NOT NULL,
            is_renamed INTEGER NOT NULL DEFAULT 0,
            merged_into INTEGER REFERENCES speaker
        );
        CREATE INDEX speaker_name ON speaker (name_key);

        -- One way in which articles name somebody: name, kind, role and affiliation. Who is the same is settled for
        -- all articles that use it. `uid` is a digest of these; `is_decided` where a person said who it is.
        CREATE TABLE face (
            id INTEGER PRIMARY KEY,
            uid INTEGER NOT NULL UNIQUE,
            block TEXT NOT NULL,
            role_key TEXT NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            role TEXT,
            affiliation TEXT,
            acronym TEXT,
            is_decided INTEGER NOT NULL DEFAULT 0,
            speaker_id INTEGER REFERENCES speaker
        );
        CREATE INDEX face_block ON face (block, role_key);
        CREATE INDEX face_speaker ON face (speaker_id);

        -- Two who may be one.
        CREATE TABLE doubt (
            block TEXT NOT NULL,
            one_id INTEGER NOT NULL REFERENCES speaker,
            other_id INTEGER NOT NULL REFERENCES speaker,
            reason TEXT NOT NULL,
            PRIMARY KEY (block, one_id, other_id)
        ) WITHOUT ROWID;

        -- What people decided about speakers: `details` and `state` are JSON, the latter all that undoing needs.
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            action TEXT NOT NULL,
            speakers TEXT NOT NULL,
            made TEXT NOT NULL,
            made_by TEXT NOT NULL,
            details TEXT NOT NULL,
            state TEXT NOT NULL,
            undone TEXT,
            undone_by TEXT
        );

        -- Statements that a person gave to another speaker than the one whom their article names.
        CREATE TABLE statement_speaker (
            statement_id INTEGER NOT NULL REFERENCES statement,
            number INTEGER NOT NULL,
            speaker_id INTEGER NOT NULL REFERENCES speaker,
            PRIMARY KEY (statement_id, number)
        ) WITHOUT ROWID;

        -- Who said what, by day.
        CREATE TABLE attribution (
            speaker_id INTEGER NOT NULL REFERENCES speaker,
            day INTEGER NOT NULL,
            statement_id INTEGER NOT NULL REFERENCES statement,
            PRIMARY KEY (speaker_id, day, statement_id)
        ) WITHOUT ROWID;
        """
}
