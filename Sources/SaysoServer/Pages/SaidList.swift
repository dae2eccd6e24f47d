import SaysoLedger
import SaysoStatements

/// Statements of one speaker in a list, each with how its words differ from those of an earlier one.
enum SaidList {
    /// Earlier statements that one is compared with.
    private static let lookback = 12
    /// Words that are alike at least so much are two wordings of one thing.
    private static let near = 0.5
    /// Longer texts, in UTF-8 bytes, are not compared.
    private static let longest = 4000

    /// What a template shows.
    ///
    /// - Parameters:
    ///   - hits: the statements, the earliest first where they are compared.
    ///   - withDifferences: whether they are compared.
    /// - Returns: one for each.
    static func content(_ hits: [SearchHit], withDifferences: Bool) -> [[String: Any]] {
        let words = hits.map { hit in
            withDifferences && hit.content.utf8.count <= longest
                ? Wording.words(Wording.folded(hit.content)) : []
        }
        return hits.indices.map { index in
            var content = row(hits[index])
            guard !words[index].isEmpty else { return content }
            let earlier = (max(0, index - lookback)..<index).filter { !words[$0].isEmpty }
            let best = earlier.map { ($0, Wording.likeness(words[$0], words[index])) }
                .max { ($0.1, $0.0) < ($1.1, $1.0) }
            guard let (other, likeness) = best, likeness >= near else { return content }
            // Words that both have are spelled as in the later one.
            let difference = WordDifference(from: hits[index].content, to: hits[other].content)
            content["compared"] =
                [
                    "isSameWords": difference.isNone, "with": "#s-\(hits[other].id)",
                    "date": DayText.content(hits[other].day).orFalse, "printer": hits[other].outlet.orFalse,
                ] as Content
            if !difference.isNone {
                content["hasDifference"] = true
                content["difference"] = turned(difference)
            }
            return content
        }
    }

    /// What a difference is the other way round: what is gone goes before what came for it.
    private static func turned(_ difference: WordDifference) -> [[String: Any]] {
        var parts: [[String: Any]] = []
        for part in difference.parts {
            switch part.kind {
            case .same: parts.append(["text": part.text, "isSame": true])
            case .gone: parts.append(["text": part.text, "isCome": true])
            case .come:
                let gone: [String: Any] = ["text": part.text, "isGone": true]
                let isAfter = parts.last?["isCome"] != nil
                parts.insert(gone, at: isAfter ? parts.count - 1 : parts.count)
            }
        }
        return parts
    }

    private static func row(_ hit: SearchHit) -> [String: Any] {
        [
            "id": hit.id.description, "address": PageAddress.statement(hit.id),
            "article": PageAddress.place(hit.id), "day": DayText.content(hit.day).orFalse,
            "how": how(hit), "parts": MarkedText.parts(of: hit), "hasDifference": false, "compared": false,
            "outlet": hit.outlet.orFalse, "headline": hit.headline.map { ShortText.line($0) }.orFalse,
            "role": hit.role.orFalse,
        ]
    }

    /// How it was said: `denied, word for word`.
    private static func how(_ hit: SearchHit) -> String {
        PlainWords.name(hit.kind, isNegated: hit.isNegated) + ", " + PlainWords.name(hit.form)
    }
}
