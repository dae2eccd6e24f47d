import Foundation
import SaysoArticles
import Testing

@Suite struct LanguageTests {
    @Test(arguments: [
        (
            "en",
            "The ferry to Marn was late again, and the harbour master said that he had not been told why it was."
        ),
        (
            "de",
            "Die Fähre nach Marn kam wieder zu spät, und der Hafenmeister sagte, dass er nicht wisse, warum es so war, und dass er auf eine Antwort warte."
        ),
        (
            "fr",
            "Le bac pour Marn est encore arrivé en retard, et le chef du port a dit qu'il ne savait pas pourquoi, mais que les voyageurs ont été prévenus."
        ),
        (
            "es",
            "El barco a Marn llegó otra vez tarde, y el jefe del puerto dijo que no sabía por qué, pero que los viajeros ya estaban en la sala."
        ),
        (
            "pt",
            "O barco para Marn chegou outra vez atrasado, e o chefe do porto disse que não sabia por que, mas os passageiros já foram avisados pela empresa."
        ),
        (
            "it",
            "Il traghetto per Marn è arrivato ancora in ritardo, e il capo del porto ha detto che non sapeva perché, ma che i passeggeri sono stati avvisati."
        ),
        (
            "nl",
            "De veerboot naar Marn was weer te laat, en de havenmeester zei dat hij niet wist waarom, maar dat de reizigers het al hebben gehoord."
        ),
        (
            "sv",
            "Färjan till Marn var sen igen, och hamnchefen sade att han inte visste varför, men att de resande hade fått veta det från rederiet."
        ),
        (
            "fi",
            "Lautta oli taas myöhässä, ja sataman johtaja sanoi, että hän ei ollut kuullut syytä, mutta matkustajat ovat jo saaneet tiedon, kun se oli tullut."
        ),
        (
            "pl",
            "Prom do Marn znowu się spóźnił, a kapitan portu powiedział, że nie wie, dlaczego tak jest, ale podróżni są już o tym przez firmę powiadomieni."
        ),
        (
            "cs",
            "Loď do Marnu se zase zpozdila a kapitán přístavu řekl, že neví, proč to tak je, ale že cestující už byli podle něj informováni a jsou v přístavu."
        ),
        (
            "hu",
            "A komp megint késett, és a kikötő vezetője azt mondta, hogy nem tudja, miért volt így, de az utasok már tudják, hogy mikor lehet indulni."
        ),
        (
            "tr",
            "Vapur bir kez daha gecikti ve liman müdürü bunun için ne olduğu konusunda bir bilgi almadı, ama yolcular için yeni bir sefer olarak bu akşam var."
        ),
        (
            "ro",
            "Feribotul spre Marn a întârziat din nou, iar șeful portului a spus că nu știe de ce, dar că pasagerii au fost anunțați și sunt în sală."
        ),
        (
            "id",
            "Kapal ke Marn terlambat lagi, dan kepala pelabuhan mengatakan bahwa dia tidak tahu apa yang terjadi, tetapi para penumpang sudah ada di ruang tunggu untuk itu."
        ),
        (
            "vi",
            "Chuyến phà đến Marn lại bị trễ, và người đứng đầu cảng đã cho biết rằng ông không được báo trước về việc này khi các hành khách đến."
        ),
        (
            "ru",
            "Паром снова опоздал, и начальник порта сказал, что он не знает, почему это было так, но что пассажиры уже были об этом предупреждены."
        ),
        (
            "uk",
            "Пором знову запізнився, і начальник порту сказав, що він не знає, чому це було так, але що пасажири вже про це знають і чекають у залі."
        ),
        ("el", "Το πλοίο άργησε πάλι και ο λιμενάρχης είπε ότι δεν ήξερε τον λόγο της καθυστέρησης."),
        ("ar", "تأخرت العبارة مرة أخرى وقال مدير الميناء إنه لا يعرف السبب وإن الركاب في القاعة."),
        (
            "fa",
            "کشتی دوباره دیر کرد و رئیس بندر گفت که نمی‌داند چرا، اما به مسافران گفته‌اند که چه می‌شود و کی می‌رسد."
        ),
        ("he", "המעבורת איחרה שוב ומנהל הנמל אמר שהוא לא יודע למה זה קרה היום."),
        ("hi", "नाव फिर देर से आई और बंदरगाह के प्रमुख ने कहा कि उन्हें कारण नहीं पता।"),
        ("th", "เรือข้ามฟากมาช้าอีกครั้ง และหัวหน้าท่าเรือกล่าวว่าเขาไม่ทราบสาเหตุ"),
        ("ja", "フェリーはまた遅れて、港の責任者は理由を知らないと話した。乗客はすでに知らせを受けていたという。"),
        ("ko", "배가 또 늦었고 항구 책임자는 그 이유를 모른다고 말했다. 승객들은 이미 그 소식을 들었다고 전했다."),
        ("zh", "渡轮又晚点了，港口负责人说他不知道原因，乘客已经得到通知，他们正在大厅里等候，预计今晚可以出发，届时将增开一班。"),
    ])
    func tells(_ tag: String, _ text: String) {
        #expect(Language.guess(text)?.tag == tag)
    }

    @Test(arguments: [
        "", "Ferry late", "The ferry to Marn", "12 34 56",
        "Marn Velsund Orrin Lund Vane Orlo Tove Petra Nils Zed Quill Marna Elif Siti Luc",
    ])
    func leavesShortOnesOpen(_ text: String) {
        #expect(Language.guess(text) == nil)
    }

    @Test(arguments: [
        ("en_us", "en-US"), ("EN", "en"), ("zh-hans-cn", "zh-Hans-CN"), ("de-DE,en", "de-DE"),
        ("English", "en"),
        ("x", nil), ("", nil), ("<?php", nil), ("no-nb-", "no-NB"),
    ])
    func normalises(_ tag: String, _ expected: String?) {
        #expect(Language.normalized(tag) == expected)
    }

    @Test(
        "English news is never taken for anything else",
        .enabled(if: Self.hasCorpora, "the corpora are not there")
    )
    func knowsEnglish() throws {
        for folder in Self.corpora {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let data = try #require(FileManager.default.contents(atPath: folder + "/" + name))
                let guess = Language.guess([UInt8](data))
                #expect(guess?.tag == "en", "\(name): \(String(describing: guess))")
            }
        }
    }

    private static let corpora: [String] = {
        let checkout = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4)
        let data = (Array(checkout.dropLast()) + ["shared", "data"]).joined(separator: "/").dropFirst()
        return ["polnear/dev/text", "news/dev/text", "gum/text"].map { "\(data)/\($0)" }
    }()
    private static let hasCorpora = corpora.allSatisfy { FileManager.default.fileExists(atPath: $0) }
}
