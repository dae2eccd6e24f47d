import Foundation
import Testing

@Suite("Sharing ledgers")
struct SharingTests {
    private static let article = """
        Ferry to Orlo is cancelled

        The harbour master, Mara Osk, said on Monday that the ferry would not sail. “The waves are too high,” she said.
        """

    /// A folder with a ledger of three articles, `a.sayso`.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["one", "two", "three"] {
            try folder.file("\(name).txt", article.replacing("Orlo", with: name.capitalized))
        }
        let result = try Tool.shell(
            "cd $1 && $SAYSO add --ledger a.sayso one.txt two.txt three.txt",
            folder.path
        )
        #expect(result.status == 0)
        return folder
    }

    @Test("What is exported is imported, and once more changes nothing")
    func roundTrip() throws {
        let folder = try Self.folder()
        let result = try Tool.shell(
            """
            cd $1 && $SAYSO export --ledger a.sayso --originals > a.jsonl \
            && $SAYSO export --ledger a.sayso --originals | $SAYSO import --ledger b.sayso - \
            && $SAYSO import --ledger b.sayso a.jsonl && $SAYSO export --ledger b.sayso --originals | cmp - a.jsonl
            """,
            folder.path
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.hasPrefix("b.sayso: 3 articles added, "))
        #expect(result.text.hasSuffix("b.sayso: 0 articles added, 3 there already, 0 new statements\n"))
    }

    @Test("A line that cannot be used is named, and the others are taken")
    func badLines() throws {
        let folder = try Self.folder()
        let result = try Tool.shell(
            """
            cd $1 && $SAYSO export --ledger a.sayso > a.jsonl \
            && { sed -n 1p a.jsonl; echo '{"version":1}'; echo 'no JSON'; echo; sed -n 2p a.jsonl | cut -c1-200; \
            sed -n 3p a.jsonl | sed 's/"content":\\[\\[[0-9]*/"content":[[99999/'; sed -n 2p a.jsonl; } > bad.jsonl
            $SAYSO import --ledger b.sayso bad.jsonl
            """,
            folder.path
        )
        #expect(result.status == 1)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.map { $0.prefix { $0 != " " } } == Array(repeating: "sayso:", count: 4))
        for (line, number) in zip(lines, [2, 3, 5, 6]) {
            #expect(line.contains("bad.jsonl:\(number): "), "\(line)")
        }
        #expect(result.text.hasPrefix("b.sayso: 2 articles added, "))
        #expect(result.text.hasSuffix("4 lines or files left out\n"))
    }

    @Test("Annotations are exported into a folder and imported from it")
    func brat() throws {
        let folder = try Self.folder()
        let result = try Tool.shell(
            """
            cd $1 && $SAYSO export --ledger a.sayso --format brat --output brat 2> /dev/null \
            && $SAYSO import --ledger b.sayso brat && $SAYSO import --ledger c.sayso brat/*.ann \
            && rm brat/*.txt && ! $SAYSO import --ledger d.sayso brat 2> /dev/null
            """,
            folder.path
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.hasPrefix("b.sayso: 3 articles added, "))
        #expect(result.text.contains("\nc.sayso: 3 articles added, "))
        #expect(result.text.contains("\nd.sayso: 0 articles added, "))
    }

    @Test("Ledgers are merged, but not with themselves")
    func merge() throws {
        let folder = try Self.folder()
        let result = try Tool.shell(
            """
            cd $1 && ln -s a.sayso same.sayso && $SAYSO add --ledger b.sayso one.txt > /dev/null \
            && $SAYSO merge --ledger b.sayso a.sayso && $SAYSO merge --ledger b.sayso a.sayso \
            && $SAYSO merge --ledger a.sayso same.sayso
            """,
            folder.path
        )
        #expect(result.status == 2)
        #expect(result.text.hasPrefix("a.sayso: 2 articles added, 1 there already, "))
        #expect(result.text.hasSuffix("a.sayso: 0 articles added, 3 there already, 0 new statements\n"))
        #expect(result.errors == "sayso: same.sayso: is the ledger itself; there is nothing to merge\n")
    }

    @Test(
        "What makes no sense is said, and nothing is written",
        arguments: [
            "export --ledger none.sayso", "export --ledger a.sayso --format brat",
            "export --ledger a.sayso --format brat --output . ",
            "export --ledger a.sayso --format ro-crate --output one.txt",
            "export --ledger a.sayso --originals --format csv", "export --ledger a.sayso --since soon",
            "export --ledger a.sayso --output a.sayso", "export --ledger a.sayso --output none/a.jsonl",
            "export --ledger a.sayso --format brat --output none/brat",
            "export --ledger a.sayso --speaker Nobody",
            "import --ledger a.sayso none.jsonl", "import --ledger a.sayso", "merge --ledger a.sayso",
            "merge --ledger a.sayso none.sayso", "merge --ledger a.sayso one.txt",
        ]
    )
    func nonsense(line: String) throws {
        let folder = try Self.folder()
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            !$0.contains("sayso-")
        }
        let result = try Tool.shell("cd $1 && $SAYSO \(line)", folder.path)
        #expect(result.status == 1 || result.status == 2)
        #expect(result.errors.hasPrefix("sayso: ") || result.errors.hasPrefix("Error: "), "\(result.errors)")
        #expect(result.output.isEmpty)
        let after = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            !$0.contains("sayso-")
        }
        #expect(Set(before) == Set(after))
    }
}
