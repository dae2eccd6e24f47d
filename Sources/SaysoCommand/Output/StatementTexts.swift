import SaysoStatements

/// The parts of a record's statements as somebody reads them in a terminal.
struct StatementTexts {
    private let record: ArticleRecord
    /// For each speaker the first statement shown, which tells the role.
    private let introductions: [Int: Int]

    init(_ record: ArticleRecord) {
        self.record = record
        var introductions: [Int: Int] = [:]
        for index in record.shown {
            for speaker in record.statements[index].resolution.speakers where introductions[speaker.id] == nil
            {
                introductions[speaker.id] = index
            }
        }
        self.introductions = introductions
    }

    /// Who said it: names, each with its role the first time; the source's own words where it is not clear whom
    /// they mean.
    func speaker(_ index: Int) -> [Columns.Piece] {
        let statement = record.statements[index]
        let speakers = statement.resolution.speakers
        guard !speakers.isEmpty else {
            let words = words(statement.source)
            let mark = statement.resolution.isUnresolved ? " (?)" : ""
            return [Columns.Piece(words + mark, .bold)]
        }
        return speakers.enumerated().flatMap { place, speaker in
            let role = introductions[speaker.id] == index ? speaker.roleBesideName.map(Display.line) : nil
            let end = place + 1 < speakers.count ? ";" : ""
            let name = Display.line(speaker.name) + (role == nil ? end : ",")
            let pieces = [Columns.Piece(name, .bold)]
            return pieces + (role.map { [Columns.Piece($0 + end, .dim)] } ?? [])
        }
    }

    /// The day or the days on which it was said, without a time of day; nil when they are not known.
    func day(_ index: Int) -> String? {
        guard let value = record.statements[index].said?.value else { return nil }
        let days = value.split(separator: "/").map { part in
            let isTime = part.utf8.count > 10 && part.utf8.dropFirst(10).first == UInt8(ascii: "T")
            return isTime ? part.prefix(10) : part
        }
        return days.first == days.last ? days.first.map(String.init) : days.joined(separator: " – ")
    }

    /// The words that report it.
    func cue(_ index: Int) -> Columns.Piece {
        Columns.Piece(words(record.statements[index].cue), .cue)
    }

    /// What was said.
    func content(_ index: Int) -> Columns.Piece {
        Columns.Piece(Display.line(record.words(record.statements[index].content)))
    }

    /// Words as a reader wants them: without the comma or colon at their end.
    func words(_ spans: [Range<Int>]) -> String {
        let text = Display.line(record.words(spans))
        if text.isEmpty { return "—" }
        guard let last = text.last, last == "," || last == ":", text.count > 1 else { return text }
        return String(text.dropLast())
    }
}

extension Speaker {
    /// The role, but where the name says it already: "a senior official" is one.
    var roleBesideName: String? {
        role.flatMap { name.lowercased().contains($0.lowercased()) ? nil : $0 }
    }
}
