#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How many cases a fuzz test tries: `SAYSO_FUZZ_CASES`, or a few.
public func fuzzCases(_ few: Int) -> Int {
    getenv("SAYSO_FUZZ_CASES").flatMap { Int(String(cString: $0)) } ?? few
}
