/// Which IP addresses connections may be made to.
///
/// The lists follow IANA's registries of special-purpose addresses.
public struct AddressPolicy: Sendable {
    /// A block of addresses.
    struct Network: Sendable {
        let address: IPAddress
        let length: Int
        /// What the block is for.
        let use: String

        /// Reads a block as registries write it: `10.0.0.0/8`.
        init?(_ block: String, _ use: String) {
            let parts = block.split(separator: "/")
            guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1])
            else {
                return nil
            }
            (self.address, self.length, self.use) = (address, length, use)
        }

        func contains(_ other: IPAddress) -> Bool {
            switch (address, other) {
            case (.v4(let own), .v4(let bits)): (own ^ bits) >> (32 - length) == 0
            case (.v6(let own), .v6(let bits)): (own ^ bits) >> (128 - length) == 0
            default: false
            }
        }
    }

    let refused: [Network]
    /// The blocks of IPv6 addresses that are given out at all; everything else is refused.
    let assigned: [Network]

    /// Addresses of the public internet alone.
    public static let publicOnly = AddressPolicy(
        refused: [
            ("0.0.0.0/8", "unspecified"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "shared"),
            ("127.0.0.0/8", "loopback"), ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"),
            ("192.0.0.0/24", "reserved"), ("192.0.2.0/24", "documentation"),
            ("192.31.196.0/24", "reserved"), ("192.52.193.0/24", "reserved"), ("192.175.48.0/24", "reserved"),
            ("192.88.99.0/24", "reserved"), ("192.168.0.0/16", "private"), ("198.18.0.0/15", "benchmarking"),
            ("198.51.100.0/24", "documentation"), ("203.0.113.0/24", "documentation"),
            ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "reserved"),
            ("::/128", "unspecified"), ("::1/128", "loopback"), ("fc00::/7", "private"),
            ("fe80::/10", "link-local"), ("ff00::/8", "multicast"), ("2001::/23", "reserved"),
            ("2001:db8::/32", "documentation"), ("3fff::/20", "documentation"),
            ("2620:4f:8000::/48", "reserved"),
        ].compactMap(Network.init),
        assigned: [("2000::/3", "global"), ("64:ff9b::/96", "translated"), ("::ffff:0:0/96", "mapped")]
            .compactMap(Network.init)
    )

    /// Any address at all, for networks of one's own.
    public static let any = AddressPolicy(refused: [], assigned: [])

    /// What an address is for when no connection may be made to it; nil when one may.
    func use(of address: IPAddress) -> String? {
        if let network = refused.first(where: { $0.contains(address) }) { return network.use }
        if case .v6 = address, !assigned.isEmpty, !assigned.contains(where: { $0.contains(address) }) {
            return "reserved"
        }
        return address.embedded.flatMap { use(of: $0) }
    }
}
