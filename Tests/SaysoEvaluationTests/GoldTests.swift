import Foundation
import Testing

@testable import SaysoEvaluation

@Suite("Gold")
struct GoldTests {
    private static let fixtures = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Fixtures").path

    @Test("Spans of several parts, arguments with numbers, and lines that are broken")
    func standoff() {
        let standoff = """
            T1\tSource 0 5;10 12\tOrrin … he
            T2\tContent 20 30\tthe lock is
            T3\tContent
            T4\tContent 7\tbroken
            T5\tContent 9 7\tbackwards
            T6\tContent nine ten\twords
            #1\tAnnotatorNotes T1\tsure?
            E1\tAttribution:T9 Source:T1 Content:T2 Content2:T2 Cue:T99
            E2\tAttribution:T9 Source:T1
            E3\tAttribution:T9 Content:T4 Content:T3 Content:T5
            E4
            nonsense
            \t\t
            """
        #expect(
            GoldAttribution.read(brat: standoff) == [
                GoldAttribution(source: [0..<5, 10..<12], content: [20..<30, 20..<30])
            ]
        )
        #expect(GoldAttribution.read(brat: standoff.replacing("\n", with: "\r\n")).count == 1)
        #expect(GoldAttribution.read(brat: "").isEmpty)
    }

    @Test("Of several annotators the first counts")
    func annotators() throws {
        let corpus = try GoldCorpus(folder: Self.fixtures + "/corpus/gold")
        #expect(corpus.documents.map(\.name) == ["lock", "quote"])
        #expect(corpus.documents.map(\.attributions.count) == [2, 1])
        #expect(corpus.documents[1].attributions[0].content == [0..<19])
    }

    @Test(
        "An annotator's suffix is four small hexadecimal digits",
        arguments: [
            ("a_12ef.ann", "a"), ("a_12EF.ann", "a_12EF"), ("a_12e.ann", "a_12e"), ("a_12efa.ann", "a_12efa"),
            ("a_b_0000.ann", "a_b"), ("a.ann", "a"), (".ann", ""),
        ]
    )
    func suffix(file: String, name: String) {
        #expect(GoldCorpus.documentName(of: file) == name)
    }

    @Test("A folder that is missing, without annotations or without texts is named")
    func missing() throws {
        for folder in ["/nowhere", "/corpus", "/corpus/text"] {
            #expect(throws: EvaluationError.self) { try GoldCorpus(folder: Self.fixtures + folder) }
        }
        let error = #expect(throws: EvaluationError.self) {
            try GoldCorpus(folder: Self.fixtures + "/corpus/gold", texts: Self.fixtures + "/texts")
        }
        #expect(error?.message.hasSuffix("/texts/lock.txt: missing or unreadable") == true)
    }
}
