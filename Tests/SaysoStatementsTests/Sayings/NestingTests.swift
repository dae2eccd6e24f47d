import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite("Statements inside statements")
struct NestingTests {
    @Test("Somebody says that somebody said something")
    func reported() {
        #expect(
            nesting(
                "Brandt said that Averin had warned that the dam would break.",
                Found("Brandt", "said", "that Averin had warned that the dam would break")
            ) == [
                "0: Brandt | said | that Averin had warned that the dam would break",
                "1: Averin | had warned | that the dam would break < 0",
            ]
        )
    }

    @Test("A quotation quotes")
    func quoted() {
        #expect(
            nesting(
                "“She told me ‘never again’,” said Joss Averin.",
                Found("Joss Averin", "said", "“She told me ‘never again’,”")
            )
                == [
                    "0: Joss Averin | said | “She told me ‘never again’,”",
                    "1: She | told | ‘never again’ < 0",
                ]
        )
    }

    @Test("The last clause of a content may be the inner cue")
    func trailing() {
        #expect(
            nesting(
                "The dam will break by May, Averin said, according to Ilse Maarten.",
                Found("Ilse Maarten", "according to", "The dam will break by May, Averin said")
            ) == [
                "0: Ilse Maarten | according to | The dam will break by May, Averin said",
                "1: Averin | said | The dam will break by May < 0",
            ]
        )
    }

    @Test("“As saying” has the quoted one before it")
    func asSaying() {
        #expect(
            nesting(
                "The Ferry Post quoted Averin as saying the dam would break.",
                Found("The Ferry Post", "quoted", "Averin as saying the dam would break")
            ) == [
                "0: The Ferry Post | quoted | Averin as saying the dam would break",
                "1: Averin | as saying | the dam would break < 0",
            ]
        )
    }

    @Test(
        "Who passes on is the outer one",
        arguments: [
            (
                "The deal will be signed in May, KCNA, quoted by Yonhap, said on Friday.",
                "KCNA, quoted by Yonhap,",
                "said", "The deal will be signed in May",
                [
                    "0: Yonhap | quoted by | The deal will be signed in May, KCNA … said",
                    "1: KCNA | said | The deal will be signed in May < 0",
                ]
            ),
            (
                "“We will not wait,” Averin said, as quoted by the Orlo Times.", "Averin", "said",
                "“We will not wait,”",
                [
                    "0: the Orlo Times | as quoted by | “We will not wait,” Averin said",
                    "1: Averin | said | “We will not wait,” < 0",
                ]
            ),
            (
                "The Ferry Post reported, citing two officials, that the dam leaks.", "The Ferry Post",
                "reported, citing", "two officials, that the dam leaks",
                [
                    "0: The Ferry Post | reported | that the dam leaks",
                    "1: two officials | citing | that the dam leaks < 0",
                ]
            ),
            (
                "Citing the water board, Channel Six reported that the dam leaks.", "Channel Six", "reported",
                "that the dam leaks",
                [
                    "0: Channel Six | reported | that the dam leaks",
                    "1: the water board | Citing | that the dam leaks < 0",
                ]
            ),
        ]
    )
    func relays(text: String, source: String, cue: String, content: String, expected: [String]) {
        #expect(nesting(text, Found(source, cue, content)) == expected)
    }

    @Test("What the network made of the relay itself is replaced")
    func replaced() {
        #expect(
            nesting(
                "Quoting a police source, the Ferry Post said that nine boats were lost.",
                Found("the Ferry Post", "said", "that nine boats were lost"),
                Found("the Ferry Post", "Quoting", "a police source")
            ) == [
                "0: the Ferry Post | said | that nine boats were lost",
                "1: a police source | Quoting | that nine boats were lost < 0",
            ]
        )
    }

    @Test(
        "What is not clear stays one statement",
        arguments: [
            ("Brandt said that the report that leaked was old.", "that the report that leaked was old"),
            ("Brandt said that nobody said that.", "that nobody said that"),
            (
                "Brandt said a Ferry Post report that it leaks is wrong.",
                "a Ferry Post report that it leaks is wrong"
            ),
            ("Brandt said, citing fears of floods, that it leaks.", "that it leaks"),
            ("“I said that it leaks, and it does,” Brandt said.", "“I said that it leaks, and it does,”"),
        ]
    )
    func single(text: String, content: String) {
        let cue = text.contains("“") ? "Brandt said" : "said"
        #expect(nesting(text, Found("Brandt", cue, content)).count == 1)
    }

    @Test("A statement whose words stand in another's content has it as its parent, wherever it is sorted")
    func parents() {
        let text = "“The board told us the money was gone,” Averin said. Rask agreed. Averin wrote it down."
        let (_, statements) = sayings(
            text,
            [
                Found("Averin", "said", "“The board told us the money was gone,”"),
                Found("The board", "told", "the money was gone"),
                Found("Rask", "agreed", "it down"),
            ]
        )
        #expect(statements.map(\.parent) == [nil, 0, nil])
    }

    @Test("Two whose words stand in each other's contents make no circle")
    func circle() {
        let article = Article(text: "Averin said Brandt denied it all.")
        func statement(_ source: String, _ cue: String, _ content: String...) -> Statement {
            Statement(
                form: .indirect,
                source: [article.place(of: source)],
                cue: [article.place(of: cue)],
                content: content.map(article.place),
                confidence: 1,
                occurrences: []
            )
        }
        var statements = [
            statement("Brandt", "denied", "Averin said"), statement("Averin", "said", "Brandt denied it"),
        ]
        statements.readSayings(in: Prose(article))
        #expect(statements.count { $0.parent != nil } <= 1)
    }
}
