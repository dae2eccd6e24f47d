import SaysoArchives

/// When to try again what failed in a way that may pass.
package struct RetrySchedule: Sendable {
    /// Tries after the first one.
    package var retries = 3
    /// The wait before the first retry; each further one is twice as long.
    package var firstDelay = Duration.seconds(1)
    /// No wait of our own choice is longer.
    package var longestDelay = Duration.seconds(30)
    /// A server that asks for a longer wait is not asked again.
    package var longestRetryAfter = Duration.seconds(120)

    package init() {}

    enum Decision: Equatable {
        case wait(Duration)
        case giveUp
    }

    /// What to do after a failure.
    ///
    /// - Parameters:
    ///   - failures: tries so far, all of which failed.
    ///   - retryAfter: how long the server asks to wait.
    ///   - jitter: a random number from 0 to 1, so that not everybody comes back at once.
    /// - Returns: how long to wait before the next try, or that there should be none.
    func decision(after failures: Int, retryAfter: Duration?, jitter: Double) -> Decision {
        guard failures <= retries else { return .giveUp }
        let doubled = firstDelay * (1 << min(failures - 1, 20))
        let own = min(doubled, longestDelay) * (0.5 + jitter / 2)
        guard let retryAfter else { return .wait(own) }
        return retryAfter <= longestRetryAfter ? .wait(max(own, retryAfter)) : .giveUp
    }

    /// Whether a status says that the same request may succeed later.
    package static func mayPass(_ status: Int) -> Bool {
        status == 408 || status == 429 || (500...599).contains(status) && status != 501 && status != 505
    }

    /// The wait that a Retry-After header asks for, in seconds or as a date (RFC 9110 section 10.2.3).
    static func retryAfter(_ value: String?, now: UnixTime) -> Duration? {
        guard let value else { return nil }
        let digits = Array(value.utf8)[...].trimmed
        if !digits.isEmpty, digits.allSatisfy(\.isDigit) {
            // More digits than these are longer than anybody waits.
            return .seconds(
                digits.count > 9 ? 999_999_999 : Int(String(decoding: digits, as: UTF8.self)) ?? 0
            )
        }
        return UnixTime(httpDate: value).map { .seconds(max(0, $0.seconds - now.seconds)) }
    }
}
