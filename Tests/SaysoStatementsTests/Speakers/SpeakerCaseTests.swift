import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite("Who exactly: invented cases")
struct SpeakerCaseTests {
    @Test("Every source is given its speakers", arguments: try SpeakerCase.all())
    func resolves(example: SpeakerCase) {
        let article = Article(text: example.text.text)
        let marked = example.text.statements.mapValues { statement($0, in: article) }
            .sorted { $0.value < $1.value }
        let report = Report(marked.map(\.value), names: extractor.findings(in: article).names, in: article)
        for (number, mark) in marked {
            // The report may add statements of its own: of whoever passed a statement on.
            guard
                let statement = report.statements.first(where: {
                    $0.source == mark.source && $0.content[0].overlaps(mark.content[0])
                })
            else {
                Issue.record("\(example.title): no statement of source \(number) is left")
                continue
            }
            let expected = example.expected[number] ?? []
            let source = statement.source.map { article.text[$0] }.joined(separator: " … ")
            let isRight = agrees(statement.resolution, with: expected, source: source)
            #expect(
                isRight,
                """
                \(example.title)
                  source \(number): \(source)
                  expected  \(expected.isEmpty ? "?" : expected.map(line).joined(separator: "; "))
                  got       \(describe(statement.resolution, in: article))
                """
            )
        }
    }

    @Test("There are as many as promised, each with a title of its own")
    func count() throws {
        let cases = try SpeakerCase.all()
        #expect(cases.count >= 150)
        let titles = Dictionary(grouping: cases, by: \.title)
        #expect(titles.filter { $0.value.count > 1 }.keys.sorted() == [])
    }

    @Test("Every marked source is part of what is read", arguments: try SpeakerCase.all())
    func isRead(example: SpeakerCase) {
        let ranges = Article(text: example.text.text).readingRanges
        for source in example.text.statements.values.flatMap(\.source) {
            #expect(ranges.contains { $0.contains(source.lowerBound) && $0.upperBound >= source.upperBound })
        }
    }

    @Test(
        "A case that cannot be read is refused with its line",
        arguments: [
            ("Venn said it.", "f.txt: no case"),
            ("##\n[1:Venn] {said} <no>.\n= 1: ?", "f.txt:1: no title"),
            ("\n## a\n[1:Venn] {said} <no>.", "f.txt:2: no expectation"),
            ("## a\n[1:Venn] {said} <no.\n= 1: ?", "f.txt:1: a mark is never closed"),
            ("## a\n[1:Venn] {said}> <no>.\n= 1: ?", "f.txt:1: “>” closes nothing"),
            ("## a\n[1:Venn {said] <no>.\n= 1: ?", "f.txt:1: “]” closes nothing"),
            ("## a\n[1:] {said} <no>.\n= 1: ?", "f.txt:1: a mark is empty"),
            ("## a\n[1:Venn] {said}.\n= 1: ?", "f.txt:1: source 1 has no content"),
            ("## a\nVenn {2:said} <2:no>.\n= 2: ?", "f.txt:1: nothing is marked as source 2"),
            ("## a\n[1:Venn] {said} <no>. <Yes>.\n= 1: ?", "f.txt:1: a content belongs to no source"),
            ("## a\n[1:Venn] <no>.\n\nShe {said}.\n= 1: ?", "f.txt:1: a cue belongs to no source"),
            ("## a\n[1:Venn] {said} <no>.\n= 2: ?", "f.txt:1: no source 2"),
            ("## a\n[1:Venn] {said} <no>.\n= 1: ?\n= 1: ?", "f.txt:1: source 1 is expected twice"),
            ("## a\n[1:Venn] [2:did] <no> <x>.\n= 1: ?", "f.txt:1: no expectation for source 2"),
            ("## a\n[1:Venn] {said} <no>.\n= one: ?", "f.txt:1: no number: one: ?"),
            ("## a\n[1:Venn] {said} <no>.\n= 1: ?\nMore.", "f.txt:1: text after the expectations: More."),
            ("## a\n[1:Venn] {said} <no>.\n= 1: Venn | ship", "f.txt:1: no kind of speaker: ship"),
            ("## a\n[1:Venn] {said} <no>.\n= 1: Venn", "f.txt:1: not two to four fields: 1: Venn"),
            (
                "## a\n[1:Venn] {said} <no>.\n= 1: Venn; Lund | person",
                "f.txt:1: not all fields have a value for each speaker: 1: Venn; Lund | person"
            ),
        ]
    )
    func malformed(text: String, reason: String) {
        let fault = #expect(throws: SpeakerCase.Fault.self) { try SpeakerCase.cases(in: text, of: "f.txt") }
        #expect(fault?.reason == reason)
    }

    /// A statement as the network would have found it.
    private func statement(_ marks: MarkedText.Marks, in article: Article) -> Statement {
        let quotationMarks = "\"“”„«»"
        let contents = marks.content.map { article.text[$0] }
        let quoted = contents.filter { quotationMarks.contains($0.first ?? " ") }
        let isPartlyQuoted = contents.contains { $0.contains(where: quotationMarks.contains) }
        return Statement(
            form: quoted.count == contents.count ? .direct : isPartlyQuoted ? .mixed : .indirect,
            source: marks.source,
            cue: marks.cue,
            content: marks.content,
            confidence: 1,
            occurrences: []
        )
    }

    private func agrees(
        _ resolution: Resolution,
        with expected: [SpeakerCase.Expected],
        source: String
    ) -> Bool {
        let got = resolution.speakers.sorted { lowered($0.name) < lowered($1.name) }
        // Left unresolved, or called by nothing but its own words: no name is guessed.
        guard !expected.isEmpty else {
            return got.allSatisfy {
                [.unnamed, .group].contains($0.kind) && folded($0.name) == folded(source)
            }
        }
        guard got.count == expected.count else { return false }
        return zip(got, expected.sorted { lowered($0.name) < lowered($1.name) }).allSatisfy { got, expected in
            got.kind == expected.kind && agrees(got.name, with: expected.name, of: got.kind)
                && agrees(got.role, with: expected.role)
                && agrees(got.affiliation, with: expected.affiliation)
        }
    }

    /// Compares names; whether the words for somebody without a name begin a sentence does not matter.
    private func agrees(_ got: String, with expected: String, of kind: Speaker.Kind) -> Bool {
        let isName = kind != .unnamed && kind != .group
        return isName ? folded(got) == folded(expected) : lowered(got) == lowered(expected)
    }

    /// Compares a role or an affiliation; whether it begins a sentence does not matter.
    private func agrees(_ got: String?, with expected: String??) -> Bool {
        guard let expected else { return true }
        return lowered(got ?? "") == lowered(expected ?? "")
    }

    /// Words without their leading article, and with plain apostrophes.
    private func folded(_ name: String) -> String {
        var words = name.replacing("’", with: "'").split(separator: " ")
        if words.count > 1, ["the", "a", "an"].contains(words[0].lowercased()) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    private func lowered(_ name: String) -> String { folded(name).lowercased() }

    private func line(_ expected: SpeakerCase.Expected) -> String {
        let details = [expected.role, expected.affiliation].compactMap { $0 }.map { $0 ?? "-" }
        return ([expected.name, expected.kind.rawValue] + details).joined(separator: " | ")
    }

    private func describe(_ resolution: Resolution, in article: Article) -> String {
        guard !resolution.speakers.isEmpty else { return "?" }
        let speakers = resolution.speakers.map {
            "\($0.name) | \($0.kind.rawValue) | \($0.role ?? "-") | \($0.affiliation ?? "-")"
        }
        let chain = resolution.chain.map { "\($0.rule) “\(article.text[$0.mention])”" }
        return speakers.joined(separator: "; ") + "  (" + chain.joined(separator: " → ") + ")"
    }
}
