extension BylineReader {
    /// What stands before authors' names; longer ones first.
    static let introductions: [String] = [
        "written and photographed by", "reporting and writing by", "words and photographs by",
        "article written by", "written by", "reported by", "posted by", "published by", "submitted by",
        "story by", "text by", "words by", "reporting by", "article by", "report by", "analysis by",
        "opinion by", "review by", "compiled by", "edited by", "exclusive by", "by", "author:", "authors:",
        "author", "authors", "reporter:", "writer:", "byline:", "von unserer redakteurin",
        "von unserem redakteur", "ein artikel von", "ein kommentar von", "eine analyse von", "von",
        "text:", "autor:", "autorin:", "autoren:", "écrit par", "publié par", "rédigé par",
        "propos recueillis par", "par", "auteur:", "auteur :", "por", "escrito por", "publicado por",
        "autor", "autora:", "texto:", "scritto da", "di", "a cura di", "autore:", "da", "door", "auteur",
        "geschreven door", "av", "af", "skriven av", "skrevet av", "skrevet af", "tekst:", "teksti:",
        "autor :", "przez", "napisał", "napisała", "napsal", "napsala", "autor článku:", "szerző:",
        "írta:", "írta", "piše:", "piše", "autori:", "автор:", "автор", "авторы:", "автори:", "текст:",
        "от", "yazan:", "yazar:", "haber:", "oleh", "oleh:", "penulis:", "tác giả:", "γράφει ο",
        "γράφει η", "του", "της", "ditulis oleh", "کتبها", "كتب:", "كتبت:", "كتب", "كتبت", "بقلم:", "بقلم",
        "نویسنده:", "מאת:", "מאת", "文：", "記者：", "记者：", "作者：", "文/", "撰文：",
    ].sorted { $0.count > $1.count }

    static let conjunctions: Set<String> = [
        "and", "&", "und", "et", "y", "e", "with", "и", "och", "og", "ja", "i", "та", "و", "+",
    ]

    /// What parts a name from where or for whom somebody writes.
    static let placeWords: Set<String> = [
        "for", "in", "of", "at", "from", "reports", "reporting", "is", "für", "pour", "para", "per", "aus",
        "à", "en", "on",
    ]

    /// Lower-case words inside names.
    static let particles: Set<String> = [
        "de", "van", "von", "der", "den", "del", "della", "dello", "di", "da", "do", "dos", "das", "du",
        "des", "la", "le", "el", "al", "bin", "ibn", "bint", "abu", "ter", "ten", "te", "zu", "zur", "af",
        "av", "y", "dela", "san", "st.", "op", "in", "'t", "’t", "lo", "li", "ul", "ben", "mac", "ap",
    ]

    /// Words that names of papers begin with, and people's hardly ever.
    static let articles: Set<String> = [
        "the", "el", "los", "las", "os", "o", "les", "die", "das", "em", "do",
    ]

    /// Words that no name holds, but trades, desks and outlets.
    static let others: Set<String> = [
        "staff", "editor", "editors", "reporter", "reporters", "correspondent", "correspondents", "writer",
        "writers", "desk", "team", "newsroom", "news", "press", "agency", "agencies", "bureau", "service",
        "services", "wire", "wires", "media", "magazine", "online", "digital", "contributor",
        "contributors", "contributing", "columnist", "admin", "administrator", "guest", "editorial",
        "board", "associated", "network", "networks", "ltd", "inc", "llc", "company", "gazette", "herald",
        "tribune", "chronicle", "daily", "weekly", "journal", "newspaper", "newspapers", "website",
        "redaktion", "redaktionen", "redacción", "redaccion", "redação", "redacao", "rédaction",
        "redaction", "redactie", "redakcja", "redakce", "redakcija", "redacția", "toimitus", "redazione",
        "szerkesztőség", "редакция", "редакція", "redaksi", "editör", "haber", "merkezi", "the", "chief",
        "senior", "political", "special", "copy", "published", "updated", "posted", "share", "follow",
        "view", "read", "more", "subscribe", "photographer", "photo", "photos", "video", "image", "images",
        "getty", "producer", "host", "anchor", "analyst", "producers", "freelance", "journalist",
        "january", "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "am", "pm", "www", "com", "university", "professor", "assistant", "director", "manager",
        "department", "office", "our", "your", "this", "that", "with", "tv", "radio", "channel", "studio",
        "report", "reports", "reporting", "story", "article", "comments", "email", "twitter", "facebook",
        "live", "breaking", "world", "sports", "sport", "business", "politics", "opinion", "today",
        "times", "unknown", "anonymous", "null", "undefined", "none", "agencia", "agence", "agentur",
        "presse", "interactive", "lifestyle", "entertainment", "publications", "publishing", "group",
        "international", "national", "web", "wp", "system", "корреспондент", "агентство", "новости",
        "новини", "пресс", "служба", "by", "minutes", "min", "ago", "exclusive", "advertisement",
        "sponsored", "content", "partner", "partners", "community", "council", "police", "correction",
        "jornal", "diario", "diário", "agência", "noticias", "notícias", "shots", "zone", "polizei",
        "police", "συντακτικη", "συντακτική", "ομαδα", "ομάδα", "газета", "правда", "пресса",
        "coordenadoria", "prefeitura", "assessoria", "secretaria", "departamento", "ministerio",
        "ministério", "governo", "ministry", "government",
    ]

    static let uncasedRoles = [
        " 기자", "기자", "記者", "记者", "特派員", "編集部", " 선임기자", "特派员", "／台北報導", "報導",
    ]
    static let uncasedOthers = [
        "編集", "編輯", "ब्यूरो", "نيوز", "اخبار", "أخبار", "编辑", "通讯", "通信", "新聞", "新闻", "뉴스", "편집", "报", "報",
        "وكالة", "وكالات", "تحرير", "خبر", "مراسل", "صحيفة", "تحریریه", "מערכת", "חדשות", "सं", "डेस्क",
        "न्यूज", "टीम", "网", "網", "ข่าว", "社", "部",
    ]
}
