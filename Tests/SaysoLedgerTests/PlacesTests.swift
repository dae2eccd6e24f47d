import SaysoArticles
import Testing

@testable import SaysoLedger

@Suite("Places as the file spells them")
struct PlacesTests {
    @Test(
        "Paragraphs are read as they were written",
        arguments: [
            ([], ""), ([(.headline, 0..<60), (.body, 62..<90)], "headline 0+60,28"),
            ([(.body, 2..<5), (.body, 5..<5), (.body, 3..<9)], "3,0+0,-2+6"),
        ] as [([(Paragraph.Kind, Range<Int>)], String)]
    )
    func paragraphs(paragraphs: [(Paragraph.Kind, Range<Int>)], spelled: String) {
        let paragraphs = paragraphs.map { Revision.Paragraph(kind: $0.0, range: $0.1) }
        #expect(Places.spelled(paragraphs) == spelled)
        #expect(Places.paragraphs(spelled) == paragraphs)
    }

    @Test(
        "What spells no paragraphs is not read as some",
        arguments: [
            "x", "5+", "+5", "1+2+3", "letter 5", "headline body 5", "-5", "-9+5", "0+281474976710656",
            "9223372036854775807", "1+9223372036854775807",
        ]
    )
    func noParagraphs(spelled: String) { #expect(Places.paragraphs(spelled) == nil) }

    @Test("Whole paragraphs are spelled as their numbers")
    func numbers() {
        let paragraphs = [0..<4, 6..<9, 11..<20].map { Revision.Paragraph(kind: .body, range: $0) }
        let ranges = [0..<4, 6..<8, 11..<20]
        #expect(Places.spelled(ranges, in: paragraphs) == "0,6+2,2")
        #expect(Places.read("0,6+2,2", in: paragraphs) == ranges)
        for spelled in ["3", "-1", "0,x", "9223372036854775808"] {
            #expect(Places.read(spelled, in: paragraphs) == nil)
        }
    }

    @Test("Evidence that stands at one distance is spelled as that")
    func distance() {
        let spans = [30..<40, 5..<9, 8..<12]
        let evidence = Evidence(for: spans, at: 100)
        #expect(evidence.pieces.map(\.text) == [5..<9, 9..<12, 30..<40])
        #expect(evidence.pieces.map(\.source) == [105..<109, 109..<112, 130..<140])
        #expect(evidence.spelled(of: spans) == "+100")
        #expect(Evidence(spelled: "+100", of: spans) == evidence)
        #expect(Evidence(for: spans, at: -5).spelled(of: spans) == "-5")
        #expect(evidence.spelled(of: [30..<40]) == "5+4@105,9+3@109,30+10@130")
        for spelled in ["-6", "+x", "+", "-", "+281474976710656", "5+4@", "5@105", "~5+4"] {
            #expect(Evidence(spelled: spelled, of: spans) == nil, "\(spelled)")
        }
    }
}
