import Testing

@testable import SaysoArticles

@Suite struct BylineTests {
    @Test(arguments: [
        ("Petra Lund", ["Petra Lund"]),
        ("By Petra Lund", ["Petra Lund"]),
        ("BY PETRA LUND", ["Petra Lund"]),
        ("By PETRA O'LUND-VANE", ["Petra O'Lund-Vane"]),
        ("by Petra Lund and Nils Orrin", ["Petra Lund", "Nils Orrin"]),
        ("Petra Lund, Nils Orrin & Tove Marn", ["Petra Lund", "Nils Orrin", "Tove Marn"]),
        ("Petra Lund, Political Editor", ["Petra Lund"]),
        ("Petra Lund, chief reporter, and Nils Orrin", ["Petra Lund"]),
        ("By Petra Lund | The Velsund Post", ["Petra Lund"]),
        ("Petra Lund - Velsund Post", ["Petra Lund"]),
        ("By Petra Lund, Associated Press", ["Petra Lund"]),
        ("Petra Lund (Reuters)", ["Petra Lund"]),
        ("By Petra Lund for the Velsund Post", ["Petra Lund"]),
        ("By Petra Lund in Marn", ["Petra Lund"]),
        ("Petra Lund petra.lund@velsund.example", ["Petra Lund"]),
        ("Written by: Petra Lund", ["Petra Lund"]),
        ("Author: Dr. Petra M. Lund", ["Dr. Petra M. Lund"]),
        ("Von Petra van der Lund", ["Petra van der Lund"]),
        ("Par Zoé d'Orrin et Luc Marn", ["Zoé d'Orrin", "Luc Marn"]),
        ("Por Inés de la Vega y Juan Marn", ["Inés de la Vega", "Juan Marn"]),
        ("Di Aldo Marn", ["Aldo Marn"]),
        ("Door Anna de Lund", ["Anna de Lund"]),
        ("Автор: Вера Орлова", ["Вера Орлова"]),
        ("Oleh Siti Marna", ["Siti Marna"]),
        ("Yazan: Elif Şahin", ["Elif Şahin"]),
        ("Lund, Petra", ["Petra Lund"]),
        ("王小明", ["王小明"]),
        ("김하늘 기자", ["김하늘"]),
        ("Petra Lund; Nils Orrin", ["Petra Lund", "Nils Orrin"]),
        ("Petra Lund and Petra Lund", ["Petra Lund"]),
        ("Staff", []), ("Staff Reporter", []), ("By Velsund Post Staff", []), ("admin", []),
        ("Editorial Board", []),
        ("The Velsund Post", []), ("Velsund Post", []), ("Our Foreign Desk", []), ("petralund", []),
        ("https://velsund.example/authors/petra-lund", []), ("@petralund", []), ("Reuters", []),
        ("Redaktion", []),
        ("AFP", []), ("News Agencies", []), ("Guest Contributor", []), ("Petra Lund 3 hours ago", []),
    ])
    func readsFields(_ text: String, _ names: [String]) {
        #expect(BylineReader(text, kind: .field, outlet: "The Velsund Post").names == names)
    }

    @Test(
        "Papers by their articles and their servers' names",
        arguments: [
            ("El Sol de Marn", []), ("Orrin Bote", []), ("Petra Lund, Orrin Bote", ["Petra Lund"]),
            ("Petra Lund For Velsund Online", ["Petra Lund"]), ("質問者： 王小明", []),
        ]
    )
    func leavesPapersOut(_ text: String, _ names: [String]) {
        #expect(BylineReader(text, kind: .field, outlet: nil, host: "www.orrinbote.example").names == names)
    }

    @Test("Lines that nothing marks as bylines count after an introduction only")
    func readsLines() {
        #expect(BylineReader("Petra Lund", kind: .line, outlet: nil).names == [])
        #expect(BylineReader("By Petra Lund", kind: .line, outlet: nil).names == ["Petra Lund"])
        #expect(BylineReader("Petra Lund", kind: .marked, outlet: nil).names == ["Petra Lund"])
        #expect(BylineReader("By the time the ferry sailed", kind: .line, outlet: nil).names == [])
    }

    @Test(arguments: [
        ("By Petra Lund, Associated Press", "AP"), ("Petra Lund (Reuters)", "Reuters"), ("AFP", "AFP"),
        ("By Petra Lund of The Associated Press", "AP"), ("Agence France-Presse", "AFP"),
        ("Reuters Staff", "Reuters"),
        ("dpa", "dpa"), ("Deutsche Presse-Agentur", "dpa"), ("PA Media", "PA"),
        ("Xinhua News Agency", "Xinhua"),
        ("ТАСС", "TASS"), ("Интерфакс", "Interfax"), ("Agencia EFE", "EFE"), ("By pa", nil),
        ("Petra Lund", nil),
        ("Ap Lund", nil),
    ])
    func findsAgencies(_ text: String, _ wire: String?) {
        #expect(BylineReader(text, kind: .field, outlet: nil).wire == wire)
    }
}
