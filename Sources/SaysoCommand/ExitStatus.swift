#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How the tool ends.
enum ExitStatus: Int32, Error {
    case done = 0
    /// Some documents failed; all others were done.
    case failed = 1
    /// The command itself makes no sense: nothing was done.
    case usage = 2
    case interrupted = 130
    /// Whoever read our output stopped reading.
    case brokenPipe = 141

    /// Ends the tool.
    func end() -> Never { exit(rawValue) }
}

/// What is wrong with a command, noticed before any document was worked on.
struct UsageError: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}

/// The tool's version.
enum Version {
    static let text = "0.1.0"
}
