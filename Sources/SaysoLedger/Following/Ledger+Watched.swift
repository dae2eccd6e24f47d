import GRDB

extension Ledger {
    /// Adds addresses to those that are watched; what is known stays as it is.
    ///
    /// - Returns: how many are new.
    public func watch(_ addresses: [WatchedAddress]) throws(LedgerError) -> Int {
        try write { database in
            var count = 0
            for address in addresses {
                try database.execute(
                    sql: """
                        INSERT OR IGNORE INTO watched (address, kind, first_seen, last_changed, next_check, pause)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        address.address, address.kind.rawValue, address.firstSeen, address.lastChanged,
                        address.nextCheck, address.pause,
                    ]
                )
                count += database.changesCount
            }
            return count
        }
    }

    /// Notes what became of looks at addresses.
    public func update(_ addresses: [WatchedAddress]) throws(LedgerError) {
        try write { database in
            let update = try database.cachedStatement(
                sql: """
                    UPDATE watched SET last_checked = ?, last_changed = ?, next_check = ?, pause = ?, failures = ?,
                        outcome = ?, entity_tag = ?, last_modified = ?
                    WHERE address = ?
                    """
            )
            for address in addresses {
                try update.execute(arguments: [
                    address.lastChecked, address.lastChanged, address.nextCheck, address.pause,
                    address.failures,
                    address.outcome, address.entityTag, address.lastModified, address.address,
                ])
            }
        }
    }

    /// Everything that is watched, what is due soonest first.
    public func watched() throws(LedgerError) -> [WatchedAddress] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM watched ORDER BY next_check IS NULL, next_check, address"
            )
            .map(WatchedAddress.init)
        }
    }

    // MARK: Saved searches

    /// The newest statement that a saved search has told of; a search that is new has told of all that is there.
    package func told(_ search: String) throws(LedgerError) -> Int64 {
        try write { database in
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO told (search, statement_id)
                    VALUES (?, (SELECT coalesce(max(id), 0) FROM statement))
                    """,
                arguments: [search]
            )
            return try Int64.fetchOne(
                database,
                sql: "SELECT statement_id FROM told WHERE search = ?",
                arguments: [search]
            ) ?? 0
        }
    }

    /// Notes that a saved search has told of all statements up to one.
    package func tell(_ search: String, upTo statement: Int64) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: "UPDATE told SET statement_id = max(statement_id, ?) WHERE search = ?",
                arguments: [statement, search]
            )
        }
    }

    // MARK: Log

    /// A line of the log.
    public struct WatchEvent: Hashable, Sendable {
        /// Seconds since 1970.
        public let time: Int
        /// `info`, `warning` or `error`.
        public let level: String
        /// What it is about; nil for the watch itself.
        public let address: String?
        /// What happened.
        public let message: String

        /// Notes something.
        public init(time: Int, level: String, address: String?, message: String) {
            self.time = time
            self.level = level
            self.address = address
            self.message = message
        }
    }

    /// So many lines are kept.
    private static let longestLog = 20_000

    /// Writes to the log; the oldest lines are dropped when it is long.
    public func log(_ events: [WatchEvent]) throws(LedgerError) {
        try write { database in
            for event in events {
                try database.execute(
                    sql: "INSERT INTO watch_log (time, level, address, message) VALUES (?, ?, ?, ?)",
                    arguments: [event.time, event.level, event.address, event.message]
                )
            }
            try database.execute(
                sql: "DELETE FROM watch_log WHERE id <= (SELECT max(id) FROM watch_log) - ?",
                arguments: [Self.longestLog]
            )
        }
    }

    /// The log's last lines, the oldest first.
    public func events(last count: Int) throws(LedgerError) -> [WatchEvent] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM watch_log ORDER BY id DESC LIMIT ?",
                arguments: [count]
            ).reversed().map {
                try WatchEvent(
                    time: $0["time"],
                    level: $0["level"],
                    address: $0["address"],
                    message: $0["message"]
                )
            }
        }
    }
}

extension WatchedAddress {
    fileprivate init(_ row: Row) throws {
        address = try row["address"]
        kind = try Kind(rawValue: row["kind"]) ?? .page
        firstSeen = try row["first_seen"]
        lastChecked = try row["last_checked"]
        lastChanged = try row["last_changed"]
        nextCheck = try row["next_check"]
        pause = try row["pause"]
        failures = try row["failures"]
        outcome = try row["outcome"]
        entityTag = try row["entity_tag"]
        lastModified = try row["last_modified"]
    }
}
