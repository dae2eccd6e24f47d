import SaysoArchives

/// An address of the web: http or https, a host, a port, a path and a query (RFC 3986), in one normal form.
///
/// Characters that an address must not hold are percent-encoded, dot segments are removed, the host is in lower
/// case and in ASCII, and the fragment is dropped, since it is never sent.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    package enum Scheme: String, Sendable {
        case http, https

        var defaultPort: Int { self == .http ? 80 : 443 }
    }

    /// Longer addresses are refused.
    static let longest = 8192

    package let scheme: Scheme
    /// The name or IP address, without brackets.
    package let host: String
    package let port: Int
    /// The path and the query, as a request line has them.
    package let target: String

    /// Whether the host is an IPv6 address, which is written in brackets.
    private var hasBrackets: Bool { host.utf8.contains(UInt8(ascii: ":")) }

    /// The host, and the port where it is not the usual one: what the Host header says.
    var authority: String {
        let name = hasBrackets ? "[\(host)]" : host
        return port == scheme.defaultPort ? name : "\(name):\(port)"
    }

    /// Scheme and authority, for which one robots.txt holds.
    var origin: String { "\(scheme.rawValue)://\(authority)" }

    package var description: String { origin + target }

    /// Reads an address.
    ///
    /// - Throws: `FetchError` that says what is wrong with it.
    package init(_ text: String) throws(FetchError) {
        try self.init(text, base: nil)
    }

    /// Reads an address that may be relative to another one (RFC 3986 section 5.2).
    package init(_ reference: String, relativeTo base: WebAddress) throws(FetchError) {
        try self.init(reference, base: base)
    }

    private init(_ text: String, base: WebAddress?) throws(FetchError) {
        func invalid(_ reason: String) -> FetchError {
            FetchError(.invalidAddress, reason, address: text)
        }
        guard text.utf8.count <= Self.longest else {
            throw FetchError(
                .invalidAddress,
                "is longer than \(Self.longest) bytes",
                address: String(text.prefix(80)) + "…"
            )
        }
        // As browsers do: blanks around are dropped, line breaks and tabs anywhere, and "\" is "/".
        var bytes = Array(text.utf8)[...].trimmed.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        if let fragment = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes.removeSubrange(fragment...) }
        let query = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        for index in bytes[..<query].indices where bytes[index] == UInt8(ascii: "\\") {
            bytes[index] = UInt8(ascii: "/")
        }
        var rest = bytes[...]
        let named = Self.scheme(of: rest)
        if let named { rest = rest.dropFirst(named.utf8.count + 1) }
        guard let scheme = named.map({ Scheme(rawValue: $0) }) ?? base?.scheme else {
            // "coastwire.example:8080" looks like a scheme.
            if let named, !named.contains("."), named != "localhost" {
                throw invalid("has the scheme \(named); only http and https are fetched")
            }
            throw invalid("has no scheme; write https://\(text)")
        }
        guard rest.starts(with: [0x2F, 0x2F]) else {
            guard let base, named == nil else { throw invalid("has no host after its scheme") }
            self.init(
                scheme: base.scheme,
                host: base.host,
                port: base.port,
                target: rest.isEmpty ? base.target : Self.merged(rest, with: base.target)
            )
            return
        }
        rest = rest.dropFirst(2)
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        let authority = rest[..<end]
        if authority.contains(UInt8(ascii: "@")) {
            throw invalid("has a name or a password before its host, which is refused")
        }
        let (name, port) = Self.split(authority)
        guard let host = HostName.normalised(name) else {
            throw invalid("has no host that can be looked up")
        }
        guard let number = port.isEmpty ? scheme.defaultPort : Int(String(decoding: port, as: UTF8.self)),
            (1...65535).contains(number), port.allSatisfy({ $0.isDigit })
        else { throw invalid("has no port from 1 to 65535") }
        self.init(scheme: scheme, host: host, port: number, target: Self.target(rest[end...]))
    }

    private init(scheme: Scheme, host: String, port: Int, target: String) {
        (self.scheme, self.host, self.port, self.target) = (scheme, host, port, target)
    }

    /// The same place's robots.txt.
    var robots: WebAddress { WebAddress(scheme: scheme, host: host, port: port, target: "/robots.txt") }

    /// The lower-case scheme that an address begins with.
    private static func scheme(of bytes: ArraySlice<UInt8>) -> String? {
        guard let first = bytes.first, first.isLetter,
            let end = bytes.firstIndex(where: {
                !($0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E)
            }),
            bytes[end] == UInt8(ascii: ":")
        else { return nil }
        return String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    }

    /// The host and the digits of the port.
    private static func split(_ authority: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        let colon = authority.lastIndex(of: UInt8(ascii: ":"))
        let bracket = authority.lastIndex(of: UInt8(ascii: "]"))
        guard let colon, colon > bracket ?? -1 else { return (authority, []) }
        return (authority[..<colon], authority[(colon + 1)...])
    }
}
