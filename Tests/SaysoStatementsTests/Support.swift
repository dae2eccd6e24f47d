import SaysoArticles
import SaysoStatements

@testable import enum SaysoStatements.Break
@testable import struct SaysoStatements.ScalarReader
@testable import struct SaysoStatements.Word

/// The one extractor that all tests share; it says the same to everyone.
let extractor = try! StatementExtractor()

/// The statements of a text, one a line: `source | cue | content (form)`.
func dump(_ text: String) -> [String] {
    let article = Article(text: text)
    return extractor.statements(in: article).map { statement in
        func words(_ spans: [Range<Int>]) -> String {
            spans.map { article.text[$0] }.joined(separator: " … ")
        }
        return "\(words(statement.source)) | \(words(statement.cue)) | \(words(statement.content)) "
            + "(\(statement.form.rawValue))"
    }
}

/// Calls a function with the words of a text that is one paragraph.
func withWords<Result>(of text: String, _ body: ([Word], ScalarReader) -> Result) -> Result {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
        let reader = ScalarReader(bytes: buffer, range: 0..<buffer.count)
        return body(Word.words(in: reader), reader)
    }
}

extension ScalarReader {
    func text(_ word: Word) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[word.start..<word.end]), as: UTF8.self)
    }
}
