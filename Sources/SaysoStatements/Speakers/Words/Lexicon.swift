/// The word lists, looked up by a word's form in lower case.
struct Lexicon: Sendable {
    static let shared = Lexicon()

    private var classes: [String: WordClass] = [:]

    private init() {
        for (list, kind) in Self.lists {
            for word in list.split(whereSeparator: \.isWhitespace) {
                classes[String(word), default: []].insert(kind)
            }
        }
        // Plurals of what one person is, are people.
        for (word, kind) in classes where kind.contains(.person) {
            classes[Self.plural(word), default: []].insert(.people)
            if kind.contains(.title) { classes[Self.plural(word), default: []].insert(.title) }
        }
        // "Waters", "Powers" and "Banks" are surnames.
        for (word, kind) in classes
        where kind.contains(.institution) && !["water", "power", "bank"].contains(word) {
            classes[Self.plural(word), default: []].insert(.institution)
        }
    }

    /// What a word may be.
    func classes(of form: String) -> WordClass {
        if let known = classes[form] { return known }
        // "businesswoman", "gunmen": the list cannot have them all.
        if form.hasSuffix("women") || form.hasSuffix("men"), form.utf8.count > 5 { return .people }
        if form.hasSuffix("woman"), form.utf8.count > 6 { return [.person, .feminine] }
        if form.hasSuffix("man"), form.utf8.count > 6, classes[String(form.dropLast(3))] != nil {
            return [.person, .masculine]
        }
        for ending in ["ologist", "ographer", "ician", "ologists", "ographers", "icians"]
        where form.hasSuffix(ending) && form.utf8.count > ending.utf8.count + 1 {
            return ending.hasSuffix("s") ? .people : .person
        }
        if form.utf8.first.map({ (0x30...0x39).contains($0) }) == true { return .quantity }
        return []
    }

    /// A noun's plural, as far as endings tell.
    static func plural(_ noun: String) -> String {
        if noun.hasSuffix("man"), noun != "human", noun != "german" { return noun.dropLast(2) + "en" }
        if noun == "person" { return "people" }
        if noun == "child" { return "children" }
        if noun == "wife" { return "wives" }
        if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
            return noun.dropLast() + "ies"
        }
        if noun.hasSuffix("s") || noun.hasSuffix("ch") || noun.hasSuffix("x") || noun.hasSuffix("sh") {
            return noun + "es"
        }
        return noun + "s"
    }

    /// A noun's singular, as far as endings tell; the noun itself when it is one.
    static func singular(_ noun: String) -> String {
        if noun.hasSuffix("men") { return noun.dropLast(2) + "an" }
        if noun == "people" { return "person" }
        if noun == "children" { return "child" }
        if noun.hasSuffix("ies"), noun.utf8.count > 4 { return noun.dropLast(3) + "y" }
        for ending in ["sses", "ches", "xes", "shes"] where noun.hasSuffix(ending) {
            return String(noun.dropLast(2))
        }
        if noun.hasSuffix("s"), !noun.hasSuffix("ss"), !noun.hasSuffix("us"), !noun.hasSuffix("is"),
            noun.utf8.count > 3
        {
            return String(noun.dropLast())
        }
        return noun
    }
}
