/// The news agencies whose texts other outlets print.
enum WireAgency {
    /// The short name of the agency that a text is the name of, and little else: "The Associated Press" is "AP".
    static func named(_ text: String) -> String? {
        let words = text.folded
        guard !words.isEmpty else { return nil }
        if let agency = agencies[words] {
            // Short names are everybody's initials, and words, unless they stand in capitals.
            let letters = text.filter(\.isLetter)
            if words.utf8.count > 4 || words == "dpa" || letters == letters.uppercased() { return agency }
            return nil
        }
        for suffix in suffixes where words.hasSuffix(suffix) {
            return named(String(words.dropLast(suffix.utf8.count)))
        }
        return nil
    }

    /// The agency that a line credits among other words: "© 2019 The Associated Press", "(Reuters)".
    static func credited(in text: String) -> String? {
        let words = text.folded.split(separator: " ")
        for start in words.indices {
            for names in longNames[words[start]] ?? [] {
                let end = start + names.words.count
                if end <= words.count, words[start..<end].elementsEqual(names.words) { return names.agency }
            }
        }
        return nil
    }

    private static let suffixes = [
        " staff", " staff writer", " staff report", " news service", " news agency", " wire",
        " wire service", " wires", " correspondent", " newswire", " news", " agency",
        " international service", " reporter", " writer",
    ]

    private static let agencies: [String: String] = {
        var agencies: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "=")
            guard parts.count == 2 else { continue }
            for name in parts[1].split(separator: ",") { agencies[String(name).folded] = String(parts[0]) }
            agencies[String(parts[0]).folded] = String(parts[0])
        }
        return agencies
    }()

    /// Names that are no common words, by their first word, longer ones first.
    private static let longNames: [Substring: [(words: [Substring], agency: String)]] = {
        var names: [Substring: [(words: [Substring], agency: String)]] = [:]
        for (name, agency) in agencies where name.utf8.count > 6 && name != "bloomberg" && name != "sputnik" {
            let words = name.split(separator: " ")
            names[words[0], default: []].append((words, agency))
        }
        return names.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    /// Short names and the longer ones that pages use.
    private static let table = """
        AP=associated press,the associated press,ap news,ap news wire,ap wire
        Reuters=thomson reuters,reuters staff,reuters agency,reuters uk,reuters com,agence reuters
        AFP=agence france presse,agence france-presse,afp relaxnews,afp news,afp com
        PA=press association,pa media,the press association,pa news agency,press association sport
        dpa=deutsche presse agentur,deutsche presse-agentur,dpa international,dpa infocom
        EFE=agencia efe,efe news,agência efe,agencia efe s a
        Xinhua=xinhua news agency,新华社,新華社,xinhuanet
        TASS=тасс,итар тасс,itar tass,russian news agency tass
        Interfax=интерфакс,interfax ukraine,интерфакс украина
        RIA Novosti=риа новости,ria novosti,ria
        ANSA=ansa it,agenzia ansa,redazione ansa
        Kyodo=kyodo news,共同通信,共同通信社,共同
        Jiji=jiji press,時事通信,時事通信社
        Yonhap=yonhap news,yonhap news agency,연합뉴스
        PTI=press trust of india,pti news
        IANS=indo asian news service
        ANI=asian news international
        UNI=united news of india
        UPI=united press international
        Bloomberg=bloomberg news,bloomberg l p
        CP=canadian press,the canadian press,la presse canadienne,presse canadienne
        AAP=australian associated press
        APA=austria presse agentur
        Anadolu=anadolu agency,anadolu ajansı,anadolu ajansi
        DHA=demirören haber ajansı
        IHA=ihlas haber ajansı,iha
        Keystone-SDA=keystone sda,keystone ats,sda,ats
        Belga=agence belga,belganews
        ANP=algemeen nederlands persbureau
        NTB=norsk telegrambyrå
        TT=tidningarnas telegrambyrå,tt nyhetsbyrån
        Ritzau=ritzaus bureau
        STT=suomen tietotoimisto
        Lusa=agência lusa
        Agência Brasil=agencia brasil
        Ukrinform=укринформ,укрінформ
        Unian=уніан,униан
        BelTA=белта
        MTI=magyar távirati iroda
        ČTK=čtk,ctk,česká tisková kancelář
        TASR=tasr
        PAP=polska agencja prasowa
        Tanjug=танјуг
        Hina=hina
        BTA=бта
        SID=sport informations dienst
        epd=evangelischer pressedienst
        KNA=katholische nachrichten agentur
        Europa Press=europapress
        Télam=telam,agencia telam
        Notimex=agencia notimex
        Prensa Latina=prensa latina
        Bernama=bernama
        Antara=antara news
        KUNA=kuwait news agency
        WAM=emirates news agency
        SPA=saudi press agency
        WAFA=وفا
        IRNA=ایرنا,islamic republic news agency
        Sputnik=sputnik international
        """
}

extension String {
    /// Letters and digits in lower case, parted by single spaces, for comparing names and titles; apostrophes are
    /// left out.
    var folded: String {
        var copy = self
        let ascii: String? = copy.withUTF8 { source in
            guard source.allSatisfy({ $0 < 0x80 }) else { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(source.count)
            var isPending = false
            for byte in source {
                if byte.isASCIILetter || (0x30...0x39).contains(byte) {
                    if isPending, !bytes.isEmpty { bytes.append(0x20) }
                    isPending = false
                    bytes.append(byte.lowercasedASCII)
                } else if byte != 0x27 {
                    isPending = true
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        if let ascii { return ascii }
        var text = String.UnicodeScalarView()
        var isPending = false
        for scalar in lowercased().unicodeScalars {
            let properties = scalar.properties
            let isWord =
                scalar.value < 0x80
                ? (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
                : properties.isAlphabetic || properties.numericType != nil
                    || properties.generalCategory == .nonspacingMark
            if isWord {
                if isPending, !text.isEmpty { text.append(" ") }
                isPending = false
                text.append(scalar)
            } else if scalar != "'" && scalar != "’" {
                isPending = true
            }
        }
        return String(text)
    }
}
