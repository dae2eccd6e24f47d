import Foundation
import Testing

@Suite("How the ledger's commands are called")
struct LedgerUsageTests {
    @Test(
        "A ledger that is not there is said with what to do, and none is made",
        arguments: [
            "search dam", "timeline osk", "stats", "compare a b", "clusters", "cluster 1", "changes",
            "show 7f3a",
            "source 7f3a", "verify", "backup copy.sayso", "export", "watch status", "watch log",
            "speakers list", "speakers show p1", "speakers doubts", "speakers merge p1 p2",
            "speakers split p1 --roles x", "speakers rename p1 x", "speakers link p1 Q1", "speakers undo",
            "speakers log",
        ]
    )
    func missing(command: String) throws {
        let folder = try TemporaryFolder()
        for place in ["--ledger none.sayso", ""] {
            let result = try Tool.shell(
                "cd $1 && SAYSO_LEDGER=none.sayso $SAYSO \(command) \(place)",
                folder.path
            )
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(
                result.errors == """
                    sayso: none.sayso: there is no such ledger; sayso add makes one, and --ledger or SAYSO_LEDGER names another

                    """
            )
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("The option goes before the environment")
    func places() throws {
        let path = try PressLedger.shared.get().path
        let result = try Tool.run("stats", "--ledger", path, environment: ["SAYSO_LEDGER": "/nowhere"])
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test(
        "Whoever stops reading stops the tool",
        arguments: [
            "search dam", "timeline p1", "speakers list", "speakers show p1", "stats", "clusters",
            "cluster 1",
            "changes", "show $name", "source $name", "export", "export --format tei --output -",
            "compare Coastwire Fenpost",
        ]
    )
    func closedPipe(command: String) throws {
        let name = try PressLedger.statement("look at every stone", outlet: "Coastwire")
        let result = try Tool.shell(
            "export SAYSO_LEDGER=$1 name=$2; { sleep 0.2; $SAYSO \(command); echo $? >&2; } | true",
            try PressLedger.shared.get().path,
            name
        )
        #expect(result.errors == "141\n")
    }

    @Test("A full disk is said")
    func fullDisk() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        for command in ["search dam", "stats", "show --source $name", "export", "changes"] {
            let result = try Tool.shell(
                "export SAYSO_LEDGER=$1 name=$2; $SAYSO \(command) > /dev/full",
                try PressLedger.shared.get().path,
                try PressLedger.statement("look at every stone", outlet: "Coastwire")
            )
            #expect(result.status == 1, "\(command)")
            #expect(result.errors.contains("No space left"), "\(command): \(result.errors)")
        }
    }

    @Test("An export goes into a file, or with - to standard output")
    func export() throws {
        let folder = try TemporaryFolder()
        for format in ["jsonl", "csv", "json-ld", "web-annotation", "tei"] {
            let result = try Tool.shell(
                """
                cd $1 && export SAYSO_LEDGER=$2 && $SAYSO export --format \(format) > a \
                && $SAYSO export --format \(format) --output - > b && $SAYSO export --format \(format) --output c \
                && cmp a b && cmp a c && ! test -e ./-
                """,
                folder.path,
                try PressLedger.shared.get().path
            )
            #expect(result.status == 0, "\(format): \(result.errors)")
            #expect(result.errors == "c: 4 revisions, \(try statements()) statements\n")
        }
        let rows = try PressLedger.run("export", "--format", "csv", "--output", "-", "--outlet", "fenpost")
            .text
        #expect(rows.split(separator: "\n").dropFirst().allSatisfy { $0.contains(",Fenpost,") })
        #expect(try PressLedger.run("export", "--format", "brat", "--output", "-").status == 2)
    }

    private func statements() throws -> Int {
        let all = try PressLedger.run("stats", "--format", "jsonl").records.first
        return try #require(all?["statements"] as? Int)
    }

    @Test("Standard input is imported when it is named")
    func standardInput() throws {
        let folder = try TemporaryFolder()
        let lines = try PressLedger.run("export").text
        let result = try Tool.run("import", "--ledger", folder.path + "/a.sayso", "-", input: lines)
        #expect(result.text.contains(": 4 articles added, "))
        let added = try Tool.run("add", "--ledger", folder.path + "/b.sayso", "-", input: "Orrin said no.")
        #expect(added.text.contains(": 1 article added, "))
    }
}
