#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A ledger's file, before it is opened as a database.
enum LedgerFile {
    /// The shortest page of an SQLite database; what is shorter is none.
    private static let shortest = 512

    /// Whether there is anything of this name.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Looks at a file without opening it: SQLite would turn one that is empty or very short into a database.
    /// (Nor may it be read here: closing a descriptor gives up all locks that the process has on the file.)
    static func check(_ path: String, _ mode: Ledger.Mode) throws(LedgerError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if mode == .create, errno == ENOENT { return }
            if errno == ENOENT {
                throw LedgerError(.missing, "\(path): there is no such ledger; sayso add makes one")
            }
            throw LedgerError(.unreadable, "\(path): \(String(cString: strerror(errno)))")
        }
        if status.st_mode & S_IFMT != S_IFREG {
            throw LedgerError(.notALedger, "\(path): not a file, so not a ledger")
        }
        if status.st_size == 0, mode == .create { return }
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
}
