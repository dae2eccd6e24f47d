import SaysoArticles

/// Gets what is at addresses.
struct PageFetcher: Sendable {
    /// What was found at an address.
    struct Page: Sendable {
        /// The address in the end, after redirects.
        let url: String
        let contentType: String?
        let retrieved: StatedTime?
        let body: [UInt8]
    }

    private let get: @Sendable (String) async throws(InputFile.Failure) -> Page

    /// - Parameter get: gets one.
    init(get: @escaping @Sendable (String) async throws(InputFile.Failure) -> Page) {
        self.get = get
    }

    /// For inputs none of which is an address.
    static let none = PageFetcher { (_) throws(InputFile.Failure) -> Page in
        throw InputFile.Failure(code: "unreadable", reason: "addresses are not read here")
    }

    /// Gets what is at an address.
    ///
    /// - Throws: why there is nothing to read.
    func page(at address: String) async throws(InputFile.Failure) -> Page { try await get(address) }

    /// Whether an argument is an address and no file's name.
    static func isAddress(_ argument: String) -> Bool {
        let scheme = argument.prefix(8).lowercased()
        return scheme.hasPrefix("https://") || scheme.hasPrefix("http://")
    }
}
