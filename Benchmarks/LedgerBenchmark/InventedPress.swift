import Foundation
import SaysoLedger
import SaysoStatements

/// Articles of invented outlets about nothing, the same for the same seed: words as frequent as Zipf's law has it.
struct InventedPress {
    /// SplitMix64 (Steele, Lea, Flood 2014).
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }

    /// Draws numbers of which the one at place n comes in proportion to 1 / (n + 2).
    struct Zipf {
        private let sums: [Double]

        init(_ count: Int) {
            var sum = 0.0
            sums = (0..<count).map { index in
                sum += 1 / Double(index + 2)
                return sum
            }
        }

        func draw(_ generator: inout Generator) -> Int {
            let wanted = Double.random(in: 0..<sums[sums.count - 1], using: &generator)
            var (low, high) = (0, sums.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    static let statementsOfAnArticle = 12
    private static let wordsOfAnArticle = 700
    private static let daysPerMonth = 28
    private static let firstYear = 2015

    let words = (0..<60_000).map { InventedPress.word($0 < 60 ? $0 : $0 + 128) }
    let names = (0..<20_000).map { InventedPress.name($0) }
    let roles = (0..<400).map { InventedPress.word($0 * 7 + 40) + " " + InventedPress.word($0 + 900) }
    let outlets = (0..<2_000).map { InventedPress.word($0 + 3_000) + "wire" }
    let frequentWords = Zipf(60_000)
    let frequentNames = Zipf(20_000)
    let frequentOutlets = Zipf(2_000)
    private let kinds: [Saying.Kind] =
        Array(repeating: .said, count: 40) + Array(repeating: .claimed, count: 8) + Saying.Kind.allCases
    private let articles: Int
    private var generator: Generator
    /// Quotations that other outlets print as well.
    private var quotations: [[UInt8]] = []
    private var article = 0

    init(seed: UInt64, articles: Int) {
        generator = Generator(state: seed)
        self.articles = articles
    }

    private static let syllables = "bcdfghklmnprstvz".flatMap { start in
        ["a", "e", "i", "o", "u", "an", "er", "ol"].map { String(start) + $0 }
    }

    /// A word for a number; small numbers have short ones.
    static func word(_ number: Int) -> String {
        var (word, rest) = ("", number)
        repeat {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        } while rest > 0
        return word
    }

    private static func name(_ number: Int) -> String {
        word(number % 300 + 200).capitalized + " " + word(number + 20_000).capitalized
    }

    /// The day of an article, as `2025-03-03`, `ahead` days before it.
    private func day(_ article: Int, ahead: Int = 0) -> String {
        let days = max(0, article * 10 * 12 * Self.daysPerMonth / articles - ahead)
        let (month, day) = (days / Self.daysPerMonth, days % Self.daysPerMonth + 1)
        let parts = [month % 12 + 1, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Self.firstYear + month / 12)-\(parts[0])-\(parts[1])"
    }

    /// The next article; one of a hundred is an earlier one with another statement.
    mutating func next() -> Revision {
        article += 1
        let outlet = outlets[frequentOutlets.draw(&generator)]
        var builder = Builder()
        builder.text.reserveCapacity(6_000)
        var speakers: [Int] = []
        for _ in 0..<Self.statementsOfAnArticle {
            if speakers.count < 5, speakers.isEmpty || Bool.random(using: &generator) {
                speakers.append(frequentNames.draw(&generator))
            }
            addSentences(to: &builder)
            addStatement(by: speakers[Int.random(in: speakers.indices, using: &generator)], to: &builder)
        }
        var publication = Revision.Publication()
        publication.headline = builder.headline
        (publication.outlet, publication.language) = (outlet, "en")
        publication.published = day(article)
        publication.url = "https://\(outlet).example/story-\(article)"
        // The bytes are not kept, so any digest will do.
        let source = Revision.Source(
            digest: Digest(of: Array("\(article)".utf8)),
            length: builder.text.count * 9 + 20_000,
            bytes: nil,
            format: "html",
            encoding: "utf-8"
        )
        return Revision(
            key: "\(outlet).example/story-\(article)",
            publication: publication,
            origin: .init(path: publication.url ?? ""),
            source: source,
            text: builder.text,
            paragraphs: builder.paragraphs,
            speakers: builder.speakers,
            statements: builder.statements,
            ownVoice: builder.ownVoice,
            ownVoiceShare: 0.5
        )
    }

    /// A revision that was changed after publication: its first statement is gone, another one is reworded.
    mutating func changed(_ revision: Revision) -> Revision {
        var revision = revision
        revision.publication.headline = (revision.publication.headline ?? "") + " again"
        revision.publication.modified = revision.publication.published
        revision.statements.removeFirst()
        revision.source.digest = Digest(of: revision.source.digest.bytes)
        if let span = revision.statements[0].content.first {
            for index in span.prefix(12) where revision.text[index] != UInt8(ascii: " ") {
                revision.text[index] = UInt8(ascii: "x")
            }
        }
        return revision
    }

    private mutating func addSentences(to builder: inout Builder) {
        let room = Self.wordsOfAnArticle / Self.statementsOfAnArticle - 26
        builder.paragraph(of: someWords(room + Int.random(in: -8...8, using: &generator)))
    }

    private mutating func someWords(_ count: Int) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<max(1, count) {
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            text += words[frequentWords.draw(&generator)].utf8
        }
        return text
    }

    private mutating func addStatement(by speaker: Int, to builder: inout Builder) {
        var content: [UInt8]
        if !quotations.isEmpty, Int.random(in: 0..<10, using: &generator) == 0 {
            content = quotations[Int.random(in: quotations.indices, using: &generator)]
        } else {
            content = someWords(Int.random(in: 8...34, using: &generator))
            if quotations.count < 500 {
                quotations.append(content)
            } else {
                quotations[Int.random(in: quotations.indices, using: &generator)] = content
            }
        }
        let said: String? =
            Int.random(in: 0..<10, using: &generator) == 0
            ? nil : day(article, ahead: [0, 0, 0, 1, 1, 2, 5, 40][Int.random(in: 0..<8, using: &generator)])
        builder.statement(
            content,
            by: names[speaker],
            role: roles[speaker % roles.count],
            kind: kinds[Int.random(in: kinds.indices, using: &generator)],
            form: Statement.Form.allCases[Int.random(in: 0..<3, using: &generator)],
            said: said
        )
    }
}
