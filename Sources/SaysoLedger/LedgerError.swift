import GRDB

/// Why a ledger could not be opened, read or written.
public struct LedgerError: Error, Hashable, CustomStringConvertible {
    /// What went wrong, for programs; more codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as logs and exports print it.
        public let rawValue: String

        /// Makes a code from its printed form.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// There is no file of this name, or no folder for it.
        public static let missing = Code(rawValue: "missing")
        /// The file is something else.
        public static let notALedger = Code(rawValue: "not-a-ledger")
        /// The ledger was made by a later version of this program.
        public static let newer = Code(rawValue: "newer")
        /// Another program is writing, and went on for longer than we wait.
        public static let locked = Code(rawValue: "locked")
        /// The disk has no room.
        public static let full = Code(rawValue: "full")
        /// The file or its folder may not be written.
        public static let readOnly = Code(rawValue: "read-only")
        /// The file's contents are damaged.
        public static let damaged = Code(rawValue: "damaged")
        /// The disk or the file system failed.
        public static let unreadable = Code(rawValue: "unreadable")
        /// What was asked for is not there, or not unique.
        public static let notFound = Code(rawValue: "not-found")
        /// A question, a file to import or a request makes no sense.
        public static let invalid = Code(rawValue: "invalid")
        /// The task was cancelled; nothing of what was in hand is in the ledger.
        public static let cancelled = Code(rawValue: "cancelled")
    }

    /// What went wrong.
    public let code: Code
    /// What went wrong with which file and what to do, for people.
    public let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}

extension LedgerError {
    /// Says what of a ledger a part is damaged.
    init(_ error: any Error, about what: String) {
        self.init(.damaged, "\(what): \((error as? LedgerError)?.message ?? "cannot be read")")
    }

    /// Says what an error of the database means for a ledger.
    ///
    /// - Parameters:
    ///   - error: what was thrown.
    ///   - path: the ledger's file.
    init(_ error: any Error, path: String) {
        if let error = error as? LedgerError {
            self = error
            return
        }
        if error is CancellationError {
            self.init(.cancelled, "\(path): given up; what was in hand is not in the ledger")
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.unreadable, "\(path): \(error)")
            return
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .locked,
                "\(path): another program is writing to this ledger; try again when it is done"
            )
        case .SQLITE_FULL:
            self.init(.full, "\(path): the disk is full; what was in hand is not in the ledger, all else is")
        case .SQLITE_READONLY, .SQLITE_PERM:
            self.init(
                .readOnly,
                "\(path): the ledger may not be written; look at the rights of the file and its folder"
            )
        case .SQLITE_CORRUPT:
            self.init(.damaged, "\(path): the ledger is damaged; sayso rescue saves what can be read")
        case .SQLITE_NOTADB:
            self.init(.notALedger, "\(path): not a ledger")
        case .SQLITE_CANTOPEN:
            self.init(
                .missing,
                "\(path): cannot be opened; look whether the folder exists and may be written"
            )
        case .SQLITE_INTERRUPT, .SQLITE_ABORT:
            self.init(.cancelled, "\(path): given up; what was in hand is not in the ledger")
        case .SQLITE_IOERR:
            self.init(
                .unreadable,
                "\(path): the disk failed or has no room (\(error.message ?? "no details")); what was in hand is not "
                    + "in the ledger, all else is"
            )
        default:
            self.init(.unreadable, "\(path): \(error.message ?? "the database failed (\(error.resultCode))")")
        }
    }
}
