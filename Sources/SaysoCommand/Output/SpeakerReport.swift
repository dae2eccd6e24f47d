import SaysoEvaluation
import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An evaluation of speakers as a table or as JSON.
struct SpeakerReport {
    private typealias Tally = SpeakerEvaluation.Tally

    private let evaluation: SpeakerEvaluation
    private let listsErrors: Bool
    /// What is counted together: everything, then how sources refer, then what speakers are.
    private let tallies: [(name: String, tally: Tally)]

    init(_ evaluation: SpeakerEvaluation, listsErrors: Bool) {
        self.evaluation = evaluation
        self.listsErrors = listsErrors
        let forms = Self.ordered(evaluation.byForm, ["name", "pronoun", "nominal"])
        let kinds = Self.ordered(evaluation.byKind, ["person", "organisation", "group", "document"])
        tallies = [("all", evaluation.all)] + forms + kinds
    }

    var table: String {
        let titles = ["gold", "found", "exact", "lenient"]
        var lines = [FigureRow.row("end to end", titles)]
        for (name, tally) in tallies {
            let shares = [tally.share(\.found, of: \.gold)] + rights(tally, of: \.gold)
            lines.append(FigureRow.row(name, ["\(tally.gold)"] + shares.map(FigureRow.decimals)))
        }
        lines += ["", FigureRow.row("of those found", ["found", "unresolved", "exact", "lenient"])]
        for (name, tally) in tallies {
            let shares = [tally.share(\.unresolved, of: \.found)] + rights(tally, of: \.found)
            lines.append(FigureRow.row(name, ["\(tally.found)"] + shares.map(FigureRow.decimals)))
        }
        lines += [
            "", FigureRow.row("", ["share", "of"]),
            FigureRow.row(
                "wrong person named",
                [FigureRow.decimals(evaluation.wrongPersons), "\(evaluation.persons.named)"]
            ),
            FigureRow.row(
                "words of roles",
                [FigureRow.decimals(evaluation.roleOverlap), "\(evaluation.roles.gold)"]
            ),
        ]
        return lines.joined(separator: "\n") + "\n" + (listsErrors ? "\n" + errors : "")
    }

    /// One line an error, in columns that tabs part.
    private var errors: String {
        let titles = ["outcome", "article", "event", "source", "gold", "told", "gold role", "role", "chain"]
        let lines = evaluation.errors.map { error in
            let named = error.speakers.map { "\($0.name) (\($0.kind))" }.joined(separator: "; ")
            let chain = error.chain.map { "\($0.rule) “\($0.words)”" }.joined(separator: " → ")
            let fields = [
                error.outcome.rawValue, error.gold.document, error.gold.event ?? "", error.words,
                "\(error.gold.speaker) (\(error.gold.kind))", named, error.gold.role ?? "",
                error.speakers.compactMap(\.role).joined(separator: "; "),
                chain + (error.confidence.map { " \(FigureRow.decimals($0))" } ?? ""),
            ]
            return fields.map(Display.line).joined(separator: "\t") + "\n"
        }
        return titles.joined(separator: "\t") + "\n" + lines.joined()
    }

    func json() throws -> String {
        var figures: [String: [String: Double]] = [:]
        for (name, tally) in tallies {
            let (ofAll, ofFound) = (rights(tally, of: \.gold), rights(tally, of: \.found))
            figures[name] = [
                "gold": Double(tally.gold), "found": tally.share(\.found, of: \.gold), "exact": ofAll[0],
                "lenient": ofAll[1], "unresolved of found": tally.share(\.unresolved, of: \.found),
                "exact of found": ofFound[0], "lenient of found": ofFound[1],
            ]
        }
        figures["wrong person"] = [
            "share": evaluation.wrongPersons, "count": Double(evaluation.persons.wrong),
            "named": Double(evaluation.persons.named),
        ]
        figures["role"] = ["overlap": evaluation.roleOverlap, "gold": Double(evaluation.roles.gold)]
        var members = figures.mapValues(Member.figures)
        if listsErrors { members["errors"] = .errors(evaluation.errors.map(ErrorRecord.init)) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(members), as: UTF8.self) + "\n"
    }

    private func rights(_ tally: Tally, of whole: KeyPath<Tally, Int>) -> [Double] {
        [tally.share(\.exact, of: whole), tally.share(\.lenient, of: whole)]
    }

    /// Counts by name, those with known names first.
    private static func ordered(
        _ tallies: [String: Tally],
        _ known: [String]
    ) -> [(name: String, tally: Tally)] {
        let others = tallies.keys.filter { !known.contains($0) }.sorted()
        return (known + others).compactMap { name in tallies[name].map { (name, $0) } }
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
    struct Named: Encodable {
        let name: String
        let kind: String
        let role: String?
    }

    struct Step: Encodable {
        let rule: String
        let text: String
    }

    let outcome: String
    let doc: String
    let event: String?
    let source_text: String
    let gold: Named
    let speakers: [Named]
    let confidence: Double?
    let chain: [Step]

    init(_ error: SpeakerError) {
        outcome = error.outcome.rawValue
        doc = error.gold.document
        event = error.gold.event
        source_text = error.words
        gold = Named(name: error.gold.speaker, kind: error.gold.kind, role: error.gold.role)
        speakers = error.speakers.map { Named(name: $0.name, kind: $0.kind.rawValue, role: $0.role) }
        confidence = error.confidence
        chain = error.chain.map { Step(rule: $0.rule, text: $0.words) }
    }
}
