/// What one response may take.
struct WireLimits: Sendable {
    /// From the request to the last byte.
    var timeout: Duration
    /// How long a response may come slower than `leastSpeed`.
    var speedWindow: Duration
    /// Bytes a second.
    var leastSpeed: Int
    /// Bytes of a body, as they come but without chunks.
    var largest: Int

    /// Bytes as they come, with a head, which is short beside its body, and the sizes of chunks.
    var longest: Int { largest + 64 * 1024 }
}

/// Why a response was given up on our side.
enum WireFault: Error {
    case timeout
    case tooSlow
    case tooLarge
    /// The connection leads to another IP address than the one that was checked.
    case wrongPeer
}
