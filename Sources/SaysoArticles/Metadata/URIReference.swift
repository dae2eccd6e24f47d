/// An address or part of one, split as RFC 3986 says; any string is one.
package struct URIReference: Hashable, Sendable, CustomStringConvertible {
    /// `http`; nil for a relative reference.
    package var scheme: String?
    /// `user@example.org:8080`, what follows `//`; nil without the two slashes.
    package var authority: String?
    /// `/a/b`; empty when there is none.
    package var path: String
    /// What follows `?`.
    package var query: String?
    /// What follows `#`.
    package var fragment: String?

    /// Splits an address. (RFC 3986, appendix B)
    ///
    /// White space around it is left out, and so are line breaks and tabs inside, as browsers do; a space
    /// inside is `%20`.
    ///
    /// - Parameter text: an absolute address or a relative reference.
    package init(_ text: String) {
        var rest = Self.cleaned(text)[...]
        func cut(at mark: UInt8) -> Substring? {
            guard let index = rest.utf8.firstIndex(of: mark) else { return nil }
            defer { rest = rest[..<index] }
            return rest[rest.utf8.index(after: index)...]
        }
        fragment = cut(at: UInt8(ascii: "#")).map(String.init)
        query = cut(at: UInt8(ascii: "?")).map(String.init)
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            let start = rest.utf8.index(rest.startIndex, offsetBy: 2)
            let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(rest[start..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
        return text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    private static func cleaned(_ text: String) -> String {
        let bytes = text.utf8
        let isWhite: (UInt8) -> Bool = { $0 <= 0x20 }
        guard let start = bytes.firstIndex(where: { !isWhite($0) }),
            let last = bytes.lastIndex(where: { !isWhite($0) })
        else { return "" }
        let inner = bytes[start...last]
        guard inner.contains(where: isWhite) else { return String(text[start...last]) }
        var cleaned: [UInt8] = []
        for byte in inner {
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case 0x20: cleaned += "%20".utf8
            default: cleaned.append(byte)
            }
        }
        return String(decoding: cleaned, as: UTF8.self)
    }

    /// The address as one string. (RFC 3986, section 5.3)
    package var description: String {
        var text = scheme.map { $0 + ":" } ?? ""
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// Whether it says which server of the Web to ask.
    package var isWeb: Bool {
        (scheme == "http" || scheme == "https") && authority.map { !$0.isEmpty } == true
    }

    /// The address that this one means on a page. (RFC 3986, section 5.2)
    ///
    /// - Parameter base: the absolute address of the page.
    /// - Returns: an absolute address, if the base is one.
    package func resolved(against base: URIReference) -> URIReference {
        var target = self
        if scheme != nil {
            target.path = Self.withoutDots(path)
            return target
        }
        target.scheme = base.scheme
        if authority != nil {
            target.path = Self.withoutDots(path)
            return target
        }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            if query == nil { target.query = base.query }
        } else if path.utf8.first == UInt8(ascii: "/") {
            target.path = Self.withoutDots(path)
        } else {
            target.path = Self.withoutDots(base.merged(with: path))
        }
        return target
    }

    /// A relative path in place of the last segment of this one's. (RFC 3986, section 5.2.3)
    private func merged(with relative: String) -> String {
        if authority != nil, path.isEmpty { return "/" + relative }
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return relative }
        return path[...slash] + relative
    }

    /// A path with `.` and `..` carried out. (RFC 3986, section 5.2.4)
    private static func withoutDots(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        let isRooted = segments.count > 1 && segments[0].isEmpty
        var kept: [String] = []
        for segment in segments.dropFirst(isRooted ? 1 : 0) {
            switch segment {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        // A path that ends in dots is that of a folder.
        if let last = segments.last, last == "." || last == "..", kept.last != "" { kept.append("") }
        return (isRooted ? "/" : "") + kept.joined(separator: "/")
    }
}
