import ArgumentParser
import SaysoArticles

/// `sayso article`: articles without what stands around them.
struct ArticleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article",
        abstract: "Print clean articles, without their statements.",
        discussion: """
            Reads what extract reads: plain text, pages, feeds, web archives, any of them compressed with gzip, \
            folders, and addresses. Prints headline, standfirst, who printed it when, and the body, without \
            menus, advertisements and what else stands around it; in JSON with the place of every paragraph in \
            the text and in the original's bytes. Several articles in JSON are one object a line.

            EXAMPLES:
              sayso article page.html
              sayso article --format markdown https://coastwire.example/harbour
              sayso article --format json crawl.warc.gz > articles.jsonl
              sayso article --format json --language en --since 2025-03-01 folder/
            """
    )

    @OptionGroup var inputs: InputOptions

    @Option(help: .init("What to print.", valueName: "form"))
    var format: ArticleFormat = .text

    @Option(help: .init("What ranges in the text count.", valueName: "unit"))
    var offsets: OffsetUnit = .codePoints

    @Option(help: .init("The file to write (default: standard output).", valueName: "path"))
    var output: String?

    func run() async throws {
        let (inputs, output, format) = (inputs, output, format)
        let selection = Selection(
            unit: offsets,
            hasDigests: format == .json,
            filter: inputs.filter(languages: .all)
        )
        try await Interruption.cancelling {
            let sink = try Sink(output, format: format, selection: selection, inputs: inputs.paths)
            try await Batch(input: inputs, selection: selection).run(to: sink) { document, _ in
                ArticleRecord(document, selection)
            }
        }
    }
}
