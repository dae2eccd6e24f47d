import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite("Names that the network sees")
struct NameTagTests {
    /// The words that are taken for names of some kind, in order.
    private func words(_ kind: NameTags.Kind, in text: String) -> [String] {
        let article = Article(text: text)
        return extractor.findings(in: article).names.tags.filter { $0.kind == kind }.map { tag in
            let rest = article.text[tag.start..<article.text.utf8.count]
            return String(rest.prefix { $0.isLetter })
        }
    }

    private static let story = """
        Ilse Maarten, the chief engineer, met Joss Averin in Berlin on Monday. Mr. Averin said that the dam in
        Norway would hold. The company, Ferrant Holdings, declined to comment, and the Department of Energy
        said nothing. “We will wait,” Ms. Maarten told Reuters.
        """

    @Test("People, organisations and places are told apart")
    func kinds() {
        let people = words(.person, in: Self.story)
        #expect(Set(["Ilse", "Maarten", "Joss", "Averin"]).isSubset(of: people))
        #expect(Set(["Norway", "Holdings", "Energy", "Reuters", "Monday"]).isDisjoint(with: people))
        #expect(words(.place, in: Self.story) == ["Berlin", "Norway"])
        let organisations = words(.organisation, in: Self.story)
        #expect(Set(["Holdings", "Department", "Energy", "Reuters"]).isSubset(of: organisations))
    }

    @Test(
        "Given names tell men from women, in many languages",
        arguments: [
            ("Fatima", -1), ("Ingrid", -1), ("Sofia", -1), ("Mary", -1), ("Katarzyna", -1),
            ("Mohammed", 1), ("Lars", 1), ("Giovanni", 1), ("Peter", 1), ("Krzysztof", 1),
        ]
    )
    func genders(given: String, sign: Float) throws {
        let article = Article(text: "\(given) Venn said on Monday that the harbour would stay open.")
        let name = try #require(extractor.findings(in: article).names.tag(at: 0))
        #expect(name.kind == .person)
        #expect(name.masculine * sign > 0)
    }

    @Test("A word is found by where it begins, and each comes once, in order")
    func lookup() throws {
        let article = Article(text: Self.story)
        let names = extractor.findings(in: article).names
        #expect(zip(names.tags, names.tags.dropFirst()).allSatisfy { $0.start < $1.start })
        let ilse = try #require(names.tag(at: 0))
        #expect(ilse.beginsName > 0.5 && ilse.probability(of: .person) > 0.5)
        #expect(names.tag(at: 5)?.beginsName ?? 1 < 0.5)
        #expect(names.tag(at: 1) == nil)
        #expect(names.tags(in: 0..<13).map(\.start) == [0, 5])
        #expect(names.tags(in: 1..<5).isEmpty)
        #expect(NameTags().tag(at: 0) == nil)
    }

    @Test("Several threads find the same names in a long article as one")
    func threads() async throws {
        let text = (0..<400).map { "\($0) ships left, said Ilse Maarten of the Ferry Board in Oslo." }
        let article = Article(text: text.joined(separator: "\n\n"))
        let names = extractor.findings(in: article).names
        #expect(try await extractor.findings(in: article, jobs: 4).names == names)
        #expect(names.tags.count >= 800)
    }
}
