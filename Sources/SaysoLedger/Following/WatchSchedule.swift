/// When a watched address is looked at next.
///
/// Feeds and front pages: the pause becomes shorter when there was news, and longer when there was none, between
/// the least and the longest. Articles: a quarter of the time since they last changed, so often at first and ever
/// less, and no more when nothing has changed for a while. After failures the pause doubles.
public struct WatchSchedule: Hashable, Sendable {
    /// The shortest pause, in seconds.
    public var least = 15 * 60
    /// The longest pause of feeds and pages, in seconds.
    public var most = 24 * 3600
    /// Articles that did not change for so many seconds are not looked at again.
    public var patience = 60 * 24 * 3600
    /// The longest pause between two looks at an article.
    private static let longest = 14 * 24 * 3600

    /// The usual one.
    public init() {}

    /// What became of a look.
    public enum Outcome: Hashable, Sendable {
        /// There was something new: entries of a feed, a new article, a new revision.
        case news
        /// All was as before.
        case same
        /// There was no answer, or one that is of no use.
        case failure
        /// It is not there any more, or may not be read.
        case gone
    }

    /// - Parameters:
    ///   - address: what was looked at.
    ///   - outcome: what became of it.
    ///   - now: seconds since 1970.
    ///   - jitter: from 0 to 1, so that not all is due at once.
    /// - Returns: the address with the time of its next look; without one when there shall be none.
    public func next(_ address: WatchedAddress, _ outcome: Outcome, now: Int, jitter: Double)
        -> WatchedAddress
    {
        var address = address
        address.lastChecked = now
        switch outcome {
        case .failure, .gone:
            address.failures += 1
            let pause = min(max(least, 60) << min(address.failures, 10), max(most, least))
            address.nextCheck = now + varied(pause, jitter)
            // An article that is gone thrice in a row stays away.
            if outcome == .gone, address.kind == .article, address.failures >= 3 { address.nextCheck = nil }
            return address
        case .news: address.lastChanged = now
        case .same: break
        }
        address.failures = 0
        if address.kind == .article {
            let age = max(0, now - address.lastChanged)
            address.pause = min(max(least, age / 4), Self.longest)
            address.nextCheck = age > patience ? nil : now + varied(address.pause, jitter)
        } else {
            let pause = outcome == .news ? address.pause / 2 : address.pause * 3 / 2
            address.pause = min(max(least, pause), most)
            address.nextCheck = now + varied(address.pause, jitter)
        }
        return address
    }

    /// Whether an address is to be looked at. A clock that was set back does not make it wait for the old time.
    public func isDue(_ address: WatchedAddress, now: Int) -> Bool {
        guard let next = address.nextCheck else { return false }
        if let last = address.lastChecked, last > now + 60 { return true }
        return next <= now
    }

    private func varied(_ pause: Int, _ jitter: Double) -> Int { pause + Int(Double(pause) * jitter / 10) }
}

/// An address that is looked at again and again. Times are seconds since 1970.
public struct WatchedAddress: Hashable, Sendable {
    /// What is there.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A feed, whose entries are followed.
        case feed
        /// A page that is watched because somebody said so.
        case page
        /// An article that a feed led to.
        case article
    }

    /// The address.
    public let address: String
    /// What is there.
    public let kind: Kind
    /// When it became known.
    public let firstSeen: Int
    /// When it was looked at last; nil for never.
    public var lastChecked: Int?
    /// When there was something new.
    public var lastChanged: Int
    /// When it is looked at next; nil for never.
    public var nextCheck: Int?
    /// The present pause, in seconds.
    public var pause: Int
    /// Looks in a row that failed.
    public var failures = 0
    /// What became of the last look, for people.
    public var outcome: String?
    /// The ETag header of the last answer.
    public var entityTag: String?
    /// Its Last-Modified header.
    public var lastModified: String?

    /// An address that was never looked at; it is due at once.
    public init(_ address: String, kind: Kind, pause: Int, now: Int) {
        self.address = address
        self.kind = kind
        self.pause = pause
        firstSeen = now
        lastChanged = now
        nextCheck = now
    }
}
