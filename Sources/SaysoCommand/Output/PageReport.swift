import SaysoEvaluation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An evaluation of pages' bodies as a table or as JSON.
struct PageReport {
    private let evaluation: PageEvaluation
    private let listsErrors: Bool

    init(_ evaluation: PageEvaluation, listsErrors: Bool) {
        self.evaluation = evaluation
        self.listsErrors = listsErrors
    }

    var table: String {
        var lines = [FigureRow.row("body", ["f1", "precision", "recall", "exact"])]
        for (name, figures) in evaluation.figures {
            let cells = [figures.f1, figures.precision, figures.recall, figures.exact]
            lines.append(FigureRow.row(name, cells.map(FigureRow.decimals)))
        }
        return lines.joined(separator: "\n") + "\n" + (listsErrors ? errors : "")
    }

    /// Each page with what is missing (`-`) and what does not belong (`+`), the worst page first.
    private var errors: String {
        var text = ""
        for outcome in evaluation.outcomes where !outcome.isExact {
            let shares = [outcome.f1, outcome.precision ?? 0, outcome.recall ?? 0].map(FigureRow.decimals)
            text += "\n\(shares.joined(separator: " ")) \(outcome.id) \(Display.line(outcome.url ?? ""))\n"
            text += outcome.missing.map { "- \(Display.line($0))\n" }.joined()
            text += outcome.extra.map { "+ \(Display.line($0))\n" }.joined()
        }
        return text
    }

    func json() throws -> String {
        var members: [String: Member] = [:]
        for (name, figures) in evaluation.figures {
            members[name] = .figures([
                "f1": figures.f1, "precision": figures.precision, "recall": figures.recall,
                "exact": figures.exact,
            ])
        }
        if listsErrors {
            members["errors"] = .errors(evaluation.outcomes.filter { !$0.isExact }.map(ErrorRecord.init))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(members), as: UTF8.self) + "\n"
    }
}

private enum Member: Encodable {
    case figures([String: Double])
    case errors([ErrorRecord])

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .figures(let figures): try figures.encode(to: encoder)
        case .errors(let errors): try errors.encode(to: encoder)
        }
    }
}

private struct ErrorRecord: Encodable {
    let doc: String
    let url: String?
    let f1: Double
    let precision: Double?
    let recall: Double?
    let missing: [String]
    let extra: [String]

    init(_ outcome: PageEvaluation.Outcome) {
        (doc, url, f1) = (outcome.id, outcome.url, outcome.f1)
        (precision, recall) = (outcome.precision, outcome.recall)
        (missing, extra) = (outcome.missing, outcome.extra)
    }
}
