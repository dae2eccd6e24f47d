#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a run has done, kept in a file, so that the same command goes on where it was stopped, in whatever way.
///
/// The file grows by lines of JSON: the first says what the run is, each other one how far an input is done, and the last
/// of those that were written together how long the output was then. What comes after the last such line, here and in
/// the output, is cut off and done again, so everything is there once.
final class RunState {
    private struct Head: Codable, Equatable {
        var version = 1
        let tool: String
        let options: [String]
    }

    private struct Line: Codable {
        let input: String
        /// How many of its documents are done.
        var documents = 0
        /// How many of them failed.
        var failed = 0
        /// Whether there are no more.
        var complete = false
        /// Bytes of the output; nil where more lines belong to the same bytes.
        var output: Int?
    }

    private let path: String
    private let descriptor: Int32
    /// The file, which is no article.
    private(set) var identity: FileIdentity?
    private var lines: [String: Line] = [:]
    /// Inputs whose lines are not written yet, in order.
    private var changed: [String] = []
    private var begun: Set<String> = []
    private var current: String?
    private var written = ContinuousClock.now
    /// Whether something was given up: what comes after it would leave a gap.
    private var hasGap = false
    /// Bytes of the output that are done, which a run goes on after; nil at the beginning.
    private(set) var output: Int?

    /// Opens or begins a state.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - options: all that the output depends on, besides the inputs.
    ///   - others: the output and the inputs, none of which it may be.
    /// - Throws: `UsageError` when it is no state, one of other options, one of the others, or in use.
    init(_ path: String, options: [String], apartFrom others: [String]) throws {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        func refusal(_ reason: String) -> UsageError { UsageError(message: "\(path): \(reason)") }
        guard descriptor >= 0 else { throw refusal(String(cString: strerror(errno))) }
        identity = FileIdentity(path: path)
        guard !others.contains(where: { FileIdentity(path: $0) == identity }) else {
            throw refusal("is the output or an input, too; name another file for the state")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw refusal("another run is using this state")
        }
        let bytes: [UInt8]
        do throws(InputFile.Failure) {
            bytes = try InputFile(path).contents()
        } catch {
            throw refusal(error.reason)
        }
        let head = Head(tool: Version.text, options: options)
        guard !bytes.isEmpty else {
            try append([Self.encoded(head)])
            return
        }
        // The last line may have been cut off.
        var text = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        text.removeLast()
        guard let first = text.first, let known = try? JSONDecoder().decode(Head.self, from: Data(first))
        else {
            throw refusal("is no state of a run of sayso; name another file")
        }
        guard known == head else {
            throw refusal(
                "was begun by sayso \(known.tool) with \(known.options.joined(separator: " ")), and this is sayso "
                    + "\(head.tool) with \(options.joined(separator: " ")); name another file, or begin anew without it"
            )
        }
        var end = first.endIndex + 1
        var together: [Line] = []
        for text in text.dropFirst() {
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(text)) else {
                throw refusal("is damaged; name another file")
            }
            together.append(line)
            guard let length = line.output else { continue }
            for line in together { lines[line.input] = line }
            (together, output, end) = ([], length, text.endIndex + 1)
        }
        output = output ?? 0
        guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
            throw refusal(String(cString: strerror(errno)))
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Begins an input.
    ///
    /// - Parameter input: the file or the address.
    /// - Returns: how many of its documents are done; `Int.max` when all are, or it was begun before, since inputs that
    ///   are named twice are read once.
    func begin(_ input: String) -> Int {
        guard begun.insert(input).inserted else { return .max }
        guard let line = lines[input] else { return 0 }
        return line.complete ? .max : line.documents
    }

    /// How many documents of all runs failed.
    var failed: Int { lines.values.reduce(0) { $0 + $1.failed } }

    /// Whether the next document is this one. After one that was given up nothing is, since it comes again.
    func expects(_ part: InputPart) -> Bool {
        // Of the input before, the last may have been given up.
        if Interruption.isRequested, part.input != current { hasGap = true }
        if part.number != (lines[part.input]?.documents ?? 0) + 1 { hasGap = true }
        return !hasGap
    }

    /// Notes that an input could not be read to its end.
    func leaveOpen(_ part: InputPart) {
        if current != part.input { completeCurrent() }
        current = nil
    }

    /// Notes that a document is done, and was written.
    ///
    /// - Parameters:
    ///   - part: which one.
    ///   - hasFailed: whether something was wrong with it.
    ///   - file: the output.
    /// - Throws: `OutputError`.
    func deliver(_ part: InputPart, hasFailed: Bool, to file: OutputFile) throws {
        if current != part.input { completeCurrent() }
        current = part.input
        var line = lines[part.input] ?? Line(input: part.input)
        line.documents = part.number
        line.failed += hasFailed ? 1 : 0
        note(line)
        if ContinuousClock.now - written > .seconds(1) { try write(file) }
    }

    /// Writes what was not written yet.
    ///
    /// - Parameters:
    ///   - file: the output.
    ///   - isWhole: whether all inputs were read to their ends.
    /// - Throws: `OutputError`.
    func finish(_ file: OutputFile, isWhole: Bool) throws {
        if isWhole, !hasGap { completeCurrent() }
        try write(file)
    }

    /// Notes that the input that was worked on has no more documents.
    private func completeCurrent() {
        guard let current, var line = lines[current] else { return }
        line.complete = true
        note(line)
    }

    private func note(_ line: Line) {
        lines[line.input] = line
        if changed.last != line.input { changed.append(line.input) }
    }

    private func write(_ file: OutputFile) throws {
        let length = try file.sync()
        try append(
            changed.enumerated().map { index, input in
                var line = lines[input]!
                line.output = index == changed.count - 1 ? length : nil
                return try Self.encoded(line)
            }
        )
        changed = []
        written = .now
    }

    private static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    private func append(_ lines: [Data]) throws {
        guard !lines.isEmpty else { return }
        do {
            try Console.write(lines.flatMap { $0 + [0x0A] }, to: descriptor)
        } catch let error as OutputError {
            throw OutputError(message: "\(path): \(error.message)")
        }
        do {
            try OutputFile.synchronise(descriptor)
        } catch {
            throw OutputError(message: "\(path): \(error.message)")
        }
    }
}
