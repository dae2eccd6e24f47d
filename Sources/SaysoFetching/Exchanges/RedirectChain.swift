/// The addresses that led to a page, and whether one more may follow.
struct RedirectChain: Sendable {
    /// More redirects than these are not followed.
    static let longest = 10

    /// From the one that was asked for to the one in hand.
    private(set) var addresses: [WebAddress]

    init(_ first: WebAddress) { addresses = [first] }

    var current: WebAddress { addresses[addresses.count - 1] }

    /// Whether a status sends elsewhere.
    static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

    /// Follows a redirect.
    ///
    /// - Parameter location: the Location header.
    /// - Throws: `FetchError` when it leads nowhere, in a circle, or too far.
    mutating func follow(_ location: String) throws(FetchError) {
        let next: WebAddress
        do throws(FetchError) {
            next = try WebAddress(location, relativeTo: current)
        } catch {
            throw FetchError(
                .redirects,
                "redirects to \(error.address), which \(error.message)",
                address: current.description
            )
        }
        if addresses.contains(next) {
            throw FetchError(.redirects, "redirects in a circle, to \(next)", address: current.description)
        }
        guard addresses.count <= Self.longest else {
            throw FetchError(
                .redirects,
                "comes after \(Self.longest) redirects and redirects again; none more is followed",
                address: current.description
            )
        }
        addresses.append(next)
    }
}
