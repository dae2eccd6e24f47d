import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Ledger {
    /// Copies the ledger as it is at one moment, whoever reads or writes it meanwhile.
    ///
    /// The copy is one file. It appears under its name when it is whole, has been looked through and is on the disk;
    /// an older backup of that name is replaced then.
    ///
    /// - Parameter copy: the new file.
    /// - Throws: ``LedgerError`` when it cannot be written, is this ledger, is in use, or another file than a ledger
    ///   has its name.
    public func backup(to copy: String) throws(LedgerError) {
        try LedgerFile.makeWay(copy, for: self)
        LedgerFile.discardAbandoned(copy)
        let partial = "\(copy).\(getpid()).partial"
        do {
            let target = try Ledger(partial, mode: .create)
            try target.receive(from: self)
            try target.close()
            // (Who only reads could not put away the log's files.)
            let check = try Ledger(partial)
            let damaged = try check.read { try PageChecks.damaged(in: $0) { _ in } }
            let count = try check.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM revision") }
            try check.close()
            guard damaged.isEmpty, count != nil else {
                throw LedgerError(
                    .damaged,
                    "\(copy): what was written does not read as it should; is the disk failing?"
                )
            }
            try LedgerFile.settle(partial, as: copy)
        } catch {
            LedgerFile.discard(partial)
            throw LedgerError(error, path: copy)
        }
    }

    /// What was added first: the same in all copies of a ledger; nil when it is empty.
    fileprivate func firstRevision() throws(LedgerError) -> Int64? {
        try read { try Int64.fetchOne($0, sql: "SELECT uid FROM revision ORDER BY id LIMIT 1") }
    }

    private func receive(from ledger: Ledger) throws {
        guard let target = database as? DatabasePool else { return }
        try ledger.database.backup(to: target)
    }
}

extension LedgerFile {
    /// Makes sure that a new ledger may take a name.
    ///
    /// - Parameters:
    ///   - path: the name.
    ///   - ledger: the ledger that is copied.
    /// - Throws: ``LedgerError`` when the name is taken by something that must not go.
    static func makeWay(_ path: String, for ledger: Ledger) throws(LedgerError) {
        var (old, own) = (stat(), stat())
        guard stat(path, &old) == 0 else { return }
        if stat(ledger.path, &own) == 0, own.st_dev == old.st_dev, own.st_ino == old.st_ino {
            throw LedgerError(.invalid, "\(path): is the ledger itself")
        }
        do throws(LedgerError) {
            let there = try Ledger(path, mode: .readOnly)
            let first = try there.firstRevision()
            try there.close()
            let own = try ledger.firstRevision()
            if let first, first != own {
                throw LedgerError(.invalid, "\(path): is another ledger; write the backup somewhere else")
            }
            // What waits in an old ledger's log would be taken for a part of the new one. The last one who can write
            // and closes it takes the log away.
            if access(path + "-wal", F_OK) == 0 { try Ledger(path).close() }
        } catch {
            if error.code == .invalid { throw error }
            throw LedgerError(
                .invalid,
                "\(path): there is something else already; write the backup somewhere else"
            )
        }
        guard access(path + "-wal", F_OK) != 0 else {
            throw LedgerError(.invalid, "\(path): is a ledger in use; write the backup somewhere else")
        }
    }
}
