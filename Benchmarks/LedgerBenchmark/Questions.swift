import SaysoLedger
import SaysoStatements

/// Questions as people might ask them, common words and rare ones, each with a filter.
struct Questions {
    let press: InventedPress
    private var generator = InventedPress.Generator(state: 77)

    init(_ press: InventedPress) { self.press = press }

    private mutating func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    /// A word; one of four is among the hundred most common.
    private mutating func word() -> String {
        switch random(4) {
        case 0: press.words[random(100)]
        case 1: press.words[random(2_000)]
        default: press.words[press.frequentWords.draw(&generator)]
        }
    }

    private mutating func words() -> String {
        switch random(8) {
        case 0, 1: word()
        case 2, 3: "\(word()) \(word())"
        case 4: "\"\(press.words[random(100)]) \(press.words[random(100)])\""
        case 5: "\(word()) OR \(word())"
        case 6: "\(word()) -\(word())"
        default: "\(press.words[4_000 + random(20_000)].prefix(4))* \(word())"
        }
    }

    private mutating func days() -> DayRange {
        let (year, month) = (2015 + random(10), 1 + random(9))
        switch random(3) {
        case 0: return DayRange(first: (year * 100 + month) * 100 + 4, last: (year * 100 + month) * 100 + 17)
        case 1:
            return DayRange(first: (year * 100 + month) * 100 + 1, last: (year * 100 + month + 3) * 100 + 28)
        default: return DayRange(first: year * 10_000 + 101, last: (year + 2) * 10_000 + 1231)
        }
    }

    /// The next question with what it is, for a table.
    mutating func next() throws -> (name: String, search: Search) {
        let words = words()
        var search = Search(try Question(words))
        let filter: String
        switch random(9) {
        case 0:
            search.speakers = [press.names[press.frequentNames.draw(&generator)]]
            filter = "speaker"
        case 1:
            search.outlets = [press.outlets[press.frequentOutlets.draw(&generator)] + ".example"]
            filter = "outlet"
        case 2:
            search.kinds = [Saying.Kind.allCases[random(Saying.Kind.allCases.count)]]
            filter = "kind"
        case 3:
            search.forms = [.direct]
            filter = "form"
        case 4:
            search.said = days()
            filter = "said"
        case 5:
            search.published = days()
            filter = "published"
        case 6:
            search.role = press.roles[random(press.roles.count)]
            filter = "role"
        case 7:
            search.isChanged = true
            search.hasEarlierRevisions = true
            filter = "changed"
        default:
            search.kinds = [.denied, .claimed]
            search.said = days()
            search.outlets = [press.outlets[press.frequentOutlets.draw(&generator)]]
            filter = "kind, said, outlet"
        }
        search.order = [.relevance, .relevance, .relevance, .newest, .oldest][random(5)]
        return ("\(words) [\(filter), \(search.order.rawValue)]", search)
    }
}
