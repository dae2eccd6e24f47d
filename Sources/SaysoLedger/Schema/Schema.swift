import GRDB

/// The tables of a ledger, and how older ledgers become newer ones.
///
/// Migrations are only ever added: a ledger of any version opens in all later ones.
enum Schema {
    /// What tells a ledger from other SQLite files: `Says` in ASCII.
    static let applicationID = 0x5361_7973

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0.1") { database in
            for tables in [articles, speakers, copies, words, following] { try database.execute(sql: tables) }
        }
        return migrator
    }

    /// - Throws: ``LedgerError`` when a database is no ledger, or one of a later version.
    static func check(_ database: Database, path: String) throws {
        let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
        if id != applicationID {
            throw LedgerError(.notALedger, "\(path): an SQLite database, but not a ledger")
        }
        if try migrator.hasBeenSuperseded(database) {
            throw LedgerError(
                .newer,
                "\(path): made by a later version of sayso, which this version cannot read; update sayso"
            )
        }
    }

    private static let articles = """
        -- Who prints.
        CREATE TABLE outlet (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL COLLATE NOCASE UNIQUE
        );

        -- What an outlet prints at one address, whatever it says there from time to time.
        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            url TEXT,
            host TEXT,
            outlet_id INTEGER REFERENCES outlet,
            story_id INTEGER REFERENCES story
        );
        CREATE INDEX article_outlet ON article (outlet_id);
        CREATE INDEX article_host ON article (host, outlet_id);
        CREATE INDEX article_story ON article (story_id);

        -- The bytes that articles were read from; NULL where they were not kept, or are the text itself.
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE,
            length INTEGER NOT NULL,
            gzip BLOB
        );

        -- An article at one time. Offsets count UTF-8 bytes of its text. `paragraphs` are their lengths, each after the
        -- number of bytes before it where these are not two, and after its kind where it is not of the body. No
        -- path means that it is the address. `own_voice` are places, whole paragraphs by their numbers from 0 on.
        CREATE TABLE revision (
            id INTEGER PRIMARY KEY,
            uid INTEGER NOT NULL UNIQUE,
            article_id INTEGER NOT NULL REFERENCES article,
            number INTEGER NOT NULL,
            is_current INTEGER NOT NULL,
            added TEXT NOT NULL,
            retrieved TEXT,
            path TEXT,
            record TEXT,
            entry INTEGER,
            entry_id TEXT,
            headline TEXT,
            standfirst TEXT,
            bylines TEXT NOT NULL,
            outlet TEXT,
            wire TEXT,
            section TEXT,
            language TEXT,
            url TEXT,
            published TEXT,
            modified TEXT,
            day INTEGER,
            format TEXT NOT NULL,
            encoding TEXT NOT NULL,
            source_id INTEGER NOT NULL REFERENCES source,
            text_digest BLOB NOT NULL,
            text_length INTEGER NOT NULL,
            text BLOB NOT NULL,
            paragraphs TEXT NOT NULL,
            own_voice TEXT NOT NULL,
            own_voice_share REAL NOT NULL,
            UNIQUE (article_id, number)
        );
        CREATE INDEX revision_day ON revision (day);
        CREATE INDEX revision_source ON revision (source_id);

        -- Somebody as one revision names them; `mentions` are places in its text. Without a face it is somebody of
        -- this article alone; pinned, a person said who it is in this article.
        CREATE TABLE article_speaker (
            id INTEGER PRIMARY KEY,
            revision_id INTEGER NOT NULL REFERENCES revision,
            number INTEGER NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            role TEXT,
            affiliation TEXT,
            mentions TEXT NOT NULL,
            speaker_id INTEGER NOT NULL REFERENCES speaker,
            face_id INTEGER REFERENCES face,
            is_pinned INTEGER NOT NULL DEFAULT 0,
            UNIQUE (revision_id, number)
        );
        CREATE INDEX article_speaker_speaker ON article_speaker (speaker_id, name);
        CREATE INDEX article_speaker_face ON article_speaker (face_id) WHERE face_id IS NOT NULL;

        -- One act of saying. `speakers` are numbers of the revision's speakers; what ends in `_at` are places in its
        -- text; `evidence` are places in its source, or how far behind its text all of it stands there. A step of
        -- `chain` without a place is the source. Days are numbers such as 20250303; `day` is the first day on which
        -- it was said, else that of publication, else that on which the article was retrieved, else 0; `said_to` is
        -- the last one on which it was said, and `said` how that is put, where it is not that one day. Confidences are
        -- thousandths.
        CREATE TABLE statement (
            id INTEGER PRIMARY KEY,
            revision_id INTEGER NOT NULL REFERENCES revision,
            number INTEGER NOT NULL,
            is_current INTEGER NOT NULL,
            form TEXT NOT NULL,
            kind TEXT NOT NULL,
            is_negated INTEGER NOT NULL,
            is_hedged INTEGER NOT NULL,
            is_headline INTEGER NOT NULL,
            is_unresolved INTEGER NOT NULL,
            parent INTEGER,
            speakers TEXT NOT NULL,
            speaker_confidence INTEGER NOT NULL,
            chain TEXT NOT NULL,
            said TEXT,
            said_basis TEXT,
            said_at TEXT,
            said_to INTEGER,
            day INTEGER NOT NULL,
            confidence INTEGER NOT NULL,
            source TEXT NOT NULL,
            cue TEXT NOT NULL,
            content TEXT NOT NULL,
            source_at TEXT NOT NULL,
            cue_at TEXT NOT NULL,
            content_at TEXT NOT NULL,
            medium_at TEXT NOT NULL,
            addressee_at TEXT NOT NULL,
            occurrences TEXT NOT NULL,
            evidence TEXT NOT NULL,
            cluster_id INTEGER REFERENCES cluster,
            UNIQUE (revision_id, number)
        );
        CREATE INDEX statement_day ON statement (day);
        CREATE INDEX statement_cluster ON statement (cluster_id) WHERE cluster_id IS NOT NULL;

        -- How a revision differs from the one before it, statement by statement.
        CREATE TABLE change (
            id INTEGER PRIMARY KEY,
            revision_id INTEGER NOT NULL REFERENCES revision,
            earlier_id INTEGER NOT NULL REFERENCES revision,
            kind TEXT NOT NULL,
            before_id INTEGER REFERENCES statement,
            after_id INTEGER REFERENCES statement,
            is_silent INTEGER NOT NULL,
            before TEXT,
            after TEXT
        );
        CREATE INDEX change_revision ON change (revision_id);
        CREATE INDEX change_before ON change (before_id) WHERE before_id IS NOT NULL;
        CREATE INDEX change_after ON change (after_id) WHERE after_id IS NOT NULL;
        """
}
