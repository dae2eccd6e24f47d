#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Seconds that this thread has run on a core, which other programs' work doesn't lengthen.
func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Seconds that some work takes.
func seconds(_ work: () -> Void) -> Double {
    let start = threadSeconds()
    work()
    return threadSeconds() - start
}

/// The middle one of several values.
func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
}

/// A number with some decimals, without Foundation.
func text(_ value: Double, decimals: Int = 1) -> String {
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    let scaled = Int((value * unit).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let fraction = "\(scaled % Int(unit))"
    return "\(scaled / Int(unit))." + String(repeating: "0", count: decimals - fraction.count) + fraction
}

/// Text set flush right in a column.
func column(_ text: String, _ width: Int = 12) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
