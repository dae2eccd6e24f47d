import ArgumentParser
import SaysoArticles
import SaysoEvaluation
import SaysoStatements

/// `sayso evaluate`: statements against a folder of brat annotations, their speakers against a file, or the
/// bodies of pages or their days of publication against the true ones.
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score statements against brat annotations, their speakers, or what is read from pages.",
        discussion: """
            Gold is brat standoff in PolNeAR's layout: Source, Cue and Content spans tied by Attribution events, \
            offsets in code points. who+what pairs contents one to one at an intersection over union of at \
            least one half and asks for overlapping sources.

            Gold for --speakers is one JSON object a line, a source and whom it refers to: \
            {"doc": "harbour-treaty", "source": [[1115, 1118]], "speaker": "Petra Lund", "kind": "person", \
            "form": "pronoun", "role": "leads the boat owners' association"}; several speakers are parted by "; ". \
            A source counts as found when a statement's source overlaps it. exact and lenient say how many were \
            told by the very name, and how many at least by a part of it.

            Gold for --pages is ground-truth.json in the folder, {"ID": {"articleBody": text}}, with html/ID.html \
            or html/ID.html.gz, and peers/*.json in the same form for other extractors' bodies. Words are compared \
            in runs of four.

            Gold for --dates is ground-truth.json in the folder, {"https://velsund.example/ferry": {"file": \
            "1.html", "date": "2024-03-02"}}, with html/1.html or html/1.html.gz.

            EXAMPLES:
              sayso evaluate corpus/attributions
              sayso evaluate --perturb glued corpus/attributions
              sayso evaluate --speakers corpus/speakers.jsonl
              sayso evaluate --speakers mine.jsonl --text articles --errors
              sayso evaluate --pages corpus/pages
              sayso evaluate --dates corpus/dates --errors
            """
    )

    @Argument(help: "The folder with the *.ann files.")
    var gold: String?

    @Option(help: .init("Score speakers instead, against this file.", valueName: "file"))
    var speakers: String?

    @Option(
        help: .init(
            "Score the bodies of pages instead: a folder with html and ground-truth.json.",
            valueName: "folder"
        )
    )
    var pages: String?

    @Option(help: .init("Score days of publication instead: a folder of the same kind.", valueName: "folder"))
    var dates: String?

    @Flag(help: "With --speakers, --pages or --dates, list what went wrong.")
    var errors = false

    @Option(
        help: .init("The folder with the texts (default: text, beside the gold).", valueName: "folder")
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

    func validate() throws {
        guard [gold, speakers, pages, dates].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("name one: a folder with *.ann files, --speakers, --pages or --dates")
        }
        if perturb != nil, gold == nil { throw ValidationError("--perturb goes with *.ann files only") }
        if errors, gold != nil { throw ValidationError("--errors goes with --speakers, --pages and --dates") }
    }

    func run() async throws {
        let report: String
        let failures: [(document: String, reason: String)]
        do {
            if let pages {
                let gold = try GoldPages(folder: pages)
                let evaluation = PageEvaluation(of: gold, name: "sayso") { bytes throws(ArticleError) in
                    do throws(ArticleError) {
                        return CleanArticle(try Article(page: bytes)).body
                    } catch {
                        guard error.code == .noArticle else { throw error }
                        return ""
                    }
                }
                let form = PageReport(evaluation, listsErrors: errors)
                report = format == .json ? try form.json() : form.table
                failures = evaluation.failures
            } else if let dates {
                let evaluation = DateEvaluation(of: try DateCorpus(folder: dates))
                let form = DateReport(evaluation, listsErrors: errors)
                report = format == .json ? try form.json() : form.table
                failures = evaluation.failures
            } else if let speakers {
                let extractor = try ModelFile.extractor(model)
                let gold = try GoldSpeakers(file: speakers, texts: text)
                let evaluation = SpeakerEvaluation(of: gold) { extractor.statements(in: $0) }
                let form = SpeakerReport(evaluation, listsErrors: errors)
                report = format == .json ? try form.json() : form.table
                failures = evaluation.failures
            } else {
                let extractor = try ModelFile.extractor(model)
                let corpus = try GoldCorpus(folder: gold ?? "", texts: text)
                let evaluation = Evaluation(of: corpus, perturbation: perturb) {
                    extractor.statements(in: $0)
                }
                let form = EvaluationReport(evaluation)
                report = format == .json ? try form.json() : form.table
                failures = evaluation.failures
            }
        } catch let error as EvaluationError {
            throw UsageError(message: error.message)
        }
        for failure in failures { Console.complain("\(failure.document): \(failure.reason)") }
        let output = OutputFile()
        try output.write(report)
        try output.flush()
        if !failures.isEmpty { throw ExitStatus.failed }
    }
}

extension Perturbation: ExpressibleByArgument {}
