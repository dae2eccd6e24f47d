/// Something wrong with a record, or with the bytes between records, that did not stop the reading.
public struct ArchiveProblem: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for programs; more codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as logs and exports print it.
        public let rawValue: String

        /// Makes a code from its printed form.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The file ends within the record.
        public static let truncated = Code(rawValue: "truncated")
        /// Compressed bytes that are damaged.
        public static let corrupt = Code(rawValue: "corrupt")
        /// Bytes where a record should begin that begin none.
        public static let notARecord = Code(rawValue: "not-a-record")
        /// A record header without an end, without a length or with a senseless one.
        public static let badHeader = Code(rawValue: "bad-header")
        /// The record is longer or shorter than it says; what it holds was found all the same.
        public static let wrongLength = Code(rawValue: "wrong-length")
        /// More bytes than the limit allows.
        public static let tooLong = Code(rawValue: "too-long")
        /// So few compressed bytes that hold so many that it can only be meant to do harm.
        public static let bomb = Code(rawValue: "bomb")
        /// A block or payload has another digest than its record says.
        public static let digestMismatch = Code(rawValue: "digest-mismatch")
        /// A response that is no HTTP message, or one without an end of its header.
        public static let badHTTP = Code(rawValue: "bad-http")
        /// The HTTP body is shorter than its header says.
        public static let shortBody = Code(rawValue: "short-body")
        /// The HTTP header says chunked and the body is not, or its chunks are wrong.
        public static let badChunks = Code(rawValue: "bad-chunks")
        /// The HTTP header names a content coding and the body is not in it, or is damaged.
        public static let badCoding = Code(rawValue: "bad-coding")
        /// A content coding that is not known here; the body was left as it is.
        public static let unknownCoding = Code(rawValue: "unknown-coding")
        /// The record is the first part of a segmented one; the others are not joined to it.
        public static let segmented = Code(rawValue: "segmented")
    }

    /// What is wrong.
    public let code: Code
    /// What is wrong, for people.
    public let message: String
    /// Which bytes it is about: those of the record, or those that were passed over.
    public let location: ArchiveLocation

    package init(_ code: Code, _ message: String, at location: ArchiveLocation) {
        self.code = code
        self.message = message
        self.location = location
    }

    /// One line with the code, the message and the place.
    public var description: String { "\(code.rawValue): \(message) (\(location))" }
}

/// Which bytes of an archive a record is.
public struct ArchiveLocation: Hashable, Sendable, CustomStringConvertible {
    /// What an offset counts.
    public enum Basis: String, Sendable {
        /// The bytes of the file as it lies on the disk: one can seek there.
        case file
        /// The bytes of the file when decompressed, because a gzip member holds more than this record.
        case decompressed
    }

    /// The file within a WACZ, `archive/data.warc.gz`; offsets count from its beginning. `nil` for other archives.
    public var entry: String?
    /// What ``offset`` and ``length`` count.
    public var basis: Basis
    /// Where the first byte is.
    public var offset: Int
    /// How many bytes: of the gzip member, or of the record without the empty lines after it.
    public var length: Int

    package init(entry: String? = nil, basis: Basis, offset: Int, length: Int) {
        self.entry = entry
        self.basis = basis
        self.offset = offset
        self.length = length
    }

    /// `archive/data.warc.gz, byte 784 to 2012`.
    public var description: String {
        let bytes = basis == .file ? "byte" : "decompressed byte"
        return (entry.map { "\($0), " } ?? "") + "\(bytes) \(offset) to \(offset + length)"
    }
}
