import SaysoArticles
import SaysoEvaluation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An evaluation of days of publication as a table or as JSON.
struct DateReport {
    private let evaluation: DateEvaluation
    private let listsErrors: Bool
    private static let outcomes: [DateEvaluation.Outcome] = [.exact, .wrong, .missing]

    init(_ evaluation: DateEvaluation, listsErrors: Bool) {
        self.evaluation = evaluation
        self.listsErrors = listsErrors
    }

    private var errors: [DateEvaluation.Result] {
        evaluation.results.filter { $0.outcome == .wrong || $0.outcome == .missing }
    }

    var table: String {
        var lines = [FigureRow.row("days of publication", ["count", "share"])]
        for outcome in Self.outcomes {
            let share = FigureRow.decimals(evaluation.share(outcome))
            lines.append(FigureRow.row(outcome.rawValue, ["\(evaluation.count(outcome))", share]))
        }
        let table = lines.joined(separator: "\n") + "\n"
        guard listsErrors else { return table }
        let titles = ["outcome", "file", "told", "source", "gold", "address"]
        let rows = errors.map { result in
            [
                result.outcome.rawValue, result.page.file, result.time.map { "\($0)" } ?? "",
                result.source ?? "",
                result.page.day.map { "\($0)" } ?? "", result.page.address,
            ]
        }
        return table + "\n"
            + ([titles] + rows).map { $0.map(Display.line).joined(separator: "\t") + "\n" }.joined()
    }

    func json() throws -> String {
        var members: [String: Member] = [:]
        for outcome in Self.outcomes {
            members[outcome.rawValue] = .figures([
                "count": Double(evaluation.count(outcome)), "share": evaluation.share(outcome),
            ])
        }
        if listsErrors { members["errors"] = .errors(errors.map(ErrorRecord.init)) }
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
    let outcome: String
    let file: String
    let told: String?
    let source: String?
    let gold: String?
    let address: String

    init(_ result: DateEvaluation.Result) {
        outcome = result.outcome.rawValue
        file = result.page.file
        told = result.time.map { "\($0)" }
        source = result.source
        gold = result.page.day.map { "\($0)" }
        address = result.page.address
    }
}
