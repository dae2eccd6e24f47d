import SaysoStatements

extension KnownSpeaker: LedgerRow {
    package static let columns = [
        "id", "name", "role", "kind", "statements", "articles", "outlets", "first", "last", "link",
    ]

    package var cells: [Cell] {
        [
            .text("\(id)"), .text(name), .text(role), .text(kind.rawValue), .number(statements),
            .number(articles), .list(outlets), .text(first.map(SaidDays.spelled)),
            .text(last.map(SaidDays.spelled)), .text(link),
        ]
    }
}

extension KnownSpeaker.Face: LedgerRow {
    package static let columns = ["name", "role", "affiliation", "revisions"]

    package var cells: [Cell] { [.text(name), .text(role), .text(affiliation), .number(articles)] }
}

extension SpeakerDoubt: LedgerRow {
    package static let columns = [
        "one", "name", "role", "other", "other_name", "other_role", "reason",
    ]

    package var cells: [Cell] {
        [
            .text("\(one)"), .text(names[0]), .text(roles[0]), .text("\(other)"), .text(names[1]),
            .text(roles[1]), .text(reason),
        ]
    }
}

extension SpeakerDecision: LedgerRow {
    package static let columns = [
        "number", "action", "details", "speakers", "made", "by", "undone", "undone_by",
    ]

    package var cells: [Cell] {
        [
            .number(Int(number)), .text(action.rawValue), .text(details),
            .list(speakers.map(\.description)), .text(made), .text(author), .text(undone), .text(undoneBy),
        ]
    }
}
