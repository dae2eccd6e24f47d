import Testing

@Suite("Help")
struct HelpTests {
    @Test(
        "Help says what it said",
        arguments: [
            "", "extract", "article", "evaluate", "fetch", "add", "search", "timeline", "watch", "watch run",
            "watch status", "watch log", "export", "import", "merge", "speakers", "speakers list",
            "speakers show",
            "speakers doubts", "speakers merge", "speakers apart", "speakers split", "speakers rename",
            "speakers link",
            "speakers undo", "speakers log", "stats", "compare", "cluster", "clusters", "show", "source",
            "changes",
            "verify", "backup", "rescue", "serve", "mcp",
        ]
    )
    func help(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        // Without a terminal, help is 80 columns wide.
        let result = try Tool.run(Tool.path, words + ["--help"], environment: ["COLUMNS": "80"])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        expectGolden(result.text, "help-\((words.isEmpty ? ["sayso"] : words).joined(separator: "-")).txt")
    }

    @Test("A kind that there is not is answered with all that there are")
    func kinds() throws {
        let result = try Tool.run("extract", "--kind", "shouted", "x.txt")
        for kind in ["speech", "all", "said", "denied", "thought"] {
            #expect(result.errors.contains(kind))
        }
    }

    @Test("The version")
    func version() throws {
        let result = try Tool.run("--version")
        #expect(result.status == 0)
        #expect(result.text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }

    @Test(
        "Wrong usage is said on standard error, and nothing is done",
        arguments: [
            ["extract", "--fromat", "json", "x.txt"], ["extract", "--format", "xml", "x.txt"],
            ["extract", "--jobs", "0", "x.txt"], ["extract", "--jobs", "many", "x.txt"],
            ["extract", "--offsets", "bytes", "x.txt"], ["extract", "--format", "brat", "x.txt", "y.txt"],
            ["extract", "--format", "brat", "--offsets", "utf8", "x.txt"],
            ["extract", "--output", "/nowhere/at/all", "x.txt"], ["extract", "--model", "/nowhere", "x.txt"],
            ["extract", "--kind", "shouted", "x.txt"], ["extract", "--kind", "said,", "x.txt"],
            ["extract", "--speakers", "--format", "json", "x.txt"],
            ["extract", "--explain", "--format", "csv", "x.txt"],
            ["extract", "--explain", "--speakers", "x.txt"],
            ["extract", "--since", "yesterday", "x.txt"], ["extract", "--until", "2025-02-30", "x.txt"],
            ["extract", "--since", "2025-03-02", "--until", "2025-03-01", "x.txt"],
            ["extract", "--language", "English", "x.txt"],
            ["extract", "--language", "en", "--any-language", "x.txt"],
            ["extract", "--input", "pdf", "x.txt"],
            ["article", "--format", "csv", "x.txt"], ["article", "--jobs", "0", "x.txt"],
            ["fetch"], ["fetch", "--limit", "-1", "https://coast.example"],
            ["fetch", "--limit", "1", "--no-entries", "https://coast.example"],
            ["fetch", "--pause", "-1", "https://coast.example"],
            ["fetch", "--hosts", "0", "https://coast.example"],
            ["fetch", "--timeout", "nan", "https://coast.example"],
            ["fetch", "--max-size", "0", "https://coast.example"], ["fetch", "--from", "/nowhere"],
            ["fetch", "--earlier", "/nowhere", "https://coast.example"],
            ["fetch", "--contact", "nobody", "https://coast.example"],
            ["fetch", "--output", "/nowhere/at/all", "https://coast.example"],
            ["evaluate"], ["evaluate", "/nowhere"], ["evaluate", "--speakers", "/nowhere"],
            ["evaluate", "x", "--speakers", "y"], ["evaluate", "x", "--errors"],
            ["evaluate", "--speakers", "x", "--perturb", "glued"],
            ["evaluate", "--perturb", "shuffled", "x"], ["serve", "--port", "70000"],
            ["search", "--format", "xml", "dam"], ["search", "--limit", "0", "dam"], ["search", "dam ("],
            ["search", "--since", "2025-13", "dam"], ["search", "--form", "loud", "dam"],
            ["search", "--since", "2025-04", "--until", "2025-03", "dam"], ["search", "--ledger", "", "dam"],
            ["timeline"], ["timeline", "p1", "--by", "week"],
            ["timeline", "p1", "--by", "day", "--about", "dam"],
            ["export", "--until", "soon"],
            ["export", "--format", "ro-crate", "--output", "a.zip"], ["export", "--format", "brat"],
            ["clusters", "--since", "soon"], ["clusters", "--limit", "0"], ["cluster"],
            ["changes", "--kind", "shouted"], ["changes", "--since", "soon"], ["changes", "--limit", "0"],
            ["changes", "--since", "2025-04", "--until", "2025-03"], ["show"],
            ["show", "--format", "csv", "7f3a"],
            ["source"], ["backup"], ["rescue", "a"], ["merge"], ["import"], ["verify", "--jobs", "0"],
            ["watch", "log", "--last", "0"], ["watch", "/nowhere"], ["speakers", "undo", "last"],
            ["speakers", "list", "--kind", "robot"], ["speakers", "link", "p1", "Q1", "--remove"],
            ["speakers", "merge", "p1"], ["speakers", "split", "p1"], ["speakers", "link", "p1"],
            ["speakers", "list", "--limit", "0"],
            ["stats", "--limit", "0"], ["stats", "--since", "soon"], ["compare", "Coastwire"],
        ]
    )
    func wrongUsage(arguments: [String]) throws {
        let result = try Tool.run(Tool.path, arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }
}
