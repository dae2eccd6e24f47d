import CSaysoPages
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

extension LedgerFile {
    /// Copies a ledger of which the pages that say where its tables are cannot be read, and gives the copy those of a
    /// new ledger. One migration makes all tables, so they begin on the same pages in every ledger.
    ///
    /// - Parameters:
    ///   - damaged: its file.
    ///   - copy: the copy's file.
    /// - Returns: false when the file is no ledger: none of its other pages fits to its check.
    /// - Throws: an error when the copy cannot be written.
    static func mend(_ damaged: String, as copy: String) throws -> Bool {
        let model = copy + ".model"
        defer { discard(model) }
        let pages = try create(model, listing: "sqlite_schema")
        for ending in ["", "-wal"] where exists(damaged + ending) {
            try FileManager.default.copyItem(atPath: damaged + ending, toPath: copy + ending)
        }
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: model)))
        // https://sqlite.org/fileformat2.html#the_database_header: no free pages; the number of pages is not known.
        for offset in 32..<40 { bytes[offset] = 0 }
        bytes[92] = ~bytes[24]
        sayso_pages_seal(&bytes, Int32(pageSize), 1)
        let file = open(copy, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
        defer { close(file) }
        for page in pages {
            let start = (page - 1) * pageSize
            let written = bytes[start..<start + pageSize].withUnsafeBytes {
                pwrite(file, $0.baseAddress, pageSize, off_t(start))
            }
            guard written == pageSize else { throw DatabaseError(resultCode: .SQLITE_FULL) }
        }
        let mended = try openDamaged(copy)
        let count = lseek(file, 0, SEEK_END) / off_t(pageSize)
        let lost = try mended.unsafeRead { try PageChecks.damaged(in: $0) { _ in } }
        try mended.close()
        return count - off_t(lost.count) > off_t(pages.count)
    }

    /// Opens a file of which parts may be damaged, for reading.
    static func openDamaged(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { database in
            // Files that were cut off would not be read at all otherwise.
            try database.execute(sql: "PRAGMA writable_schema = ON; PRAGMA query_only = ON")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Makes an empty ledger.
    ///
    /// - Returns: the pages of one of its tables.
    private static func create(_ path: String, listing table: String) throws -> [Int] {
        discard(path)
        let ledger = try Ledger(path, mode: .create)
        let pages = try ledger.read {
            try Int.fetchAll($0, sql: "SELECT pageno FROM dbstat WHERE name = ?", arguments: [table])
        }
        try ledger.close()
        return pages
    }
}
