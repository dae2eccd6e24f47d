/// A content coding of HTTP (RFC 9110, 8.4.1).
public enum ContentCoding: String, Sendable {
    /// RFC 1952; several members in a row are one.
    case gzip
    /// RFC 1950, or RFC 1951 without its wrapping, which servers send just as often.
    case deflate
    /// Brotli, RFC 7932.
    case brotli = "br"

    /// Reads a name as headers spell it, `x-gzip` among them.
    ///
    /// - Parameter name: the name, in any case.
    public init?(name: String) {
        switch name.lowercased() {
        case "gzip", "x-gzip": self = .gzip
        case "deflate", "x-deflate": self = .deflate
        case "br": self = .brotli
        default: return nil
        }
    }

    /// Whether bytes begin as gzip does, such as a saved `page.html.gz`.
    public static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.prefix(3).elementsEqual([0x1F, 0x8B, 8])
    }

    /// Undoes this coding. Bytes that are not in it are returned as they are; of damaged ones, what can be had.
    ///
    /// - Parameters:
    ///   - bytes: the coded bytes.
    ///   - limits: how many may come of it.
    /// - Returns: the bytes and what was wrong with the coded ones.
    public func decode(_ bytes: [UInt8], limits: DecodingLimits = DecodingLimits()) -> DecodedBody {
        guard !bytes.isEmpty else { return DecodedBody(bytes) }
        let outcome: Outcome
        switch self {
        case .gzip:
            outcome = Self.isGzip(bytes) ? Self.run(bytes, Inflater(.gzip), limits) : Outcome(end: .corrupt)
        case .deflate:
            // CM is 8 and the first two bytes are a multiple of 31 (RFC 1950, 2.2); a raw stream may look so too.
            let looksWrapped =
                bytes.count > 1 && bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 + Int(bytes[1])) % 31 == 0
            let wrapped = looksWrapped ? Self.run(bytes, Inflater(.zlib), limits) : Outcome(end: .corrupt)
            outcome =
                wrapped.end == .corrupt && wrapped.bytes.isEmpty
                ? Self.run(bytes, Inflater(.raw), limits) : wrapped
        case .brotli: outcome = Self.run(bytes, BrotliDecoder(), limits)
        }
        guard let end = outcome.end else { return DecodedBody(outcome.bytes) }
        // Something coded is hardly ever text; text that ended badly was never coded.
        let wasCoded = !outcome.bytes.isEmpty && (end.isLimit || !isText(bytes))
        return DecodedBody(
            wasCoded ? outcome.bytes : bytes,
            flaws: [
                Flaw(
                    code: end.code,
                    message: wasCoded ? end.message(rawValue) : "the body is not \(rawValue)"
                )
            ]
        )
    }

    /// Undoes several codings.
    ///
    /// - Parameters:
    ///   - bytes: the coded bytes.
    ///   - names: the codings in the order in which they were applied, as `Content-Encoding` lists them.
    ///   - limits: how many bytes may come of each.
    /// - Returns: the bytes and what was wrong.
    public static func decode(
        _ bytes: [UInt8],
        names: [String],
        limits: DecodingLimits = DecodingLimits()
    ) -> DecodedBody {
        var body = DecodedBody(bytes)
        // Servers name the character encoding here too, and nothing.
        let nothing = ["", "identity", "none", "utf-8", "utf8", "iso-8859-1", "chunked"]
        let names = names.map { $0.lowercased() }.filter { !nothing.contains($0) }
        guard names.count <= 8 else {
            body.flaws.append(Flaw(code: .badCoding, message: "the body has \(names.count) codings in a row"))
            return body
        }
        for name in names.reversed() {
            guard let coding = ContentCoding(name: name) else {
                let message = "the coding \(name.prefix(40)) is not known; the body is left as it is"
                body.flaws.append(Flaw(code: .unknownCoding, message: message))
                return body
            }
            let decoded = coding.decode(body.bytes, limits: limits)
            body.bytes = decoded.bytes
            body.flaws += decoded.flaws
            if !decoded.flaws.isEmpty { return body }
        }
        return body
    }

    private func isText(_ bytes: [UInt8]) -> Bool {
        var head = bytes.prefix(4096)
        // The cut may go through a character.
        if head.count < bytes.count { head = head.dropLast(head.reversed().prefix(4).count { $0 >= 0x80 }) }
        return !head.contains(0) && String(validating: head, as: UTF8.self) != nil
    }
}

extension ContentCoding {
    private enum End: Equatable {
        case truncated
        case corrupt
        case size(Int)
        case bomb(Int)

        var isLimit: Bool {
            switch self {
            case .truncated, .corrupt: false
            case .size, .bomb: true
            }
        }

        var code: ArchiveProblem.Code {
            switch self {
            case .truncated, .corrupt: .badCoding
            case .size: .tooLong
            case .bomb: .bomb
            }
        }

        func message(_ name: String) -> String {
            switch self {
            case .truncated: "the \(name) body is cut off; what there is was decoded"
            case .corrupt: "the \(name) body is damaged; it was decoded as far as it goes"
            case .size(let limit): "the \(name) body has more than \(limit) bytes; the rest was left out"
            case .bomb(let ratio): "the \(name) body grows more than \(ratio) times; the rest was left out"
            }
        }
    }

    private struct Outcome {
        var bytes: [UInt8] = []
        /// `nil` when all went well.
        var end: End?
    }

    /// Decompresses to the end of the stream; of gzip, to the end of the last member.
    private static func run(
        _ bytes: [UInt8],
        _ decompressor: some Decompressor,
        _ limits: DecodingLimits
    ) -> Outcome {
        var outcome = Outcome()
        var position = 0
        while true {
            let before = (position, outcome.bytes.count)
            let status = decompressor.decompress(bytes, from: &position, into: &outcome.bytes, atMost: .max)
            if let limit = limit(outcome.bytes.count, position, limits) {
                outcome.bytes.removeLast(max(0, outcome.bytes.count - max(0, limits.size)))
                outcome.end = limit
                return outcome
            }
            switch status {
            case .corrupt:
                outcome.end = .corrupt
                return outcome
            case .end:
                guard isGzip(bytes[position...]), decompressor.startMember() else { return outcome }
            case .progress:
                if before == (position, outcome.bytes.count) {
                    outcome.end = .truncated
                    return outcome
                }
            }
        }
    }

    private static func limit(_ written: Int, _ taken: Int, _ limits: DecodingLimits) -> End? {
        if limits.isBomb(taken: taken, written: written) { return .bomb(limits.ratio) }
        return written > limits.size ? .size(limits.size) : nil
    }
}

/// A body from which codings were removed.
public struct DecodedBody: Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// What was wrong; empty when all was as the header says.
    public var flaws: [Flaw]

    init(_ bytes: [UInt8], flaws: [Flaw] = []) {
        self.bytes = bytes
        self.flaws = flaws
    }
}

/// What was wrong with a body.
public struct Flaw: Hashable, Sendable {
    /// What is wrong, for programs.
    public let code: ArchiveProblem.Code
    /// What is wrong, for people.
    public let message: String
}
