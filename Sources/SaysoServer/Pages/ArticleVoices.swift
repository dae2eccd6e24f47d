import SaysoLedger

/// Who speaks in an article, numbered in the order in which they first do.
struct ArticleVoices {
    /// Somebody, or several who say something together.
    struct Voice {
        /// What addresses call the voice: the speakers' ids, or a word where there are none.
        let key: String
        /// From 1 on.
        let number: Int
        let name: String
        let shortName: String
        /// One for each speaker.
        let speakers: [ArticleReading.Voice]
        var statements = 0

        /// One of eight colours, which come again beyond the eighth voice.
        var colour: Int { (number - 1) % 8 + 1 }
        /// What the article says that the speaker is; nothing where the name says it.
        var role: String? {
            guard speakers.count == 1, let role = speakers[0].role else { return nil }
            return name.lowercased().contains(role.lowercased()) ? nil : role
        }
    }

    /// What addresses call the outlet's own voice.
    static let ownVoice = "own"

    private(set) var all: [Voice] = []
    /// Of each statement, whose it is, as an index.
    private(set) var ofStatement: [Int] = []

    init(_ reading: ArticleReading) {
        var places: [String: Int] = [:]
        for (statement, speakers) in zip(reading.revision.statements, reading.voices) {
            let (key, name) =
                if !speakers.isEmpty {
                    (speakers.map(\.id).joined(separator: " "), Self.joined(speakers.map(\.name)))
                } else if statement.isUnresolved {
                    ("open", "Left open by the article")
                } else {
                    ("nobody", "Nobody named")
                }
            let place = places[key] ?? all.count
            if place == all.count {
                places[key] = place
                all.append(
                    Voice(
                        key: key,
                        number: place + 1,
                        name: name,
                        shortName: ShortText.line(name, 80),
                        speakers: speakers
                    )
                )
            }
            all[place].statements += 1
            ofStatement.append(place)
        }
    }

    /// The colour of a statement's voice.
    func colour(of statement: Int) -> Int { all[ofStatement[statement]].colour }

    /// `A`, `A and B`, `A, B and C`.
    static func joined(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
