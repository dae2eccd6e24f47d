import SaysoArchives
import Synchronization
import TestServer

@testable import SaysoFetching

/// Options for servers on loopback, with little patience.
enum Fetching {
    /// All names lead to 127.0.0.1, which may be connected to, and so may nothing else of what is not public.
    static var options: FetchOptions {
        get throws {
            var options = FetchOptions(
                userAgent: try UserAgent(version: "1.2.3", contact: "robot@coast.example")
            )
            options.addresses = AddressPolicy(
                refused: AddressPolicy.publicOnly.refused.compactMap {
                    $0.contains(.v4(0x7F00_0001)) ? AddressPolicy.Network("127.0.0.2/32", "loopback") : $0
                },
                assigned: AddressPolicy.publicOnly.assigned
            )
            options.resolver = Resolver { _ in [.v4(0x7F00_0001)] }
            options.pause = .zero
            options.timeout = .seconds(20)
            options.largest = 300_000
            options.schedule.firstDelay = .milliseconds(10)
            return options
        }
    }

    /// Fetches one page from a server.
    static func fetch(
        _ target: String,
        from server: TestServer,
        _ options: FetchOptions? = nil
    ) async throws -> FetchedResponse {
        try await Fetcher.with(options ?? Self.options) { try await $0.fetch(server.address(target)) }
    }

    /// The error that fetching one page ends with.
    static func error(
        _ target: String,
        from server: TestServer,
        _ options: FetchOptions? = nil
    ) async throws -> FetchError? {
        try await error(server.address(target), options ?? Self.options)
    }

    /// The error that fetching one address ends with.
    static func error(_ address: String, _ options: FetchOptions) async throws -> FetchError? {
        do {
            _ = try await Fetcher.with(options) { try await $0.fetch(address) }
            return nil
        } catch let error as FetchError {
            return error
        }
    }
}

/// Keeps what a fetcher records.
final class Recorded: Sendable {
    private let list = Mutex<[Exchange]>([])
    var exchanges: [Exchange] { list.withLock { $0 } }
    func add(_ exchange: Exchange) { list.withLock { $0.append(exchange) } }
}
