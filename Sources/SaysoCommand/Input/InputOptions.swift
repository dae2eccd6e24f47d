import ArgumentParser
import SaysoArticles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What to read, and which articles of it: the same for every command that reads articles.
struct InputOptions: ParsableArguments {
    @Argument(
        help: .init(
            "Files, folders, addresses (https://…), or - for standard input (default when something is piped in).",
            valueName: "inputs"
        )
    )
    var files: [String] = []

    @Option(
        help: .init(
            "What files hold. auto tells by their content; jsonl is one JSON object a line: id, text or html, and url, "
                + "published, outlet and headline where they are known.",
            valueName: "form"
        )
    )
    var input: InputForm = .auto

    @Option(
        help: .init(
            "Only articles of this day or later days (2025-04-26); those without a date are left out, and counted.",
            valueName: "day"
        )
    )
    var since: String?

    @Option(
        help: .init(
            "Only articles of this day or earlier days; those without a date are left out, and counted.",
            valueName: "day"
        )
    )
    var until: String?

    @Option(
        help: .init(
            "Only articles of this outlet, by its name or its host; give it several times for several.",
            valueName: "name"
        )
    )
    var outlet: [String] = []

    @Option(help: .init("Only articles in this language (en, en-GB, tr).", valueName: "code"))
    var language: String?

    @Flag(
        help: """
            Connect to private and other addresses that are not public, too. Addresses that come from strangers can \
            then reach machines of your own network.
            """
    )
    var allowPrivate = false

    @Option(help: .init("Cores to use (default: all).", valueName: "count"))
    var jobs: Int?

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs must be from 1 to 1024") }
        if files.isEmpty, Console.inputIsTerminal {
            throw ValidationError("name a file, or - for standard input")
        }
        for (name, day) in [("--since", since), ("--until", until)] {
            if let day, !Self.isDay(day) { throw ValidationError("\(name) wants a day like 2025-04-26") }
        }
        if let since, let until, since > until { throw ValidationError("--since is later than --until") }
        if let language, !Self.isLanguage(language) {
            throw ValidationError("--language wants a code like en or pt-BR")
        }
    }

    /// The inputs' names.
    var paths: [String] { files.isEmpty ? ["-"] : files }

    /// Whether there may be more than one article, as far as the names tell.
    var mayBeSeveral: Bool {
        files.count > 1 || input == .jsonl || input == .warc || input == .feed
            || files.contains { FileStatus($0)?.isFolder == true }
    }

    /// Cores to use.
    var cores: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Which articles are wanted.
    ///
    /// - Parameter languages: those that are read when the user names none.
    /// - Returns: the options as a filter.
    func filter(languages: ArticleFilter.Languages) -> ArticleFilter {
        ArticleFilter(
            languages: language.map { .only($0) } ?? languages,
            since: since,
            until: until,
            outlets: outlet.map { $0.lowercased() }
        )
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2] else { return false }
        let numbers = parts.compactMap { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
        return numbers.count == 3 && StatedTime(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    }

    private static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts[0].utf8.count)
            && parts.allSatisfy { part in
                (1...8).contains(part.utf8.count)
                    && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}

extension InputForm: ExpressibleByArgument {}
