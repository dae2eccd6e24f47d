#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The processor time that some work takes on this thread, the least of three runs: other work on the machine does
/// not count.
///
/// - Parameter work: what to measure; it must not move to another thread.
/// - Returns: seconds.
public func processorTime(_ work: () -> Void) -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<3).reduce(Double.infinity) { least, _ in
        let start = now()
        work()
        return min(least, now() - start)
    }
}
