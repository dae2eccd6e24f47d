import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard output and error, and what the terminal behind them can show.
enum Console {
    /// Writes all of a text to standard output.
    static func out(_ text: String) { try? write(text, to: STDOUT_FILENO) }

    /// Writes all of a text to standard error.
    static func err(_ text: String) { try? write(text, to: STDERR_FILENO) }

    /// Writes all of a text.
    ///
    /// - Throws: `ExitStatus.brokenPipe` when nobody reads any more; `WriteError` when the disk is full and
    ///   the like.
    static func write(_ text: String, to descriptor: Int32) throws {
        var text = text
        try text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                #if canImport(Glibc)
                    let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
                #else
                    let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
                #endif
                if written >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
                } else if errno == EPIPE {
                    throw ExitStatus.brokenPipe
                } else if errno != EINTR && errno != EAGAIN {
                    throw WriteError(reason: String(cString: strerror(errno)))
                }
            }
        }
    }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Columns of the terminal; 100 where there is none.
    static var width: Int {
        var size = winsize()
        let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return known ? max(40, Int(size.ws_col)) : 100
    }

    /// Colours are for people at a terminal who did not say no (https://no-color.org).
    static var usesColour: Bool {
        outputIsTerminal && getenv("NO_COLOR") == nil && getenv("TERM").map { String(cString: $0) } != "dumb"
    }
}

/// Why output could not be written.
struct WriteError: Error, CustomStringConvertible {
    let reason: String
    var description: String { "cannot write the output: \(reason)" }
}

/// Ctrl-C: the documents in hand are finished and written, then the tool ends; a second Ctrl-C ends it at once.
enum Interruption {
    private static let flag = Atomic(false)

    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    static func watch() {
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.flag.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }
}
