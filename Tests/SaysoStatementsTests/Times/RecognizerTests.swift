import Foundation
import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite(
    "Expressions of Recognizers-Text that news uses",
    .enabled(if: RecognizerSpecs.areThere, "skipped: no corpora beside the checkout")
)
struct RecognizerTests {
    @Test("At least 85 of 100 are found with their extent and their value")
    func rate() throws {
        var skipped: [String: Int] = [:]
        var (inScope, found, right) = (0, 0, 0)
        let showsMisses = ProcessInfo.processInfo.environment["SAYSO_SHOW_MISSES"] != nil
        for file in RecognizerSpecs.files {
            for spec in try RecognizerSpecs.cases(file) {
                if let reason = spec.isOutOfScope {
                    skipped[reason, default: 0] += 1
                    if showsMisses { print("OUT \(reason): \(spec.input) [\(spec.text)]") }
                    continue
                }
                inScope += 1
                let times = spec.times()
                let matching = times.filter { $0.words == spec.words }
                let isRight = matching.contains { spec.accepts($0.value, kind: $0.kind) }
                found += matching.isEmpty ? 0 : 1
                right += isRight ? 1 : 0
                if showsMisses, !isRight {
                    let ours = times.map { "[\($0.words)] \($0.value ?? "?")" }.joined(separator: "; ")
                    print(
                        "\(matching.isEmpty ? "EXTENT" : "VALUE") \(file): \(spec.input) @\(spec.reference ?? "") ~ [\(spec.text)] \(spec.timex) \(spec.meanings.map { "\($0.start ?? "")..\($0.end ?? "")" }) ~ \(ours)"
                    )
                }
            }
        }
        print("In scope: \(inScope); extent found: \(found); extent and value right: \(right)")
        for (reason, count) in skipped.sorted(by: { $0.key < $1.key }) {
            print("Out of scope, \(reason): \(count)")
        }
        #expect(inScope > 600)
        #expect(Double(right) >= 0.85 * Double(inScope))
    }
}

extension RecognizerSpecs.Case {
    /// The expressions that we find in the input.
    fileprivate func times() -> [(words: String, value: String?, kind: TimeExpression.Kind)] {
        // A line that is nothing but a date is a time line to us, and is not read.
        var article = Article(text: input)
        if article.readingRanges.isEmpty { article = Article(text: "Note: " + input) }
        return Prose(article).timeExpressions(clock(reference)).map {
            (Self.words(article.text[$0.range]), $0.value, $0.kind)
        }
    }

    fileprivate var words: String { Self.words(text) }

    /// The words without those around them that belong to the expression for some and not for others: before
    /// them prepositions and "more than", after them zones and "or later".
    private static func words(_ text: String) -> String {
        var words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        while words.count > 1, leading.contains(words[0]) { words.removeFirst() }
        if words.count > 2, ["or", "and"].contains(words[words.count - 2]),
            ["later", "after"].contains(words.last)
        {
            words.removeLast(2)
        }
        while words.count > 1, let last = words.last, zones.contains(last) { words.removeLast() }
        return words.joined(separator: " ").trimmingCharacters(in: CharacterSet(charactersIn: " .,"))
            .replacingOccurrences(of: " .", with: ".").replacingOccurrences(of: " ,", with: ",")
    }

    private static let leading: Set<String> = [
        "on", "the", "at", "in", "a", "an", "of", "for", "by", "since", "before", "after", "until", "till",
        "from",
        "within", "around", "about", "circa", "starting", "beginning", "more", "less", "than", "later", "no",
        "as", "early", "late", "any", "time", "during", "my", "over",
    ]
    private static let zones: Set<String> = [
        "gmt", "pst", "cst", "pt", "cet", "eastern", "mountain", "timezone",
    ]

    /// Whether a value of ours says what the specification means.
    fileprivate func accepts(_ value: String?, kind: TimeExpression.Kind) -> Bool {
        if modifier == "ref_undef" { return value == nil }
        guard let value else { return isUnknown }
        if isVague { return value.contains("X") || value == TimeReference.past.rawValue }
        if self.kind == "duration" { return DurationParts(value) == DurationParts(timex) }
        if value == timex { return true }
        if let part = ["TMO", "TAF", "TEV", "TNI"].first(where: { timex.hasSuffix($0) }) {
            guard value.hasSuffix(part) else { return false }
            let day = String(value.dropLast(3))
            return day.isEmpty || usual.contains { $0.start?.hasPrefix(day) == true }
        }
        // They give "mid-morning" an hour.
        if text.lowercased().hasPrefix("mid"), ["TMO", "TAF"].contains(value) {
            return value == (timex < "T12" ? "TMO" : "TAF")
        }
        if timex.count == 2, value.hasSuffix("-" + timex) { return true }  // "SU"
        if timex.hasSuffix("T23:59:59") { return usual.contains { $0.start?.prefix(10) == value[...] } }
        let ours = Stretch(value)
        return usual.contains { ours?.means($0, loosely: isCounted, modifier: modifier) == true }
    }
}
