import Foundation
import SaysoArticles
import SaysoStatements

@testable import SaysoCommand

/// What must be true of every record, however odd its document.
enum RecordChecks {
    /// Makes the record of a document and says what is wrong with it.
    ///
    /// - Returns: what is not true; empty for a sound record.
    static func broken(
        _ document: Document,
        unit: OffsetUnit,
        _ extractor: StatementExtractor
    ) async throws -> [String] {
        let selection = Selection(unit: unit, explains: true)
        let record = await ArticleRecord(document, selection) { extractor.report(on: $0) }
        var broken: [String] = []
        if record.statements != record.statements.sorted() { broken.append("the statements are in no order") }
        for format in OutputFormat.allCases {
            var text = ""
            let style = TableStyle(width: 40, hasColour: true)
            format.write(record, isFirst: true, isSingle: true, style: style) { text += $0 }
            if format == .json || format == .jsonl {
                let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
                guard let object = value as? [String: Any] else { return ["no object in \(format)"] }
                broken += spans(of: object, in: record.article?.text, unit)
            }
        }
        return broken
    }

    /// Compares the words of every span with the text that the span's offsets slice.
    private static func spans(of object: [String: Any], in text: ArticleText?, _ unit: OffsetUnit) -> [String]
    {
        guard let text else { return [] }
        let units = Units(text, unit)
        var broken: [String] = []
        func check(_ what: String, _ spans: Any?, _ words: Any?) {
            guard let spans = spans as? [[Int]], let words = words as? String else {
                return broken.append("\(what) is missing")
            }
            let sliced = spans.map { units.slice($0[0], $0[1]) ?? "nothing" }.joined(separator: " … ")
            if !sliced.unicodeScalars.elementsEqual(words.unicodeScalars) {
                broken.append("\(what) \(spans) is \(sliced), not \(words)")
            }
        }
        /// Of an object that may be `null`, or may have no span.
        func checkOne(_ what: String, _ value: Any?) {
            guard let object = value as? [String: Any], let span = object["span"] as? [Int] else { return }
            check(what, [span], object["text"])
        }
        for statement in objects(object["statements"]) {
            for part in ["source", "cue", "content", "medium", "addressee"] {
                check(part, statement[part], statement[part + "_text"])
            }
            checkOne("said", statement["said"])
            for step in objects(statement["chain"]) { checkOne("chain", step) }
            if (statement["content"] as? [[Int]])?.isEmpty != false { broken.append("no content") }
        }
        for time in objects(object["times"]) { checkOne("time", time) }
        let ownVoice = (object["own_voice"] as? [String: Any])?["sentences"]
        let unprinted = objects(object["speakers"]).map { $0["mentions"] } + [ownVoice]
        for span in unprinted.flatMap({ $0 as? [[Int]] ?? [] }) where units.slice(span[0], span[1]) == nil {
            broken.append("\(span) is no text")
        }
        return broken
    }

    private static func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

    /// A text as another program counts it, without this package's help.
    private struct Units {
        private let scalars: [Unicode.Scalar]
        private let utf8: [UInt8]
        private let utf16: [UInt16]
        private let unit: OffsetUnit

        init(_ text: ArticleText, _ unit: OffsetUnit) {
            let string = text.description
            self.unit = unit
            scalars = unit == .codePoints ? Array(string.unicodeScalars) : []
            utf8 = unit == .utf8 ? Array(string.utf8) : []
            utf16 = unit == .utf16 ? Array(string.utf16) : []
        }

        func slice(_ start: Int, _ end: Int) -> String? {
            guard start >= 0, start < end, end <= max(scalars.count, utf8.count, utf16.count) else {
                return nil
            }
            switch unit {
            case .codePoints:
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[start..<end])
                return String(view)
            case .utf8: return String(validating: utf8[start..<end], as: UTF8.self)
            case .utf16: return String(validating: utf16[start..<end], as: UTF16.self)
            }
        }
    }
}
