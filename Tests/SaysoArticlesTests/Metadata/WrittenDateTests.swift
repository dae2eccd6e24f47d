import Testing

@testable import SaysoArticles

@Suite struct WrittenDateTests {
    private static func dates(_ line: String, _ language: String?, _ host: String? = nil) -> [WrittenDate] {
        WrittenDateReader.dates(in: line, order: .init(language: language, host: host))
    }

    @Test(arguments: [
        ("en", "Published: Sept. 8, 2020 at 9:22 a.m. ET", "2020-09-08T09:22-04:00"),
        ("en", "4:16 pm Sat Dec 12, 2020", "2020-12-12T16:16"),
        ("en", "10:55 EDT, 7 May 2020", "2020-05-07T10:55-04:00"),
        ("en", "March 3rd 2021", "2021-03-03"),
        ("de", "15. Juni 2020, 12.11 Uhr", "2020-06-15T12:11"),
        ("de", "15.06.20, 12:11", "2020-06-15T12:11"),
        ("de", "Mo., 3. März 2021", "2021-03-03"),
        ("fr", "Publié le jeudi 24 décembre 2020 à 07h47", "2020-12-24T07:47"),
        ("fr", "1er août 2020", "2020-08-01"),
        ("es", "martes 17 de marzo de 2020", "2020-03-17"),
        ("es", "22 Septiembre, 2020", "2020-09-22"),
        ("pt", "14/03/2020 20h38", "2020-03-14T20:38"),
        ("pt", "11 de outubro de 2020, 8:34", "2020-10-11T08:34"),
        ("it", "28 luglio 2020 10:43", "2020-07-28T10:43"),
        ("ca", "23 març 2020", "2020-03-23"),
        ("ro", "duminică, 20 septembrie 2020", "2020-09-20"),
        ("nl", "9 oktober 2020 11:12", "2020-10-09T11:12"),
        ("sv", "3 maj 2021 kl. 07.15", "2021-05-03T07:15"),
        ("da", "3. marts 2021", "2021-03-03"),
        ("no", "3. desember 2021", "2021-12-03"),
        ("is", "3. maí 2021", "2021-05-03"),
        ("fi", "2.9.2020 klo 12.45", "2020-09-02T12:45"),
        ("fi", "2. syyskuuta 2020", "2020-09-02"),
        ("et", "2. märts 2020", "2020-03-02"),
        ("lv", "2020. gada 5. maijs", "2020-05-05"),
        ("lt", "2020 m. spalio 26 d. 11:44", "2020-10-26T11:44"),
        ("pl", "19 sierpnia 2020, 5:16", "2020-08-19T05:16"),
        ("cs", "30. ledna 2020 8:44", "2020-01-30T08:44"),
        ("sk", "3. októbra 2020", "2020-10-03"),
        ("sl", "3. avgusta 2020", "2020-08-03"),
        ("hr", "3. listopada 2020", "2020-10-03"),
        ("pl", "3 listopada 2020", "2020-11-03"),
        ("sr", "21. juni/lipanj, 2020.", "2020-06-21"),
        ("sr", "3. децембар 2020", "2020-12-03"),
        ("hu", "2020. június 4. 9:27", "2020-06-04T09:27"),
        ("sq", "13 gusht 2020, 09:08", "2020-08-13T09:08"),
        ("tr", "30 Ekim 2020 Cuma 18:28", "2020-10-30T18:28"),
        ("az", "13 oktyabr 2020", "2020-10-13"),
        ("ru", "3 декабря 2020, 18:47", "2020-12-03T18:47"),
        ("ru", "3 марта 2020 г. в 18:47", "2020-03-03T18:47"),
        ("uk", "3 грудня 2020", "2020-12-03"),
        ("bg", "15 октомври 2020", "2020-10-15"),
        ("kk", "2020, 1 желтоқсан", "2020-12-01"),
        ("el", "19 Αυγούστου 2020", "2020-08-19"),
        ("ar", "الأربعاء، 07 أكتوبر 2020 - 12:09 م", "2020-10-07T12:09"),
        ("ar", "24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24T21:22"),
        ("ar", "٠٣ يونيو ٢٠٢٠", "2020-06-03"),
        ("fa", "2 تیر 1399 - 12:09", "2020-06-22T12:09"),
        ("fa", "۱۴۰۲/۰۱/۰۱", "2023-03-21"),
        ("he", "17 באוגוסט 2020", "2020-08-17"),
        ("hi", "29 सितंबर 2020", "2020-09-29"),
        ("bn", "১৬ ফেব্রুয়ারি ২০২০", "2020-02-16"),
        ("th", "3 มีนาคม 2563", "2020-03-03"),
        ("vi", "24 tháng 3, 2020", "2020-03-24"),
        ("id", "Senin, 4 Mei 2020 04:25 WIB", "2020-05-04T04:25+07:00"),
        ("ja", "2020年7月15日 11時00分", "2020-07-15T11:00"),
        ("ko", "2020년 3월 4일 오후 2:15", "2020-03-04T14:15"),
        ("zh", "2020年10月4日 下午3:05", "2020-10-04T15:05"),
        ("hy", "15 Սեպտեմբեր, 2020", "2020-09-15"),
        ("ka", "3 მარტი 2021", "2021-03-03"),
    ])
    func readsLanguages(_ language: String, _ line: String, _ expected: String) {
        let dates = Self.dates(line, language)
        #expect(dates.map(\.time.description) == [expected])
        #expect(dates.first?.isWholeLine == true)
    }

    @Test(arguments: [
        ("en-US", nil, "03/04/2021", "2021-03-04"), ("en-GB", nil, "03/04/2021", "2021-04-03"),
        ("en", "www.velsund.example.uk", "03/04/2021", "2021-04-03"),
        ("en", "velsund.us", "03/04/2021", "2021-03-04"),
        ("de", nil, "03/04/2021", "2021-04-03"), ("en", nil, "03.04.2021", "2021-04-03"),
        ("en", nil, "13/04/2021", "2021-04-13"), ("en", nil, "04/13/2021", "2021-04-13"),
        ("en", nil, "2021/04/03", "2021-04-03"),
    ])
    func ordersDayAndMonth(_ language: String, _ host: String?, _ line: String, _ expected: String) {
        let dates = Self.dates(line, language, host)
        #expect(dates.map(\.time.description) == [expected])
        #expect(dates.first?.other == nil)
    }

    @Test("Where nothing tells day from month, both readings are kept")
    func keepsBoth() {
        let date = Self.dates("03/04/2021", "en", "velsund.example.com").first
        #expect(date?.other?.description == "2021-03-04" || date?.time.description == "2021-03-04")
        #expect(date?.other != nil)
    }

    @Test(arguments: [
        "3 hours ago", "yesterday", "2021", "March 2021", "31/02/2021", "1-2-3", "call 555 2020 12",
        "v2.10.2020.4",
        "12:30", "2020-21 season", "room 12, 2020 Vane Street", "99/99/9999", "",
    ])
    func leavesOthersAlone(_ line: String) {
        #expect(Self.dates(line, "en").map(\.time.description) == [])
    }

    @Test func tellsWhatHappened() {
        let dates = Self.dates("Published 26 April 2025 16:19 | Updated 27 April 2025 08:00", "en")
        #expect(dates.map(\.event) == [.published, .modified])
        #expect(Self.dates("Aktualisiert am 3.4.2021", "de").first?.event == .modified)
        #expect(Self.dates("Обновлено 3 марта 2020", "ru").first?.event == .modified)
    }

    @Test(arguments: [
        ("https://velsund.example/2019/11/27/pier", "2019-11-27"),
        ("https://velsund.example/2019/nov/27/pier", "2019-11-27"),
        ("https://velsund.example/news/2019-11-27-pier", "2019-11-27"),
        ("https://velsund.example/20191127/pier", "2019-11-27"),
        ("https://velsund.example/pier-2019-11-27", "2019-11-27"),
        ("https://velsund.example/201911271044893040-pier", "2019-11-27"),
        ("https://velsund.example/2019/11/pier", nil), ("https://velsund.example/20194127", nil),
        ("https://velsund.example/article/12345678901", nil), ("https://velsund.example/", nil), ("", nil),
    ])
    func readsAddresses(_ address: String, _ day: String?) {
        #expect(AddressDate.day(in: address)?.day.description == day)
    }
}
