import ArgumentParser
import SaysoArticles
import SaysoEvaluation
import SaysoStatements

/// `sayso evaluate`: statements against a folder of brat annotations.
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score the extractor against brat annotations.",
        discussion: """
            Gold is brat standoff in PolNeAR's layout: Source, Cue and Content spans tied by Attribution events, \
            offsets in code points. who+what pairs contents one to one at an intersection over union of at \
            least one half and asks for overlapping sources.

            EXAMPLES:
              sayso evaluate corpus/attributions
              sayso evaluate --perturb glued corpus/attributions
            """
    )

    @Argument(help: "The folder with the *.ann files.")
    var gold: String

    @Option(
        help: .init("The folder with the texts (default: text, beside the gold folder).", valueName: "folder")
    )
    var text: String?

    @Option(help: .init("Change the texts first, and map what is found back.", valueName: "change"))
    var perturb: Perturbation?

    @Option(help: .init("What to print.", valueName: "form"))
    var format: Format = .table

    @Option(help: .init("A network to use instead of the one built in (safetensors).", valueName: "file"))
    var model: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    func run() async throws {
        let extractor = try ModelFile.extractor(model)
        let corpus: GoldCorpus
        do {
            corpus = try GoldCorpus(folder: gold, texts: text)
        } catch let error as EvaluationError {
            throw UsageError(message: error.message)
        }
        let evaluation = Evaluation(of: corpus, perturbation: perturb) { extractor.statements(in: $0) }
        for failure in evaluation.failures { Console.complain("\(failure.document): \(failure.reason)") }
        let report = EvaluationReport(evaluation)
        let output = OutputFile()
        try output.write(format == .json ? report.json() : report.table)
        try output.flush()
        if !evaluation.failures.isEmpty { throw ExitStatus.failed }
    }
}

extension Perturbation: ExpressibleByArgument {}
