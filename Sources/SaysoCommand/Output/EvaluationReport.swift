import SaysoEvaluation
import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An evaluation as a table or as JSON.
struct EvaluationReport {
    private let evaluation: Evaluation
    private let measures: [(name: String, measure: Measure)]

    init(_ evaluation: Evaluation) {
        self.evaluation = evaluation
        let score = evaluation.score
        measures = [
            ("source token", score.source), ("cue token", score.cue), ("content token", score.content),
            ("content exact", score.strict), ("content IoU.5", score.overlap), ("who+what", score.whoWhat),
        ]
    }

    var table: String {
        let score = evaluation.score
        var lines = [
            "articles \(score.documents)  gold \(score.whoWhat.gold)  predicted \(score.whoWhat.predicted)",
            "",
            FigureRow.row("", ["precision", "recall", "F1"]),
        ]
        for (name, measure) in measures {
            lines.append(
                FigureRow.row(name, [measure.precision, measure.recall, measure.f1].map(FigureRow.decimals))
            )
        }
        let soft = score.soft
        lines.append(
            FigureRow.row("content soft", [soft.precision, soft.recall, soft.f1].map(FigureRow.decimals))
        )
        lines += ["", FigureRow.row("who+what by form", ["precision", "recall", "gold"])]
        for form in Statement.Form.allCases {
            lines.append(kind(form.rawValue, evaluation.byForm[form] ?? .init()))
        }
        lines += ["", FigureRow.row("by words of content", ["precision", "recall", "gold"])]
        for length in Evaluation.Length.allCases {
            lines.append(kind(length.rawValue, evaluation.byLength[length] ?? .init()))
        }
        lines += ["", FigureRow.row("outcomes", ["gold", "predicted"])]
        for outcome in Outcome.allCases {
            let counts = [evaluation.gold[outcome] ?? 0, evaluation.predicted[outcome] ?? 0]
            lines.append(FigureRow.row(outcome.rawValue, counts.map(String.init)))
        }
        lines += ["", FigureRow.row("confidence", ["said", "right", "statements"])]
        for bin in bins {
            lines.append(
                FigureRow.row(
                    bin.name,
                    [FigureRow.decimals(bin.mean), FigureRow.decimals(bin.right), String(bin.count)]
                )
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Predictions by tenths of their confidence: what they say on average, and the share that is right.
    private var bins: [(name: String, mean: Double, right: Double, count: Int)] {
        (0..<10).compactMap { tenth in
            let chosen = evaluation.confidences.filter { min(9, Int($0.confidence * 10)) == tenth }
            guard !chosen.isEmpty else { return nil }
            let count = Double(chosen.count)
            let mean = chosen.reduce(0) { $0 + $1.confidence } / count
            let right = Double(chosen.count { $0.right }) / count
            return ("0.\(tenth) to \(tenth == 9 ? "1.0" : "0.\(tenth + 1)")", mean, right, chosen.count)
        }
    }

    func json() throws -> String {
        var all: [String: [String: Double]] = [:]
        for (name, measure) in measures {
            all[name] = ["precision": measure.precision, "recall": measure.recall, "f1": measure.f1]
        }
        let (score, soft) = (evaluation.score, evaluation.score.soft)
        all["content soft"] = ["precision": soft.precision, "recall": soft.recall, "f1": soft.f1]
        all["count"] = [
            "articles": Double(score.documents), "gold": Double(score.whoWhat.gold),
            "predicted": Double(score.whoWhat.predicted),
        ]
        for form in Statement.Form.allCases {
            let measure = evaluation.byForm[form] ?? .init()
            all["who+what \(form.rawValue)"] = ["precision": measure.precision, "recall": measure.recall]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(all), as: UTF8.self) + "\n"
    }

    private func kind(_ name: String, _ measure: Evaluation.KindMeasure) -> String {
        FigureRow.row(
            name,
            [FigureRow.decimals(measure.precision), FigureRow.decimals(measure.recall), String(measure.gold)]
        )
    }
}
