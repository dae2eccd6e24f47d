import Testing

@testable import SaysoStatements

@Suite("Words")
struct WordTests {
    @Test(
        "Text is split at white space, and every mark is a word",
        arguments: [
            ("The mayor’s plan, she said.", ["The", "mayor", "’", "s", "plan", ",", "she", "said", "."]),
            ("3.5m at $4/kg", ["3", ".", "5m", "at", "$", "4", "/", "kg"]),
            ("said.The", ["said", ".", "The"]),
            ("co\u{AD}operate", ["co\u{AD}operate"]),
            ("Zo\u{65}\u{308} Ödön", ["Zo\u{65}\u{308}", "Ödön"]),
            ("東京 says", ["東", "京", "says"]),
            (" \u{A0}\u{200B} ", []),
            ("€5 ½", ["€5", "½"]),
        ]
    )
    func split(text: String, expected: [String]) {
        #expect(withWords(of: text) { words, reader in words.map(reader.text) } == expected)
    }

    @Test(
        "A word's shape is what its capitals and digits look like",
        arguments: [
            ("harbour", Word.Shape.lower), ("Harbour", .title), ("UN", .upper), ("iPhone", .mixed),
            ("MacOrra", .title), ("A", .capital), ("4th", .digits), ("—", .punctuation), ("école", .lower),
            ("École", .title),
            ("٣٤", .digits), ("½", .punctuation),
        ]
    )
    func shape(text: String, expected: Word.Shape) {
        #expect(withWords(of: text) { words, _ in words[0].shape } == expected)
    }

    @Test("Words are the ones that the network was trained on")
    func trainingAgrees() throws {
        for line in try Fixture.lines("words.tsv") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let text = Fixture.unescaped(fields[0])
            let found = withWords(of: text) { words, reader in
                words.indices.map { index in
                    let word = words[index]
                    let quality = Break(before: index, of: words, in: reader).rawValue
                    return "\(word.shape.rawValue)\(word.quotation.rawValue)\(quality)"
                }.joined(separator: " ")
            }
            #expect(found == fields[1], "\(text)")
        }
    }
}
