import ArgumentParser
import SaysoLedger

/// `sayso show`: a statement where it stands.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a statement in its context, and where it stands in the original bytes.",
        discussion: """
            Names are those that search prints. Their sixteen digits may be shortened to four or more, as long as only \
            one revision begins with them. In the paragraph, <source>, {cue} and [content] are marked.

            EXAMPLES:
              sayso show 7f3a9c21be045d10.12
              sayso show 7f3a                      all statements of a revision
              sayso show --format json 7f3a.12
              sayso show --source 7f3a > page.html
            """
    )

    /// The forms of an answer.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("A statement or a revision.", valueName: "name"))
    var name: String

    @Option(help: .init("text or json.", valueName: "form"))
    var format = Form.text

    @Flag(help: "Give back the original bytes instead.")
    var source = false

    func run() throws {
        let ledger = try ledger.open(.readOnly)
        let (id, number): (RevisionID, Int?) =
            switch try ledger.named(name) {
            case .revision(let id): (id, nil)
            case .statement(let id): (id.revision, id.number)
            }
        if source { return try Console.write(try ledger.source(of: id), to: 1) }
        let details = try ledger.details(of: id)
        let numbers = number.map { [$0] } ?? Array(0..<details.revision.statements.count).map { $0 + 1 }
        let exhibits = try numbers.map { number in
            Exhibit(details, number, try ledger.appearances(of: StatementID(revision: id, number: number)))
        }
        let output = OutputFile()
        switch format {
        case .text:
            let page = ExhibitText(width: Console.width, paint: Paint(isOn: Console.usesColour))
            try output.write(page.heading(details))
            for exhibit in exhibits { try output.write("\n" + page.text(exhibit)) }
            try output.write(page.history(details))
        case .json:
            var json = JSONWriter(isPretty: true)
            json.value(details, exhibits)
            try output.write(json.bytes + [0x0A])
        }
        try output.flush()
    }
}
