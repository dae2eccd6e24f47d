#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard output and error, and what the terminal behind them can show.
enum Console {
    /// Writes all of a text to standard output.
    static func out(_ text: String) { try? write(Array(text.utf8), to: STDOUT_FILENO) }

    /// Writes all of a text to standard error.
    static func err(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO) }

    /// Writes a message on a line of its own to standard error, without what could steer a terminal.
    static func complain(_ message: String) { err("sayso: \(Display.line(message))\n") }

    /// Writes all of some bytes.
    ///
    /// - Throws: `ExitStatus.brokenPipe` when nobody reads any more; `OutputError` when the disk is full and
    ///   the like.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty {
                #if canImport(Glibc)
                    let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
                #else
                    let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
                #endif
                if written >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
                } else if errno == EAGAIN {
                    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&request, 1, -1)
                } else if errno == EPIPE {
                    throw ExitStatus.brokenPipe
                } else if errno != EINTR {
                    throw OutputError(message: String(cString: strerror(errno)))
                }
            }
        }
    }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Columns to write in: what COLUMNS says, else the terminal's, else 100.
    static var width: Int {
        if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 0 {
            return max(40, columns)
        }
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
struct OutputError: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}
