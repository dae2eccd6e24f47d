/// What one response may take.
struct WireLimits: Sendable {
    /// From the request to the last byte.
    var timeout: Duration
    /// How long a response may come slower than `leastSpeed`.
    var speedWindow: Duration
    /// Bytes a second.
    var leastSpeed: Int
    /// Bytes as they come, with the head.
    var longest: Int
}

/// Why a response was given up on our side.
enum WireFault: Error {
    case timeout
    case tooSlow
    case tooLarge
    /// The connection leads to another IP address than the one that was checked.
    case wrongPeer
}
