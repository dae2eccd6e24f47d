package import GRDB

/// An archive of statements in one file: who said what and when, where it was printed, how that changed, and the
/// bytes that prove it.
///
/// The file is an SQLite database in WAL mode; while it is in use two files with the endings `-wal` and `-shm` lie
/// beside it. Readers never wait for a writer. Of two writers one waits for the other, a while.
public final class Ledger: Sendable {
    /// How a ledger is opened.
    public enum Mode: Sendable {
        /// It must exist; it can be written.
        case existing
        /// It is made when there is none.
        case create
        /// It must exist, and is not changed.
        case readOnly
    }

    /// The file.
    public let path: String
    package let database: any DatabaseReader & Sendable
    private let writer: (any DatabaseWriter)?

    /// Opens a ledger.
    ///
    /// - Parameters:
    ///   - path: its file.
    ///   - mode: whether it may be made and written.
    ///   - patience: for how many seconds another writer is waited for.
    ///   - cacheBytes: how much of the file each connection may keep in memory, unpacked and checked.
    /// - Throws: ``LedgerError`` when there is none, when the file is something else or was made by a later
    ///   version, and when it cannot be opened.
    public init(
        _ path: String,
        mode: Mode = .existing,
        patience: Double = 10,
        cacheBytes: Int = 64 << 20
    ) throws(LedgerError) {
        self.path = path
        do {
            try LedgerFile.check(path, mode)
            try PageChecks.register()
            if mode == .create { try LedgerFile.create(path) }
            var configuration = Configuration()
            configuration.label = "ledger"
            configuration.busyMode = .timeout(patience)
            configuration.readonly = mode == .readOnly
            configuration.maximumReaderCount = 8
            configuration.prepareDatabase { database in
                try database.execute(
                    sql: "PRAGMA cache_size = -\(cacheBytes >> 10); PRAGMA temp_store = MEMORY"
                )
                try RelevanceFunction.register(in: database)
                if mode != .readOnly {
                    // A page that many transactions change is seldom taken over into the file: after 64 MiB of log.
                    try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096")
                }
            }
            if mode == .readOnly {
                writer = nil
                database = try DatabaseQueue(path: path, configuration: configuration)
                try database.read { try Schema.check($0, path: path) }
            } else {
                try Self.look(at: path, patience: patience)
                let pool = try DatabasePool(path: path, configuration: configuration)
                database = pool
                writer = pool
                try pool.read { try Schema.check($0, path: path) }
                try Schema.migrator.migrate(pool)
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Makes sure that a file is a ledger: opened for writing, another program's database would be changed before
    /// anyone could look at it.
    private static func look(at path: String, patience: Double) throws {
        do throws(LedgerError) {
            try Ledger(path, mode: .readOnly, patience: patience).close()
        } catch {
            // What was interrupted while it was made needs somebody who can write.
            if error.code != .readOnly { throw error }
        }
    }

    /// Closes the file. Nothing can be asked afterwards. Unless others have it open, it is then one file again.
    public func close() throws(LedgerError) {
        // Only a connection that can write puts the log away, and only as the last one.
        (database as? DatabasePool)?.invalidateReadOnlyConnections()
        do { try database.close() } catch { throw LedgerError(error, path: path) }
    }

    /// Reads from one state of the ledger, whatever is written meanwhile.
    package func read<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try database.read(work) } catch { throw LedgerError(error, path: path) }
    }

    /// A number that changes when something else than this connection writes into the ledger; opened for reading only.
    package func version() throws(LedgerError) -> Int {
        try read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }

    /// Makes what is being read or written give up, with the code `cancelled`.
    package func interrupt() { database.interrupt() }

    /// Writes in one transaction: all of it, or nothing.
    package func write<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
        guard let writer else {
            throw LedgerError(.readOnly, "\(path): the ledger was opened for reading only")
        }
        do { return try writer.write(work) } catch { throw LedgerError(error, path: path) }
    }

    /// Whether it was opened for writing.
    var canWrite: Bool { writer != nil }

    /// Moves what the write-ahead log has into the file, as far as readers let it.
    func checkpoint() throws(LedgerError) {
        do { _ = try writer?.writeWithoutTransaction { try $0.checkpoint(.passive) } } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Writes in as many transactions as the work begins, without foreign keys meanwhile.
    package func writeLoosely(_ work: (Database) throws -> Void) throws(LedgerError) {
        do {
            try writer?.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA foreign_keys = OFF")
                try work(database)
                try database.execute(sql: "PRAGMA foreign_keys = ON")
            }
        } catch { throw LedgerError(error, path: path) }
    }
}
