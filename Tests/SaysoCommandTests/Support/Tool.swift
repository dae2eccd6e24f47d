import Foundation

/// The built tool, run as users run it.
struct Tool {
    /// How a run ended, and what it wrote.
    struct Result {
        /// The exit status; that of a signal is 128 and its number.
        let status: Int32
        /// Standard output.
        let output: Data
        /// Standard error.
        let errors: String

        /// Standard output as text.
        var text: String { String(decoding: output, as: UTF8.self) }

        /// Standard output as lines, each of which is a JSON object.
        var records: [[String: Any]] {
            get throws {
                try text.split(separator: "\n").compactMap {
                    try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
                }
            }
        }
    }

    /// The executable: it lies beside the tests.
    static let path: String = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
        #if canImport(Darwin)
            let arguments = CommandLine.arguments
            if let index = arguments.firstIndex(of: "--test-bundle-path"), index + 1 < arguments.count {
                folder = URL(fileURLWithPath: arguments[index + 1])
            }
        #endif
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let tool = folder.appendingPathComponent("sayso").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: tool, isDirectory: &isFolder), !isFolder.boolValue {
                return tool
            }
        }
        fatalError("there is no sayso beside \(CommandLine.arguments[0])")
    }()

    /// Runs the tool to its end.
    ///
    /// - Parameters:
    ///   - arguments: what stands after `sayso`.
    ///   - input: standard input; nothing by default.
    ///   - environment: variables to set.
    /// - Returns: its end and output.
    /// - Throws: an error when it cannot be started.
    static func run(
        _ arguments: String...,
        input: String = "",
        environment: [String: String] = [:]
    ) throws -> Result {
        try run(path, arguments, input: input, environment: environment)
    }

    /// Runs a line of shell in which `$SAYSO` is the tool.
    ///
    /// - Parameters:
    ///   - line: what to run.
    ///   - arguments: what the line knows as `$1` and so on.
    /// - Returns: its end and output.
    /// - Throws: an error when the shell cannot be started.
    static func shell(_ line: String, _ arguments: String...) throws -> Result {
        try run("/bin/sh", ["-c", line, "sh"] + arguments, input: "", environment: ["SAYSO": path])
    }

    /// Runs any program to its end.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: its arguments.
    ///   - input: standard input.
    ///   - environment: variables to set.
    /// - Returns: its end and output.
    /// - Throws: an error when it cannot be started.
    static func run(
        _ program: String,
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:]
    ) throws -> Result {
        let files = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files.file("in", input)))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files.file("out", "")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files.file("err", "")))
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0),
            output: try Data(contentsOf: URL(fileURLWithPath: files.path + "/out")),
            errors: String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: files.path + "/err")),
                as: UTF8.self
            )
        )
    }
}
