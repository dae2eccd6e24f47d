/// Why some bytes could not be read as an article.
public struct ArticleError: Error, Hashable, CustomStringConvertible {
    /// What went wrong, for programs; more codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as logs and exports print it.
        public let rawValue: String

        /// Makes a code from its printed form.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// There is no text at all.
        public static let empty = Code(rawValue: "empty")
        /// The bytes are a picture, an archive or the like, not text.
        public static let binary = Code(rawValue: "binary")
        /// It is a page, and there is no article in it: a front page, a login, a list of links.
        public static let noArticle = Code(rawValue: "no-article")
        /// It is longer than 2 GiB.
        public static let tooLarge = Code(rawValue: "too-large")
    }

    /// What went wrong.
    public let code: Code
    /// What went wrong and what to do, for people.
    public let message: String
    /// Where it was noticed, as an offset in the bytes that came in.
    public let offset: Int

    /// One line with the code, the message and the offset.
    public var description: String {
        "\(code.rawValue): \(message) (byte \(offset))"
    }
}

/// Something odd about an article's bytes that did not stop it from being read.
public struct ArticleWarning: Hashable, Sendable, CustomStringConvertible {
    /// What is odd, for programs; more codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as logs and exports print it.
        public let rawValue: String

        /// Makes a code from its printed form.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Bytes that cannot be decoded were read as U+FFFD.
        public static let undecodable = Code(rawValue: "undecodable")
        /// The text holds NUL characters, which were kept.
        public static let nul = Code(rawValue: "nul")
        /// Nothing in the bytes states their encoding; it was concluded from how they look.
        public static let guessedEncoding = Code(rawValue: "guessed-encoding")
        /// An encoding is stated that is unknown, or that this machine cannot decode; the statement was passed
        /// over.
        public static let unknownEncoding = Code(rawValue: "unknown-encoding")
        /// The bytes are not in the encoding that is stated first; they were read in one that fits.
        public static let misstatedEncoding = Code(rawValue: "misstated-encoding")
    }

    /// What is odd.
    public let code: Code
    /// How often it occurs.
    public let count: Int
    /// The first occurrence, as an offset in the bytes that came in.
    public let offset: Int

    package init(code: Code, count: Int, offset: Int) {
        self.code = code
        self.count = count
        self.offset = offset
    }

    /// One line with the code, the count and the first offset.
    public var description: String {
        "\(code.rawValue): \(count), first at byte \(offset)"
    }
}
