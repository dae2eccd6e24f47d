import SaysoArchives
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
        /// What is wrong with it: that it is cut off, or not in the coding that its header names.
        var problems: [String] = []
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

    /// Why an argument that looks like an address is read neither as one nor as a file; nil when it does not.
    static func refusal(of argument: String) -> InputFile.Failure? {
        guard let end = argument.firstRange(of: "://"), !isAddress(argument) else { return nil }
        let scheme = argument[..<end.lowerBound].lowercased()
        let isScheme = scheme.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
        guard scheme.utf8.first?.isLetter == true, isScheme else { return nil }
        let reason =
            scheme == "file"
            ? "give the file's path, as in \(argument[end.upperBound...])"
            : "of addresses, only those with http and https are read"
        return InputFile.Failure(code: "invalid-address", reason: reason)
    }

    /// Whether an argument is an address and no file's name.
    static func isAddress(_ argument: String) -> Bool {
        let scheme = argument.prefix(8).lowercased()
        return scheme.hasPrefix("https://") || scheme.hasPrefix("http://")
    }
}
