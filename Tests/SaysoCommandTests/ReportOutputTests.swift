import Foundation
import SaysoArticles
import SaysoStatements
import Testing

@testable import SaysoCommand

@Suite("Reports in every form")
struct ReportOutputTests {
    private static let speech = Selection(kinds: .speech)

    private func output(
        _ format: OutputFormat,
        _ selection: Selection = Selection(),
        width: Int = 100,
        hasColour: Bool = false
    ) async -> String {
        let record = await SampleReport.record(selection)
        let style = TableStyle(width: width, hasColour: hasColour)
        var text = format.header(selection, isSingle: true)
        format.write(record, isFirst: true, isSingle: true, style: style) { text += $0 }
        return text
    }

    @Test(
        "What they say is what they said",
        arguments: [
            ("table", OutputFormat.table, speech), ("json", .json, Selection(explains: true)),
            ("csv", .csv, Selection()), ("brat", .brat, Selection()),
            ("explain", .table, Selection(explains: true)),
            ("speakers", .table, Selection(kinds: .speech, listsSpeakers: true)),
            ("speakers-csv", .csv, Selection(listsSpeakers: true)),
        ]
    )
    func golden(name: String, format: OutputFormat, selection: Selection) async {
        expectGolden(await output(format, selection), "report-\(name).txt")
    }

    @Test("A narrow terminal has statements one below the other")
    func narrow() async {
        expectGolden(await output(.table, Self.speech, width: 60), "report-narrow.txt")
    }

    @Test(
        "No line is wider than the terminal",
        arguments: [40, 71, 84, 100, 200],
        [speech, Selection(explains: true), Selection(listsSpeakers: true)]
    )
    func width(width: Int, selection: Selection) async {
        let text = await output(.table, selection, width: width)
        for line in text.split(separator: "\n") { #expect(Display.width(line) <= width, "\(line)") }
    }

    @Test("Colours change nothing but colours", arguments: [speech, Selection(explains: true)])
    func colours(selection: Selection) async {
        let coloured = await output(.table, selection, hasColour: true)
        #expect(coloured.contains("\u{1B}[1mRona Tesk"))
        #expect(await coloured.replacing(/\u{1B}\[[0-9]*m/, with: "") == output(.table, selection))
    }

    @Test("Kinds pick statements, whose ids stay; speakers are those of what is left")
    func kinds() async throws {
        let thought = try #require(KindSelection(argument: "thought,decided"))
        let text = await output(.json, Selection(kinds: thought))
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let statements = try #require(object["statements"] as? [[String: Any]])
        #expect(statements.map { $0["id"] as? String } == ["s4"])
        let speakers = try #require(object["speakers"] as? [[String: Any]])
        #expect(speakers.map { $0["statements"] as? Int } == [1, 1])
        let denied = try #require(KindSelection(argument: "denied"))
        #expect(await output(.json, Selection(kinds: denied)).contains("\"speakers\": [],\n  \"statements\""))
        #expect(await output(.csv, Selection(kinds: denied)).split(separator: "\n").count == 2)
        #expect(
            await output(.brat, Selection(kinds: denied)).hasSuffix(
                "E5\tAttribution:T4 Content:T1 Source:T2 Cue:T3\n"
            )
        )
    }

    @Test(
        "Kinds by name",
        arguments: [
            ("said", 1), ("said,said", 1), ("all", Saying.Kind.allCases.count),
            ("speech,thought,all", Saying.Kind.allCases.count),
            ("thought,decided", 2),
        ]
    )
    func selection(argument: String, count: Int) {
        #expect(KindSelection(argument: argument)?.kinds.count == count)
        #expect(KindSelection.speech.kinds.isDisjoint(with: [.thought, .decided]))
    }

    @Test("No kinds", arguments: ["", ",", "said,", "Said", "said, wrote", "shouted"])
    func noSelection(argument: String) {
        #expect(KindSelection(argument: argument) == nil)
    }
}
