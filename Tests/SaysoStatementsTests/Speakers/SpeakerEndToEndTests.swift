import SaysoArticles
import SaysoStatements
import Testing

@Suite("Who exactly: the network on the same cases")
struct SpeakerEndToEndTests {
    /// The share of the marked sources that the network finds; it may rise, and never falls.
    private static let floor = 0.9

    @Test("The network finds nearly all sources that the cases mark")
    func finds() throws {
        var sources = 0
        var missed: [String] = []
        for example in try SpeakerCase.all() {
            let article = Article(text: example.text.text)
            let found = extractor.statements(in: article).flatMap(\.source)
            for (number, marks) in example.text.statements.sorted(by: { $0.key < $1.key }) {
                sources += 1
                if !marks.source.contains(where: { source in found.contains { $0.overlaps(source) } }) {
                    let words = marks.source.map { article.text[$0] }.joined(separator: " … ")
                    missed.append("\(example.title), source \(number): \(words)")
                }
            }
        }
        let share = 1 - Double(missed.count) / Double(max(1, sources))
        #expect(
            share >= Self.floor,
            "found \(share) of \(sources) sources; not these:\n\(missed.joined(separator: "\n"))"
        )
    }
}
