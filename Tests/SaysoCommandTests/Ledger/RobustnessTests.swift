import Foundation
import SaysoLedger
import Testing

@testable import SaysoCommand

@Suite("Ledgers in hard times")
struct RobustnessTests {
    @Test("Commands that are killed at any moment lose nothing and go on", .timeLimit(.minutes(10)))
    func killed() throws {
        let script = Checkout.root.appendingPathComponent("Scripts/kill-test").path
        let result = try Tool.run("/usr/bin/env", ["python3", script, "--tool", Tool.path, "--times", "8"])
        #expect(result.status == 0, "\(result.text)\(result.errors)")
    }

    /// Articles as JSONL.
    private static func articles(_ numbers: Range<Int>) -> String {
        numbers.map { number in
            #"{"id": "dam-\#(number)", "text": "Dam \#(number) at Orrin\n\nMara Osk said that dam \#(number) is safe."}"#
        }.joined(separator: "\n") + "\n"
    }

    private static func add(_ articles: String, to ledger: String) throws -> Tool.Result {
        let model = Checkout.tinyModel.path
        return try Tool.run("add", "--model", model, "--input", "jsonl", "--ledger", ledger, articles)
    }

    @Test(
        "Two programs at once add to one ledger, also where there was none, and the same articles",
        arguments: [true, false]
    )
    func atOnce(isSame: Bool) async throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let one = try folder.file("one.jsonl", Self.articles(0..<60))
        let two = isSame ? one : try folder.file("two.jsonl", Self.articles(60..<120))
        let result = try Tool.shell(
            """
            "$SAYSO" add --model "$4" --input jsonl --ledger "$1" "$2" & first=$!
            "$SAYSO" add --model "$4" --input jsonl --ledger "$1" "$3" && wait $first
            """,
            ledger,
            one,
            two,
            Checkout.tinyModel.path
        )
        #expect(result.status == 0, "\(result.errors)")
        let opened = try Ledger(ledger)
        #expect(try opened.revisions().count == (isSame ? 60 : 120))
        #expect(try await opened.verify().isClean)
    }

    @Test("Where a file may not grow, nothing that was there is lost, and the reason is said")
    func fullDisk() async throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let few = try folder.file("few.jsonl", Self.articles(0..<10))
        let many = try folder.file("many.jsonl", Self.articles(10..<400))
        let first = try Self.add(few, to: ledger)
        #expect(first.status == 0, "\(first.errors)")
        let size = try #require(
            try FileManager.default.attributesOfItem(atPath: ledger)[.size] as? Int
        )
        let result = try Tool.shell(
            """
            trap '' XFSZ; ulimit -f "$4"
            "$SAYSO" add --model "$3" --input jsonl --ledger "$1" "$2"
            """,
            ledger,
            many,
            Checkout.tinyModel.path,
            "\(size / 512 / 4)"
        )
        #expect(result.status == 1 && result.errors.contains(ledger), "\(result.status) \(result.errors)")
        let opened = try Ledger(ledger)
        #expect(try opened.revisions().count == 10)
        #expect(try await opened.verify().isClean)
        try opened.close()
        let again = try Self.add(many, to: ledger)
        #expect(again.status == 0, "\(again.errors)")
        #expect(try Ledger(ledger).revisions().count == 400)
    }

    /// Runs the tool as somebody who may write nothing of root's.
    private static let asNobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    private static let hasNobody =
        geteuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

    @Test(
        "A ledger that cannot be written is read, and says that it cannot be written",
        .enabled(if: hasNobody)
    )
    func readOnly() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let article = try folder.file("articles.jsonl", Self.articles(0..<3))
        let more = try folder.file("more.jsonl", Self.articles(3..<6))
        let made = try Self.add(article, to: ledger)
        #expect(made.status == 0, "\(made.errors)")
        let before = try Data(contentsOf: URL(fileURLWithPath: ledger))
        let line = #"chmod a+rx "$1"; chmod 444 "$2"; chmod a-w "$1"; \#(Self.asNobody) "$SAYSO" "#
        for command in [
            #"export --format csv --ledger "$2""#, #"verify --ledger "$2""#, #"search --ledger "$2" dam"#,
            #"stats --ledger "$2""#,
        ] {
            let result = try Tool.shell(line + command, folder.path, ledger)
            #expect(result.status == 0, "\(command): \(result.errors)")
        }
        let result = try Tool.shell(
            line + #"add --model "$4" --input jsonl --ledger "$2" "$3""#,
            folder.path,
            ledger,
            more,
            Checkout.tinyModel.path
        )
        #expect(
            result.status == 1 && result.errors.contains("\(ledger): the ledger may not be written"),
            "\(result.errors)"
        )
        #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before)
        _ = try Tool.shell(#"chmod u+w "$1""#, folder.path)
    }

    @Test(
        "A ledger that was cut off or is damaged is said to be, with what to do",
        arguments: ["verify", "export", "search"]
    )
    func damaged(command: String) throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let article = try folder.file("articles.jsonl", Self.articles(0..<30))
        _ = try Self.add(article, to: ledger)
        let whole = try Data(contentsOf: URL(fileURLWithPath: ledger))
        for share in [2, 5, 9] {
            try whole.prefix(whole.count * share / 10).write(to: URL(fileURLWithPath: ledger))
            let result = try Tool.run(
                "/usr/bin/env",
                [Tool.path, command, "--ledger", ledger] + (command == "search" ? ["dam"] : [])
            )
            #expect(result.status == 1, "\(share): \(result.text.prefix(200)) \(result.errors)")
            #expect(result.errors.contains("damaged"), "\(share): \(result.errors)")
        }
        try Data(repeating: 0x58, count: 8192).write(to: URL(fileURLWithPath: ledger))
        let result = try Tool.run(
            "/usr/bin/env",
            [Tool.path, command, "--ledger", ledger] + (command == "search" ? ["dam"] : [])
        )
        #expect(result.status == 1 && result.errors.contains("not a ledger"), "\(result.errors)")
    }

    @Test("A text with U+0000 is added, shown, exported and found again")
    func nul() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let article = try folder.file(
            "nul.jsonl",
            #"{"id": "a\u0000b", "text": "Dam\u0000 at Orrin\n\n\"The dam\u0000 is safe,\" said Mara\u0000 Osk, the minister."}"#
        )
        for _ in 0..<2 {
            let result = try Tool.run(
                "add",
                "--format",
                "jsonl",
                "--input",
                "jsonl",
                "--ledger",
                ledger,
                article
            )
            #expect(result.status == 0, "\(result.errors)")
        }
        let id = try #require(try Ledger(ledger).revisions().first)
        #expect(try Ledger(ledger).revisions().count == 1)
        for arguments in [
            ["show", "\(id)"], ["verify"], ["export"], ["export", "--format", "csv"],
            ["export", "--format", "tei"],
            ["search", "safe"], ["source", "\(id)"],
        ] {
            let result = try Tool.run("/usr/bin/env", [Tool.path] + arguments + ["--ledger", ledger])
            #expect(result.status == 0 && result.errors.isEmpty, "\(arguments): \(result.errors)")
        }
    }

    @Test("A ledger is not merged with itself, by whatever name")
    func itself() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let article = try folder.file("articles.jsonl", Self.articles(0..<3))
        _ = try Self.add(article, to: ledger)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: ledger)
        for other in [ledger, folder.path + "/link"] {
            let result = try Tool.run("merge", "--ledger", ledger, other)
            #expect(result.status == 2 && result.errors.contains("is the ledger itself"), "\(result.errors)")
        }
    }
}
