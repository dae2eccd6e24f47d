import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A ledger's file, before it is opened as a database.
enum LedgerFile {
    /// The shortest page of an SQLite database; what is shorter is none.
    private static let shortest = 512
    /// An article's text, packed, and blocks of keys and of words have 2,000 to 4,000 bytes: of smaller pages a good
    /// part would stay empty. A ledger keeps the size of pages that it was made with.
    static let pageSize = 16384

    /// Whether there is anything of this name.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Looks at a file without opening it: SQLite would turn one that is empty or very short into a database.
    /// (Nor may it be read here: closing a descriptor gives up all locks that the process has on the file.)
    static func check(_ path: String, _ mode: Ledger.Mode) throws(LedgerError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if mode == .create, errno == ENOENT { return }
            if errno == ENOENT {
                throw LedgerError(
                    .missing,
                    "\(path): there is no such ledger; sayso add makes one, and --ledger "
                        + "or SAYSO_LEDGER names another"
                )
            }
            throw LedgerError(.unreadable, "\(path): \(String(cString: strerror(errno)))")
        }
        if status.st_mode & S_IFMT != S_IFREG {
            throw LedgerError(.notALedger, "\(path): not a file, so not a ledger")
        }
        if status.st_size == 0 {
            if mode == .create { return }
            throw LedgerError(.notALedger, "\(path): an empty file; sayso add makes a ledger of it")
        }
        if status.st_size < shortest { throw LedgerError(.notALedger, "\(path): not a ledger") }
        if access(path, R_OK) != 0 {
            throw LedgerError(.unreadable, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Whether two paths lead to the same file.
    static func isSame(_ path: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    // MARK: New files

    /// Makes an empty ledger where there is none.
    ///
    /// It is made beside its name and gets it once it is whole, so that nobody ever finds, or goes on making, one
    /// that somebody else has begun.
    static func create(_ path: String) throws {
        discardAbandoned(path)
        var status = stat()
        guard stat(path, &status) != 0 || status.st_size == 0 else { return }
        guard !exists(path) else { return try initialise(path) }
        let partial = "\(path).\(getpid()).partial"
        defer { discard(partial) }
        try initialise(partial)
        guard synchronise(partial) else { throw DatabaseError(resultCode: .SQLITE_IOERR) }
        // Unlike a renaming, this takes no other file's place.
        if link(partial, path) == 0 {
            _ = synchronise(folder(of: path))
        } else if !exists(path) {
            try initialise(path)
        }
    }

    private static func initialise(_ path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try database.inDatabase { database in
            try database.execute(sql: "PRAGMA page_size = \(pageSize)")
            try PageChecks.begin(database)
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try Schema.migrator.migrate(database)
        try database.close()
    }

    /// Has a finished ledger on the disk, and then under its name.
    static func settle(_ partial: String, as path: String) throws(LedgerError) {
        guard access(partial + "-wal", F_OK) != 0 else {
            throw LedgerError(.unreadable, "\(path): what was written is not all in one file")
        }
        guard synchronise(partial), rename(partial, path) == 0, synchronise(folder(of: path)) else {
            throw LedgerError(.unreadable, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Removes what was begun.
    static func discard(_ partial: String) {
        for ending in ["-journal", "-shm", "-wal", ""] { unlink(partial + ending) }
    }

    /// Removes what processes that were killed had begun to make under a name.
    static func discardAbandoned(_ path: String) {
        let start = (path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]) + "."
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder(of: path))
        for name in names ?? [] where name.hasPrefix(start) && name.hasSuffix(".partial") {
            let process = pid_t(name.dropFirst(start.count).prefix { $0 != "." })
            if let process, process > 0, kill(process, 0) != 0, errno == ESRCH {
                discard(path + "." + name.dropFirst(start.count))
            }
        }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    }

    private static func synchronise(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
