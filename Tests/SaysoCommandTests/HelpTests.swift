import Testing

@Suite("Help")
struct HelpTests {
    @Test(
        "Help says what it said",
        arguments: [
            ("sayso", ["--help"]), ("extract", ["extract", "--help"]), ("article", ["article", "--help"]),
            ("evaluate", ["evaluate", "--help"]),
            ("fetch", ["fetch", "--help"]),
            ("speakers", ["speakers", "--help"]),
            ("stats", ["stats", "--help"]),
            ("compare", ["compare", "--help"]),
        ]
    )
    func help(name: String, arguments: [String]) throws {
        // Without a terminal, help is 80 columns wide.
        let result = try Tool.run(Tool.path, arguments, environment: ["COLUMNS": "80"])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        expectGolden(result.text, "help-\(name).txt")
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
            ["evaluate", "--perturb", "shuffled", "x"], ["serve"],
            ["speakers", "merge", "p1"], ["speakers", "split", "p1"], ["speakers", "link", "p1"],
            ["speakers", "split", "p1", "--statements", "first"], ["speakers", "list", "--limit", "0"],
            ["stats", "--limit", "0"], ["compare", "Coastwire"],
        ]
    )
    func wrongUsage(arguments: [String]) throws {
        let result = try Tool.run(Tool.path, arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }
}
