/// Why an archive cannot be read or written at all.
///
/// A record that is wrong or cut off is no error but an ``ArchiveProblem``: reading goes on after it.
public struct ArchiveError: Error, Hashable, CustomStringConvertible {
    /// What went wrong, for programs; more codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as logs and exports print it.
        public let rawValue: String

        /// Makes a code from its printed form.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// There are no bytes.
        public static let empty = Code(rawValue: "empty")
        /// The bytes are no WARC, ARC or WACZ.
        public static let notAnArchive = Code(rawValue: "not-an-archive")
        /// A ZIP file that cannot be read, or that can only be read from a file and came through a pipe.
        public static let unreadableZip = Code(rawValue: "unreadable-zip")
        /// The system could not read.
        public static let unreadable = Code(rawValue: "unreadable")
        /// The system could not write.
        public static let unwritable = Code(rawValue: "unwritable")
    }

    /// What went wrong.
    public let code: Code
    /// What went wrong and what to do, for people.
    public let message: String

    /// Makes an error, for sources of bytes of one's own.
    public init(code: Code, message: String) {
        self.code = code
        self.message = message
    }

    /// One line with the code and the message.
    public var description: String { "\(code.rawValue): \(message)" }
}
