import Testing

@testable import SaysoStatements

@Suite("How it was said")
struct SayingTests {
    static let cues: [(Saying.Kind, [String])] = [
        (
            .said,
            [
                "said", "told", "has added", "pointed out", "according to", "made it clear", ":",
                "went on to say",
            ]
        ),
        (
            .wrote,
            ["wrote", "tweeted", "posted", "wrote in a letter", "took to Twitter", "signed an open letter"]
        ),
        (.announced, ["announced", "has declared", "revealed", "unveiled", "announcement"]),
        (.reported, ["reported", "found", "shows", "the survey found", "documented", "in"]),
        (.claimed, ["claimed", "argues", "insisted", "alleging", "the claim", "made the case"]),
        (.confirmed, ["confirmed", "admitted", "acknowledging", "conceded", "agreed", "admission"]),
        (.denied, ["denied", "rejects", "dismissed", "ruled out", "brushed off", "denial"]),
        (.asked, ["asked", "wondered", "called on", "is calling for", "urged", "begged", "question"]),
        (.ordered, ["ordered", "demanded", "banned", "instructed"]),
        (.promised, ["promised", "vowed", "has pledged", "made a promise", "swore"]),
        (.warned, ["warned", "cautioned", "threatens", "issued a warning"]),
        (.predicted, ["predicted", "forecast", "estimates"]),
        (
            .criticised,
            ["criticised", "criticized", "accused", "slammed", "lashed out at", "took aim at", "hit back"]
        ),
        (.praised, ["praised", "welcomed", "thanked", "endorsed", "paid tribute to"]),
        (.thought, ["thought", "believes", "feared", "hoping", "wanted", "is confident", "belief"]),
        (.decided, ["decided", "ruled", "planned", "voted against", "agreed to", "decision"]),
        (.other, ["seemed", "of", "known as"]),
    ]

    @Test("A cue's words give the kind", arguments: cues)
    func kinds(kind: Saying.Kind, cues: [String]) {
        for cue in cues {
            #expect(Saying(CueContext(cue: words(cue))).kind == kind, "\(cue)")
        }
    }

    @Test("Every kind has its cues here")
    func allKinds() {
        #expect(Set(Self.cues.map(\.0)) == Set(Saying.Kind.allCases))
    }

    @Test("Speech and writing are uttered; thoughts and decisions need not be")
    func uttered() {
        let silent = Saying.Kind.allCases.filter { !$0.isUttered }
        #expect(silent == [.thought, .decided, .other])
    }

    @Test("What follows the cue can change its meaning")
    func contents() {
        #expect(Saying(CueContext(cue: ["told"], after: ["them", "to", "leave"])).kind == .ordered)
        #expect(Saying(CueContext(cue: ["told"], after: ["them", "that", "he"])).kind == .said)
        #expect(Saying(CueContext(cue: ["called"], after: ["for", "calm"])).kind == .asked)
        #expect(Saying(CueContext(cue: ["called"], after: ["the", "plan"])).kind == .said)
        #expect(Saying(CueContext(cue: ["declined"], after: ["an", "offer"])).kind == .denied)
    }

    @Test("An unknown verb with a quotation says it")
    func quotations() {
        #expect(Saying(CueContext(cue: ["zonked"], isQuoted: true)).kind == .said)
        #expect(Saying(CueContext(cue: ["zonked"])).kind == .other)
        #expect(Saying(CueContext(cue: [], isQuoted: true)).kind == .said)
    }

    @Test(
        "Negations",
        arguments: [
            "did not say", "didn’t say", "didn't mention", "never said", "wouldn’t say", "has yet to say",
            "without saying", "declined to say", "refused to say", "made no mention of", "said nothing about",
            "stopped short of saying", "cannot say",
        ]
    )
    func negations(cue: String) {
        #expect(Saying(CueContext(cue: words(cue))).isNegated)
    }

    @Test("Declining to comment is speech that did not happen")
    func declining() {
        let saying = Saying(CueContext(cue: ["declined"], after: ["to", "comment", "on"]))
        #expect(saying == Saying(kind: .said, isNegated: true))
    }

    @Test(
        "No negations",
        arguments: [
            "said", "not only said", "denied", "refused", "noted", "made no secret of", "left no doubt",
        ]
    )
    func affirmations(cue: String) {
        #expect(!Saying(CueContext(cue: words(cue))).isNegated)
    }

    @Test(
        "Hedges",
        arguments: [
            "reportedly said", "may have told", "might say", "allegedly told", "is said to have", "would say",
            "appeared to suggest", "seems to say", "is expected to say", "will announce", "’ll announce",
            "is to announce", "plans to announce",
        ]
    )
    func hedges(cue: String) {
        let saying = Saying(CueContext(cue: words(cue)))
        #expect(saying.isHedged)
        #expect(!saying.isNegated)
    }

    @Test("No hedges", arguments: ["said", "went on to say", "would not say", "has promised", "is expected"])
    func certainties(cue: String) {
        #expect(!Saying(CueContext(cue: words(cue))).isHedged)
    }

    @Test(
        "The words before a cue count, others' do not",
        arguments: [
            (
                "Brandt reportedly told the board that the dam leaks.", "told", "that the dam leaks", false,
                true
            ),
            ("If Brandt says that the dam leaks, we leave.", "says", "that the dam leaks", false, true),
            ("The board did not, Brandt said, see the leak.", "said", "The board did not", false, false),
            ("Asked twice, Brandt never once said that it leaks.", "said", "that it leaks", true, false),
        ]
    )
    func context(text: String, cue: String, content: String, isNegated: Bool, isHedged: Bool) throws {
        let statement = try #require(sayings(text, [Found("Brandt", cue, content)]).statements.first)
        #expect(statement.saying == Saying(kind: .said, isNegated: isNegated, isHedged: isHedged))
    }

    private func words(_ cue: String) -> [String] {
        withWords(of: cue) { words, reader in words.map { reader.text($0).lowercased() } }
    }
}

@Suite("Dictionary forms")
struct LemmaTests {
    @Test(
        "Inflections lead to the form in a list",
        arguments: [
            ("denies", "deny"), ("denied", "deny"), ("denying", "deny"), ("says", "say"), ("said", "say"),
            ("begging", "beg"), ("admitted", "admit"), ("admitting", "admit"), ("pledged", "pledge"),
            ("pledging", "pledge"), ("stresses", "stress"), ("lying", "lie"), ("swore", "swear"),
            ("told", "tell"),
        ]
    )
    func inflections(form: String, lemma: String) {
        #expect(Lemmas.first(of: form) { $0 == lemma ? $0 : nil } == lemma)
    }

    @Test("Odd words have none", arguments: ["", "s", "ed", "ing", "'", "–", "ß", "渡"])
    func none(form: String) {
        #expect(Lemmas.first(of: form) { $0 == "say" ? $0 : nil } == nil)
    }
}
