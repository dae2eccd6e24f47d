import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds the IP addresses of a host.
package struct Resolver: Sendable {
    /// Why a name leads nowhere.
    struct Failure: Error {
        let reason: String
        /// Whether asking again may help.
        let mayPass: Bool
    }

    private let lookUp: @Sendable (String) async throws -> [IPAddress]

    /// Finds addresses in any way that gives them in the order to try them in.
    package init(_ lookUp: @escaping @Sendable (String) async throws -> [IPAddress]) { self.lookUp = lookUp }

    /// The system's own way, which knows `/etc/hosts` and the name servers.
    package static let system = Resolver { host in
        try await NIOThreadPool.singleton.runIfActive { try ask(host) }
    }

    func addresses(of host: String) async throws(Failure) -> [IPAddress] {
        if let address = IPAddress(host) { return [address] }
        do {
            return try await lookUp(host)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(reason: "\(error)", mayPass: true)
        }
    }

    private static func ask(_ host: String) throws(Failure) -> [IPAddress] {
        var hints = addrinfo()
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0 else {
            throw Failure(reason: String(cString: gai_strerror(code)), mayPass: code == EAI_AGAIN)
        }
        defer { freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var entry = list
        while let info = entry?.pointee {
            entry = info.ai_next
            guard let raw = info.ai_addr else { continue }
            switch info.ai_family {
            case AF_INET:
                let four = UnsafeRawPointer(raw).loadUnaligned(as: sockaddr_in.self)
                addresses.append(.v4(UInt32(bigEndian: four.sin_addr.s_addr)))
            case AF_INET6:
                addresses.append(
                    IPAddress(UnsafeRawPointer(raw).loadUnaligned(as: sockaddr_in6.self).sin6_addr)
                )
            default: continue
            }
        }
        return addresses
    }
}
