import SaysoArchives

/// Names of hosts as the name system knows them.
enum HostName {
    /// The name in lower case and ASCII, or the IPv6 address without its brackets; nil when it is none.
    static func normalised(_ bytes: ArraySlice<UInt8>) -> String? {
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.last == UInt8(ascii: "]") else { return nil }
            let inner = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
            guard case .v6? = IPAddress(inner) else { return nil }
            return IPAddress(inner)?.description
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var labels = text.lowercased().split(omittingEmptySubsequences: false) { ".。．｡".contains($0) }
        // A dot at the end says that the name is complete, which it is anyway.
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        var name = ""
        for label in labels {
            let isPlain = label.utf8.allSatisfy { $0 < 0x80 }
            guard let ascii = isPlain ? String(label) : Punycode.encoded(label).map({ "xn--" + $0 }),
                (1...63).contains(ascii.utf8.count),
                ascii.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F })
            else { return nil }
            name += name.isEmpty ? ascii : "." + ascii
        }
        return name.utf8.count <= 253 ? name : nil
    }
}

/// Punycode (RFC 3492): other letters in names that are ASCII.
enum Punycode {
    /// A label without the prefix `xn--`; nil when it is too long for one anyway.
    static func encoded(_ label: some StringProtocol) -> String? {
        let scalars = label.unicodeScalars.map { Int($0.value) }
        guard scalars.count < 64 else { return nil }
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        var handled = output.count
        let basic = handled
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (next, delta, bias) = (0x80, 0, 72)
        while handled < scalars.count, let smallest = scalars.filter({ $0 >= next }).min() {
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                output += digits(of: delta, bias: bias)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func digits(of delta: Int, bias: Int) -> [UInt8] {
        var (rest, k) = (delta, 36)
        var result: [UInt8] = []
        while true {
            let threshold = min(max(k - bias, 1), 26)
            if rest < threshold { return result + [digit(rest)] }
            result.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            k += 36
        }
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var rest = isFirst ? delta / 700 : delta / 2
        rest += rest / count
        var k = 0
        while rest > 455 {
            rest /= 35
            k += 36
        }
        return k + 36 * rest / (rest + 38)
    }
}
