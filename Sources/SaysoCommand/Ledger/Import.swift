import ArgumentParser
import SaysoArticles
import SaysoLedger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `sayso import`: what others exported or annotated, into a ledger.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take exports and annotations into a ledger.",
        discussion: """
            Reads what export --format jsonl prints, whatever its offsets count, and folders or files of brat \
            standoff (NAME.ann with NAME.txt beside it). Which one a file is, is told by its content. What the ledger \
            has already is left as it is. A line that cannot be used, because it is broken or says what cannot be, is \
            named with its file and number; all others are still done.

            Annotations say who said what where; how it was said, when, and whom a pronoun means is found as for every \
            article, unless a note on the source names the speaker.

            EXAMPLES:
              sayso import --ledger news.sayso desk.jsonl
              sayso export --ledger a.sayso | sayso import --ledger b.sayso -
              sayso import --format brat annotated/
            """
    )

    /// The forms that are read.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case jsonLines = "jsonl"
        case brat
    }

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("Files, folders of brat standoff, or - for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: .init("What the files are (default: told by their content).", valueName: "form"))
    var format: Form?

    func run() async throws {
        let command = self
        try await Interruption.cancelling { try command.importAll() }
    }

    /// The most bytes of a line: an article of the longest kind and the page that it was read from.
    private static let longestLine = 1 << 30

    private func importAll() throws {
        for file in files where file != "-" && FileStatus(file) == nil {
            throw UsageError(message: "\(file): there is no such file")
        }
        let ledger = try ledger.open(.create)
        var queue = ImportQueue(ledger, paths: files)
        for file in files where !Interruption.isRequested {
            if FileStatus(file)?.isFolder == true {
                var walker = FolderWalker(file)
                while let item = walker.next(), !Interruption.isRequested {
                    switch item {
                    case .file(let path, _) where path.hasSuffix(".ann"): try importStandoff(path, &queue)
                    case .file: continue
                    case .failure(let path, let reason): queue.fail("\(path): \(reason)")
                    }
                }
            } else if try format == .brat || format == nil && isStandoff(file) {
                try importStandoff(file, &queue)
            } else {
                try importLines(file, &queue)
            }
        }
        try queue.finish()
        if Interruption.isRequested {
            Console.complain(Interruption.goesOn)
            throw ExitStatus.interrupted
        }
        if queue.failed > 0 { throw ExitStatus.failed }
    }

    /// Whether a file begins as standoff does: `T1`, `#1`, and a tab.
    private func isStandoff(_ path: String) throws -> Bool {
        if path == "-" { return false }
        guard !path.hasSuffix(".ann"), let start = try? InputFile(path).start(16) else { return true }
        let name = start.prefix { $0 != 0x09 }
        return name.count < start.count && "T#EAR".utf8.contains(name.first ?? 0)
            && name.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    private func importLines(_ path: String, _ queue: inout ImportQueue) throws {
        let name = path == "-" ? "standard input" : path
        let file: InputFile
        do throws(InputFile.Failure) { file = try InputFile(path) } catch {
            return queue.fail("\(name): \(error.reason)")
        }
        var lines = LineReader(file, longest: Self.longestLine)
        while !Interruption.isRequested {
            do {
                guard let line = try lines.next() else { break }
                if line.isBlank { continue }
                try queue.append(ArchivedRevision(line: line.bytes), size: line.bytes.count)
            } catch let error as InputFile.Failure {
                queue.fail("\(name):\(lines.number): \(error.reason)")
            } catch let problem as ArchivedRevision.Problem {
                if problem.isLeftOut { continue }
                queue.fail("\(name):\(lines.number): \(problem)")
            }
        }
    }

    private func importStandoff(_ path: String, _ queue: inout ImportQueue) throws {
        let stem = path.hasSuffix(".ann") || path.hasSuffix(".txt") ? String(path.dropLast(4)) : path
        let limit = InputFile.largestDocument
        do {
            let standoff = try InputFile(path.hasSuffix(".txt") ? stem + ".ann" : path).contents(limit: limit)
            let text = try InputFile(stem + ".txt").contents(limit: limit)
            let (revision, problems) = try Revision.read(
                text: text,
                standoff: String(decoding: standoff, as: UTF8.self),
                path: URL(fileURLWithPath: stem + ".txt").standardizedFileURL.path
            )
            for problem in problems { queue.fail("\(path):\(problem.line): \(problem.reason)") }
            if let problem = revision.problems.first { return queue.fail("\(path): \(problem)") }
            try queue.append(ArchivedRevision(revision), size: text.count)
        } catch let error as InputFile.Failure {
            queue.fail("\(path): the standoff or its text: \(error.reason)")
        } catch let error as ArticleError {
            queue.fail("\(stem).txt: \(error)")
        }
    }
}
