import NIOCore

/// How a ledger is served.
package struct ServerOptions: Sendable {
    /// The ledger's file.
    package var ledger: String
    /// The address that is listened at; any but those of the machine itself need a token.
    package var address = "127.0.0.1"
    /// The port; 0 for one that is free.
    package var port = 8080
    /// What requests must prove to know; nil for nothing.
    package var token: String?
    /// Names under which the server is reached besides its address, as browsers send them, without ports.
    package var names: [String] = []
    /// The most bytes of a request's body.
    package var mostBodyBytes = 32 << 20
    /// The most connections at once; more wait.
    package var mostConnections = 1024
    /// The most requests that are worked on at once; more are refused.
    package var mostRequests = 256
    /// How many read the ledger at once.
    package var readers = max(2, min(8, System.coreCount))
    /// How much of the ledger those who read it may keep in memory, together.
    package var cacheBytes = 512 << 20
    /// How long the ledger is read for one request, in seconds.
    package var readingTime = 30.0
    /// How many download at once.
    package var mostDownloads = 4
    /// How many articles are handed in at once, with those that wait.
    package var mostSubmissions = 8
    /// How long it may take to read one, in seconds.
    package var submissionTime = 60.0
    /// How long adding may take where nobody waits for it, in seconds.
    package var jobTime = 600.0
    /// By whom decisions about speakers are made.
    package var author = "server"
    /// How long a request may take to arrive, in seconds.
    package var arrivalTime = 60.0
    /// How long a connection may lie idle, and a client may take nothing of its answer, in seconds.
    package var idleTime = 30.0

    /// Serves a ledger on this machine alone.
    ///
    /// - Parameter ledger: its file.
    package init(ledger: String) {
        self.ledger = ledger
    }

    /// Whether only this machine itself can reach the server.
    var isLocal: Bool { Self.isLocal(address) }

    /// Whether an address or a name is this machine's own.
    static func isLocal(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
