import ArgumentParser
import SaysoArticles
import SaysoEvaluation
import SaysoStatements

/// `sayso evaluate`: statements against a folder of brat annotations.
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score the extractor against brat annotations.",
        discussion: """
            Gold is brat standoff in PolNeAR's layout: Source, Cue and Content spans tied by Attribution events,
            offsets in code points. who+what pairs contents one to one at an intersection over union of at
            least one half and asks for overlapping sources.

            EXAMPLES:
              sayso evaluate corpus/attributions
              sayso evaluate --perturb glued corpus/attributions
            """
    )

    @Argument(help: "The folder with the *.ann files.")
    var gold: String

    @Option(help: "The folder with the texts (default: text, beside the gold folder).")
    var text: String?

    @Option(help: "Change the texts first, and map what is found back: joined, glued or unmarked.")
    var perturb: Perturbation?

    @Option(help: "What to print: table or json.")
    var format: Format = .table

    @Option(help: "A network to use instead of the one built in (safetensors).")
    var model: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    func run() async throws {
        let extractor = try ModelFile.extractor(model)
        let corpus = try GoldCorpus(folder: gold, texts: text)
        let evaluation = Evaluation(of: corpus, perturbation: perturb) { extractor.statements(in: $0) }
        for failure in evaluation.failures { Console.err("sayso: \(failure.document): \(failure.reason)\n") }
        let report = EvaluationReport(evaluation)
        try Console.write(format == .json ? report.json() : report.table, to: 1)
        if !evaluation.failures.isEmpty { throw ExitStatus.failed }
    }
}

extension Perturbation: ExpressibleByArgument {}
