package import NIOSSL
import SaysoArchives

/// How to fetch.
public struct FetchOptions: Sendable {
    /// Who asks: the User-Agent header.
    public var userAgent: UserAgent
    /// Whether pages are fetched whatever robots.txt says.
    public var ignoresRobots = false
    /// Which IP addresses may be connected to.
    public var addresses = AddressPolicy.publicOnly
    /// Between two pages of one host.
    public var pause = Duration.seconds(1)
    /// The longest pause that a robots.txt can ask for.
    public var longestCrawlDelay = Duration.seconds(30)
    /// Hosts that are asked at the same time.
    public var hosts = 8
    /// For one response, from the request to its last byte.
    public var timeout = Duration.seconds(60)
    /// For a connection, with its encryption.
    public var connectTimeout = Duration.seconds(10)
    /// Bytes a second; a response that is slower for as long as `speedWindow` is given up.
    public var leastSpeed = 100
    /// How long a response may be slow.
    public var speedWindow = Duration.seconds(10)
    /// Bytes of a body, as it comes and decoded.
    public var largest = 20_000_000
    /// When to try again.
    package var schedule = RetrySchedule()
    /// Certificates to trust instead of the system's.
    package var trustRoots: [NIOSSLCertificate] = []
    /// How names are looked up.
    package var resolver = Resolver.system

    /// The usual way.
    ///
    /// - Parameter userAgent: who asks.
    public init(userAgent: UserAgent) { self.userAgent = userAgent }

    var limits: WireLimits {
        WireLimits(
            timeout: timeout,
            speedWindow: speedWindow,
            leastSpeed: leastSpeed,
            largest: largest
        )
    }
}

/// Who asks: a robot with a version, and how its operator can be reached.
public struct UserAgent: Sendable, Hashable {
    /// The name in robots.txt files that means this robot.
    public static let product = "sayso"

    /// The header's value: `sayso/0.1.0 (+https://coastwire.example/robot)`.
    public let header: String

    /// Names a robot.
    ///
    /// - Parameters:
    ///   - version: the version of the program.
    ///   - contact: a mail address or an address of the web; nil for none.
    /// - Throws: `FetchError` when the contact is neither.
    public init(version: String, contact: String?) throws(FetchError) {
        guard let contact else {
            header = "\(Self.product)/\(version)"
            return
        }
        header = "\(Self.product)/\(version) (+\(try Self.checked(contact)))"
    }

    private static func checked(_ contact: String) throws(FetchError) -> String {
        let parts = contact.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, !contact.contains("/") {
            let isName = parts[0].utf8.allSatisfy { $0.isLetter || $0.isDigit || "._%+-".utf8.contains($0) }
            let host = HostName.normalised(Array(parts[1].utf8)[...])
            if isName, !parts[0].isEmpty, let host, host.contains(".") { return "mailto:\(parts[0])@\(host)" }
        } else if let address = try? WebAddress(contact),
            !address.description.contains(where: { "()".contains($0) })
        {
            return address.description
        }
        throw FetchError(
            .invalidAddress,
            "is no way to reach you; give a mail address or the address of a page",
            address: contact
        )
    }
}
