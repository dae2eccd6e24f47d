extension WrittenDateReader {
    static let ordinals: Set<String> = [
        "st", "nd", "rd", "th", "er", "ro", "do", "mo", "ος", "º", "ª", "a", "e",
    ]
    static let linkWords: Set<String> = ["de", "del", "of", "d", "do", "da", "năm", "year", "г", "م", "el"]
    static let yearWords: Set<String> = ["m", "gada", "г", "года", "жылғы", "жылы", "թ", "թվականի", "r"]

    /// Between a day and its time of day.
    static let connectors: Set<String> = [
        "at", "on", "t", "um", "uhr", "à", "a", "às", "as", "las", "los", "ore", "ora", "alle", "klo",
        "kl", "ob", "u", "o", "в", "о", "у", "saat", "om", "ve", "v", "godz", "godzina", "de", "a las",
        "hrs", "hora", "horas", "time", "oras", "pukul", "jam", "lúc", "στις", "ώρα", "الساعة", "ساعت",
        "בשעה", "г", "года", "р", "m", "d", "год", "r", "ora", "updated", "last",
    ]

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
        "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag",
        "freitag", "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "lundi",
        "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles",
        "miercoles", "jueves", "viernes", "sábado", "sabado", "domingo", "segunda", "terça", "quarta",
        "quinta", "sexta", "feira", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato",
        "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag",
        "lørdag", "søndag", "maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai",
        "sunnuntai", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela",
        "pondělí", "úterý", "středa", "čtvrtek", "pátek", "neděle", "pondelok", "utorok", "streda",
        "štvrtok", "piatok", "nedeľa", "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat",
        "vasárnap", "luni", "marți", "marţi", "miercuri", "joi", "vineri", "sâmbătă", "duminică",
        "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar", "понедельник",
        "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "понеділок", "вівторок",
        "середа", "четвер", "субота", "неділя", "петък", "сряда", "четвъртък", "събота", "неделя",
        "ponedjeljak", "ponedeljak", "utorak", "srijeda", "sreda", "četvrtak", "petak", "subota",
        "nedjelja", "nedelja", "δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο", "κυριακή",
        "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد", "شنبه",
        "یکشنبه", "دوشنبه", "سه", "چهارشنبه", "پنجشنبه", "جمعه", "senin", "selasa", "rabu", "kamis",
        "jumat", "sabtu", "minggu", "e", "hënë", "martë", "mërkurë", "enjte", "premte", "shtunë", "diel",
        "月", "火", "水", "木", "金", "土", "日", "曜", "星", "期", "一", "二", "三", "四", "五", "六", "週", "周", "월", "화",
        "수", "목", "금", "토", "일", "요",
    ]

    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

    /// Words for the half of the day; true for afternoons.
    static let halves: [String: Bool] = [
        "am": false, "pm": true, "م": true, "ص": false, "مساءً": true, "مساء": true, "صباحا": false,
        "صباحاً": false, "μμ": true, "πμ": false,
    ]

    static let pairs: [String: Bool] = [
        "am": false, "pm": true, "午前": false, "午後": true, "上午": false, "下午": true, "오전": false, "오후": true,
        "بظ": true, "قظ": false, "μμ": true, "πμ": false,
    ]

    /// What words beside a date say happened.
    func event(_ tokens: ArraySlice<DateToken>) -> TimeLine.Event? {
        for word in tokens.reversed().compactMap(\.word) {
            if Self.modifiedWords.contains(where: { word.hasPrefix($0) }) { return .modified }
            if Self.publishedWords.contains(where: { word.hasPrefix($0) }) { return .published }
        }
        return nil
    }

    /// Whether a line's rest is nothing but weekdays, words of publishing and marks, or so short that it hardly
    /// matters.
    func isLight(_ tokens: ArraySlice<DateToken>) -> Bool {
        var heavy = 0
        for token in tokens {
            switch token {
            case .mark: continue
            case .number: heavy += 1
            case .word(let word):
                let isKnown =
                    Self.isWeekday(word) || Self.connectors.contains(word) || Self.linkWords.contains(word)
                    || event([token]) != nil || ZoneNames.zone(named: word) != nil
                if !isKnown { heavy += 1 }
            }
        }
        return heavy <= 2
    }

    private static let publishedWords = [
        "publish", "posted", "created", "issued", "first", "released", "veröffentlicht", "erstellt",
        "publi", "créé", "pubblicat", "gepubliceerd", "geplaatst", "publicerad", "publisert", "udgivet",
        "offentliggjort", "julkaistu", "opublikowan", "dodano", "zveřejn", "publikov", "vydán",
        "objavljeno", "objavlj", "публик", "опубл", "створен", "yayın", "giriş", "oluşturulma", "نشر",
        "منتشر", "انتشار", "פורסם", "dipublikasi", "đăng", "közzé", "megjelent", "δημοσ", "ավելաց", "発",
        "發", "입력", "입", "등록", "登",
    ]
    private static let modifiedWords = [
        "updat", "modif", "edited", "revised", "amended", "changed", "corrected", "aktualis", "aktualiz",
        "geändert", "mis", "actualiz", "actualis", "atualiz", "aggiorn", "bijgewerkt", "gewijzigd",
        "uppdater", "oppdater", "opdater", "päivitetty", "muokattu", "обнов", "оновл", "ažurir", "güncel",
        "تحديث", "محدث", "بروز", "עודכן", "diperbarui", "frissít", "módos", "ενημ", "更新", "更", "수정", "수",
        "最終",
    ]
}
