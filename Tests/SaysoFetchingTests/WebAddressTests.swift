import TestSupport
import Testing

@testable import SaysoFetching

@Suite("Addresses")
struct WebAddressTests {
    @Test(
        "One normal form",
        arguments: [
            ("https://coast.example", "https://coast.example/"),
            ("  HTTP://Coast.Example:80/A/../b/./c?q=1#x \n", "http://coast.example/b/c?q=1"),
            ("https://coast.example:443/", "https://coast.example/"),
            ("https://coast.example:8443?x", "https://coast.example:8443/?x"),
            (
                "https://coast.example./a b/é?ü=[1]|{2}",
                "https://coast.example/a%20b/%C3%A9?%C3%BC=%5B1%5D%7C%7B2%7D"
            ),
            ("https:\\\\coast.example\\a?b\\c", "https://coast.example/a?b%5Cc"),
            ("https://coast.example/100%/%e2%82%ac%", "https://coast.example/100%25/%e2%82%ac%25"),
            ("https://coast.example/a/%2E%2e/%2e/b/..", "https://coast.example/"),
            ("https://coast.example//a///b", "https://coast.example//a///b"),
            ("https://coast.example/a?b?c/../d", "https://coast.example/a?b?c/../d"),
            ("http://[2001:DB8::0:1]:8080/x", "http://[2001:db8::1]:8080/x"),
            ("https://bücher.example/", "https://xn--bcher-kva.example/"),
            ("https://ÑANDÚ.例え.example/", "https://xn--and-6ma2c.xn--r8jz45g.example/"),
            ("https://coast.exa\tmple/a\nb", "https://coast.example/ab"),
        ]
    )
    func normal(_ text: String, _ expected: String) throws {
        let address = try WebAddress(text)
        #expect(address.description == expected)
        #expect(try WebAddress(expected) == address)
    }

    @Test(
        "What cannot be fetched, and why",
        arguments: [
            ("", "no scheme"), ("coast.example/a", "no scheme; write https://coast.example/a"),
            ("coast.example:8080/a", "no scheme"), ("localhost:80", "no scheme"),
            ("ftp://coast.example/", "scheme ftp"), ("javascript:alert(1)", "scheme javascript"),
            ("file:///etc/passwd", "scheme file"), ("https:coast.example", "no host"),
            ("https:///a", "no host"),
            ("http://", "no host"), ("http://:80/", "no host"), ("http://a..b/", "no host"),
            ("http://coast%2eexample/", "no host"), ("http://[::1/", "no host"),
            ("http://[fe80::1%25eth0]/", "no host"),
            ("http://coast example/", "no host"), ("http://[1.2.3.4]/", "no host"),
            ("http://me@coast.example/", "password"), ("http://me:pw@coast.example/", "password"),
            ("http://good.example\\@bad.example/", nil),
            ("http://coast.example:0/", "port"), ("http://coast.example:65536/", "port"),
            ("http://coast.example:8a/", "port"), ("http://coast.example:+80/", "port"),
            ("https://coast.example/" + String(repeating: "a", count: 9000), "longer"),
        ] as [(String, String?)]
    )
    func refused(_ text: String, _ reason: String?) throws {
        guard let reason else {
            #expect(try WebAddress(text).host == "good.example")
            return
        }
        let error = #expect(throws: FetchError.self) { try WebAddress(text) }
        #expect(error?.message.contains(reason) == true)
    }

    @Test(
        "Relative to a page",
        arguments: [
            ("c", "https://coast.example/a/c"), ("./c/../d/", "https://coast.example/a/d/"),
            ("../../../c", "https://coast.example/c"), ("/c?d", "https://coast.example/c?d"),
            ("?y=2", "https://coast.example/a/b?y=2"), ("", "https://coast.example/a/b?x=1"),
            ("#top", "https://coast.example/a/b?x=1"), ("//other.example/c", "https://other.example/c"),
            ("http://other.example", "http://other.example/"), ("c:d", nil),
            (".", "https://coast.example/a/"),
            ("..", "https://coast.example/"), ("\\c", "https://coast.example/c"),
        ] as [(String, String?)]
    )
    func relative(_ reference: String, _ expected: String?) throws {
        let base = try WebAddress("https://coast.example/a/b?x=1")
        #expect((try? WebAddress(reference, relativeTo: base))?.description == expected)
    }

    @Test("Whatever is read is read alike again")
    func fuzz() {
        var generator = SeededGenerator(seed: 7)
        let pieces = [
            "http", "https", ":", "//", "/", "\\", "@", "coast.example", "[::1]", "127.0.0.1", "?", "#", "%",
            "%2e", "..",
            ".", "é", "例", "\u{0}", " ", "\t", ":80", ":99999", "xn--", "-", "_", "\u{202E}", "[", "]", "a",
            "。",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in generator.pick(pieces) }
                .joined()
            for candidate in [text, "http://" + text] {
                guard let address = try? WebAddress(candidate) else { continue }
                #expect((try? WebAddress(address.description)) == address, "\(candidate)")
                #expect(address.description.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            }
        }
    }
}

@Suite("IP addresses")
struct AddressPolicyTests {
    @Test(
        "What is not for the public is refused, in every notation",
        arguments: [
            ("0.0.0.0", "unspecified"), ("10.1.2.3", "private"), ("100.64.0.1", "shared"),
            ("100.127.255.255", "shared"),
            ("127.255.0.1", "loopback"), ("169.254.169.254", "link-local"), ("172.31.0.1", "private"),
            ("192.0.0.8", "reserved"), ("192.0.2.1", "documentation"), ("192.168.1.1", "private"),
            ("198.19.0.1", "benchmarking"), ("198.51.100.7", "documentation"),
            ("203.0.113.9", "documentation"),
            ("224.0.0.1", "multicast"), ("255.255.255.255", "reserved"), ("::", "unspecified"),
            ("::1", "loopback"),
            ("fc00::1", "private"), ("fd12::1", "private"), ("fe80::1", "link-local"),
            ("fec0::1", "reserved"),
            ("ff02::1", "multicast"), ("2001:db8::1", "documentation"), ("3fff::1", "documentation"),
            ("2001::1", "reserved"), ("100::1", "reserved"), ("4000::1", "reserved"),
            ("64:ff9b:1::1", "reserved"),
            ("::ffff:10.0.0.1", "private"), ("::ffff:127.0.0.1", "loopback"), ("::127.0.0.1", "reserved"),
            ("64:ff9b::a00:1", "private"), ("64:ff9b::7f00:1", "loopback"), ("2002:c0a8:101::1", "private"),
            ("2002:7f00:1::", "loopback"), ("2001:0:102:304::", "reserved"),
        ]
    )
    func refused(_ text: String, _ use: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy.publicOnly.use(of: address) == use)
        #expect(AddressPolicy.any.use(of: address) == nil)
    }

    @Test(
        "Public ones are not",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.0.1", "100.128.0.1", "126.0.0.1", "128.0.0.1",
            "172.15.0.1", "172.32.0.1", "192.169.0.1", "223.255.255.255", "2606:4700::1", "2a00::1",
            "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
        ]
    )
    func allowed(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy.publicOnly.use(of: address) == nil)
        #expect(IPAddress(address.description) == address)
    }

    /// IANA's registries of special-purpose addresses for IPv4 and IPv6, and the blocks for multicast. Three of them
    /// hold addresses of IPv4, and of those the last four bytes decide.
    private static let registered: [String] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.0.0/29", "192.0.0.8/32", "192.0.0.9/32", "192.0.0.10/32", "192.0.0.170/31",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "255.255.255.255/32", "::/128", "::1/128", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48",
        "100::/64", "100:0:0:1::/64", "2001::/23", "2001::/32", "2001:1::1/128", "2001:1::2/128",
        "2001:1::3/128", "2001:2::/48", "2001:3::/32", "2001:4:112::/48", "2001:10::/28", "2001:20::/28",
        "2001:30::/28", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16",
        "fc00::/7", "fe80::/10", "ff00::/8",
    ]

    @Test("Every special-purpose block is refused, from its first address to its last", arguments: registered)
    func special(block: String) throws {
        let network = try #require(AddressPolicy.Network(block, ""))
        let last: IPAddress =
            switch network.address {
            case .v4(let bits): .v4(bits | (network.length == 32 ? 0 : UInt32.max >> network.length))
            case .v6(let bits): .v6(bits | (network.length == 128 ? 0 : UInt128.max >> network.length))
            }
        for address in [network.address, last] {
            #expect(AddressPolicy.publicOnly.use(of: address) != nil, "\(address)")
        }
    }

    @Test("Every block of the list is one")
    func blocks() {
        #expect(AddressPolicy.publicOnly.refused.count == 27)
        #expect(AddressPolicy.publicOnly.assigned.count == 3)
    }

    @Test(
        "What is no IP address",
        arguments: ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "0x7f.0.0.1", "::1%lo", "coast"]
    )
    func none(_ text: String) { #expect(IPAddress(text) == nil) }
}
