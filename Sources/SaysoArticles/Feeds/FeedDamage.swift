extension Feed {
    /// Where a feed breaks off, or is broken in a way that may have cost entries.
    public struct Damage: Sendable, Hashable, CustomStringConvertible {
        /// What is wrong at the place; nil where the feed is cut off.
        public let reason: String?
        /// Where, in bytes.
        public let offset: Int

        /// One line with the place.
        public var description: String {
            guard let reason else { return "the feed is cut off after \(offset) bytes" }
            return "broken JSON at byte \(offset) of the feed: \(reason); entries may be missing"
        }
    }
}

extension Feed.Damage {
    /// What is wrong with a JSON Feed; nil for nothing.
    init?(of document: JSONDocument) {
        if let fault = document.fault {
            self.init(reason: fault.reason.rawValue, offset: fault.offset)
        } else if !document.unclosed.isEmpty {
            self.init(reason: nil, offset: document.bytes.count)
        } else {
            return nil
        }
    }
}
