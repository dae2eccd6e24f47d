import Foundation

/// How many inputs a fuzz test tries: what `SAYSO_FUZZ_CASES` says, else the usual number.
public func fuzzCases(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["SAYSO_FUZZ_CASES"].flatMap { Int($0) } ?? usual
}
