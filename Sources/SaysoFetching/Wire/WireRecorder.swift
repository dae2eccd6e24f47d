import Synchronization

/// The bytes of one request and its response, as they pass; says when a limit is exceeded.
///
/// The event loop writes, the task that waits for the response begins and ends.
final class WireRecorder: Sendable {
    struct Recording {
        var request: [UInt8] = []
        var response: [UInt8] = []
        var fault: WireFault?
    }

    private struct State {
        var recording = Recording()
        var limits: WireLimits
        var watch: SpeedWatch
        let deadline: ContinuousClock.Instant
        /// Whether all of the response is there, so that no limit of time holds any more.
        var isOver = false

        init(_ limits: WireLimits) {
            self.limits = limits
            watch = SpeedWatch(window: limits.speedWindow, least: limits.leastSpeed)
            deadline = .now + limits.timeout
        }
    }

    /// Nil between a response and the next request, when nothing that comes is wanted.
    private let state = Mutex<State?>(nil)

    func begin(_ limits: WireLimits) { state.withLock { $0 = State(limits) } }

    /// All of the response came.
    func finish() { state.withLock { $0?.isOver = true } }

    /// - Returns: what was seen since `begin`.
    func end() -> Recording {
        state.withLock { state in
            defer { state = nil }
            return state?.recording ?? Recording()
        }
    }

    func sent(_ bytes: some Sequence<UInt8>) { state.withLock { $0?.recording.request += bytes } }

    /// - Returns: the limit that these bytes exceed.
    func received(_ bytes: some Collection<UInt8>) -> WireFault? {
        state.withLock { state in
            guard state != nil else { return nil }
            state?.watch.received(bytes.count, at: .now)
            let room = state.map { $0.limits.longest - $0.recording.response.count } ?? 0
            state?.recording.response += bytes.prefix(max(0, room))
            if bytes.count > room { state?.recording.fault = .tooLarge }
            return state?.recording.fault
        }
    }

    /// - Returns: the limit of time that is exceeded.
    func check() -> WireFault? {
        state.withLock { state in
            let now = ContinuousClock.now
            guard let deadline = state?.deadline, state?.isOver == false, state?.recording.fault == nil else {
                return nil
            }
            if now >= deadline {
                state?.recording.fault = .timeout
            } else if state?.watch.isTooSlow(at: now) == true {
                state?.recording.fault = .tooSlow
            }
            return state?.recording.fault
        }
    }
}
