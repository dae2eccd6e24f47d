import Foundation
import Testing

@Suite("Interruption", .timeLimit(.minutes(10)))
struct InterruptionTests {
    @Test("Ctrl-C finishes what is in hand, closes the array and ends with 130")
    func batch() throws {
        let folder = try TemporaryFolder()
        let run = try Running(["extract", "--input", "jsonl", "--format", "json"], in: folder)
        let line = Data(#"{"text": "Nils Orrin said no."}"#.utf8) + Data("\n".utf8)
        try run.input.fileHandleForWriting.write(contentsOf: line + line)
        // The pipe stays open, and yet what was sent is answered.
        while run.output.components(separatedBy: "\"errors\"").count < 3 { usleep(10_000) }
        run.process.interrupt()
        run.process.waitUntilExit()
        #expect(run.process.terminationStatus == 130)
        let records = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        #expect(records?.count == 2)
        #expect(run.errors.isEmpty)
    }

    @Test("One long document is given up soon")
    func longDocument() throws {
        let folder = try TemporaryFolder()
        var text = ""
        for number in 0..<60_000 { text += "Orrin said on day \(number) that lock \(number) is open.\n" }
        let path = try folder.file("long.txt", text)
        let run = try Running(["extract", "--format", "json", path, path], in: folder)
        sleep(1)
        let start = ContinuousClock.now
        run.process.interrupt()
        run.process.waitUntilExit()
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(run.process.terminationStatus == 130)
        let records = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        #expect(records?.isEmpty == true)
    }

    @Test("What was read until then is in the ledger, and that is said", arguments: ["add", "import"])
    func ledger(command: String) throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let form = command == "add" ? ["--input", "jsonl"] : []
        let run = try Running([command, "--ledger", ledger, "-"] + form, in: folder)
        let line =
            command == "add"
            ? #"{"text": "Nils Orrin said no."}"# + "\n"
            : try PressLedger.run("export", "--outlet", "Coastwire").text
        try run.input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
        sleep(2)
        run.process.interrupt()
        run.process.waitUntilExit()
        #expect(run.process.terminationStatus == 130)
        #expect(run.output.hasPrefix("\(ledger): 1 article added, "))
        #expect(run.errors == "sayso: stopped; what was written stays, and the same command goes on\n")
        #expect(try Tool.run("verify", "--ledger", ledger).text.contains(" of 1 revision found again"))
    }

    /// The tool at work.
    @Test("A pipe that nobody writes to is given up by the first signal", arguments: [SIGINT, SIGTERM])
    func silentPipe(signal: Int32) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        let run = try Running(["extract", "--format", "json", path], in: folder)
        sleep(1)
        kill(run.process.processIdentifier, signal)
        run.process.waitUntilExit()
        #expect(run.process.terminationStatus == 130)
    }

    @Test("A pipe is waited for until somebody writes to it, slowly or at once")
    func latePipe() throws {
        let folder = try TemporaryFolder()
        let page = try folder.file("page.html", Samples.page())
        let line = """
            mkfifo "$1/pipe" && { "$SAYSO" article "$1/pipe" & }
            sleep 0.5; { head -c 100 "$2"; sleep 0.5; tail -c +101 "$2"; } > "$1/pipe"; wait $!
            """
        let result = try Tool.shell(line, folder.path, page)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.text.contains("Velm ferry to sail again"))
    }

    private final class Running {
        let process = Process()
        let input = Pipe()
        private let folder: TemporaryFolder

        init(_ arguments: [String], in folder: TemporaryFolder) throws {
            self.folder = folder
            process.executableURL = URL(fileURLWithPath: Tool.path)
            process.arguments = arguments
            process.standardInput = input
            process.standardOutput = try FileHandle(
                forWritingTo: URL(fileURLWithPath: folder.file("out", ""))
            )
            process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("err", "")))
            try process.run()
        }

        var output: String { contents("out") }
        var errors: String { contents("err") }

        private func contents(_ name: String) -> String {
            (try? String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)) ?? ""
        }
    }
}
