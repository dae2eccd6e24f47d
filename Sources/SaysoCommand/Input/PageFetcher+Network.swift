import SaysoArticles
import SaysoFetching

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension PageFetcher {
    /// The codes of failures that may be over the next time.
    static let passingCodes = Set(
        [FetchError.Code.unresolvable, .unreachable, .broken, .timeout, .tooSlow].map(\.rawValue) + [
            "unavailable"
        ]
    )

    /// Does work that gets pages from the web: after robots.txt, from public addresses, with pauses.
    ///
    /// - Parameters:
    ///   - allowsPrivate: whether addresses that are not public may be connected to.
    ///   - work: what to do.
    /// - Throws: `UsageError` when `SAYSO_CONTACT` is no way to reach anybody; what the work throws.
    static func fetching(
        allowsPrivate: Bool,
        _ work: (PageFetcher) async throws -> Void
    ) async throws {
        let contact = getenv("SAYSO_CONTACT").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        let agent: UserAgent
        do {
            agent = try UserAgent(version: Version.text, contact: contact)
        } catch {
            throw UsageError(message: "SAYSO_CONTACT: \(error.message)")
        }
        var options = FetchOptions(userAgent: agent)
        if allowsPrivate { options.addresses = .any }
        try await Fetcher.with(options) { fetcher in
            try await work(
                PageFetcher { (address) throws(InputFile.Failure) -> Page in
                    let response: FetchedResponse
                    do throws(FetchError) {
                        response = try await fetcher.fetch(address)
                    } catch {
                        throw InputFile.Failure(code: error.code.rawValue, reason: error.message)
                    }
                    guard response.status == 200 else {
                        throw InputFile.Failure(
                            code: RetrySchedule.mayPass(response.status) ? "unavailable" : "status",
                            reason: "the server answers \(response.status), which is no article"
                        )
                    }
                    return Page(
                        url: response.finalAddress,
                        contentType: response.contentType,
                        retrieved: MachineDate.time(in: response.retrieved),
                        body: response.body,
                        problems: response.problems
                    )
                }
            )
        }
    }
}
