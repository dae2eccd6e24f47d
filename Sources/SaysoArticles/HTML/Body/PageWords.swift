/// The words of a page's texts as hashes, with what is counted on the way.
struct PageWords {
    /// Groups of words that tell a page's furniture from its story, in the languages of much of the web's news.
    struct Topics: OptionSet {
        let rawValue: UInt8

        static let social = Topics(rawValue: 1 << 0)
        static let signup = Topics(rawValue: 1 << 1)
        static let credit = Topics(rawValue: 1 << 2)
        static let staff = Topics(rawValue: 1 << 3)
        static let pointer = Topics(rawValue: 1 << 4)
        static let legal = Topics(rawValue: 1 << 5)
        static let time = Topics(rawValue: 1 << 6)
        static let count = 7
    }

    private static let vocabulary = WordTable<UInt8>(
        [
            (
                Topics.social,
                """
                twitter facebook instagram whatsapp telegram youtube tiktok linkedin pinterest reddit snapchat follow \
                share tweet like folgen teilen síguenos compartir compartilhar partager suivez seguici condividi \
                подписывайтесь поделиться
                """
            ),
            (
                .signup,
                """
                newsletter newsletters subscribe subscriber subscribers subscription signup sign inbox email mail \
                e-mail register join log login app download donate support free podcast abonnieren anmelden \
                suscríbete assine inscrivez abonnez iscriviti подпишитесь рассылка
                """
            ),
            (
                .credit,
                """
                getty image images photo photos photograph photographer picture pictured credit courtesy via reuters \
                afp ap pa epa shutterstock copyright caption video file foto fotos bild quelle crédit crédito imagen \
                imagem фото
                """
            ),
            (
                .staff,
                """
                reporting editing edited contributed contributor compiled editor editors reporter writer \
                correspondent producer author columnist written by about redaktion autor redacción redação rédaction \
                redazione автор редакция
                """
            ),
            (
                .pointer,
                """
                read more related watch see also click here continue story next previous recommended listen full \
                latest updates trending here's visit find leia mais também lire aussi lesen auch mehr leer más \
                también читайте также подробнее смотрите leggi anche lees ook czytaj zobacz oku devamı čtěte
                """
            ),
            (
                .legal,
                """
                copyright rights reserved terms privacy policy cookies cookie disclaimer redistributed reproduced \
                advertisement advert sponsored rechte vorbehalten derechos reservados direitos droits réservés \
                diritti riservati права защищены
                """
            ),
            (
                .time,
                """
                published updated posted min mins minutes read ago january february march april may june july \
                august september october november december am pm gmt utc publicado aktualisiert publié \
                pubblicato опубликовано
                """
            ),
        ].map { group, words in
            let written = words.split(separator: " ").map { word in
                // Only ASCII letters are read in lower case.
                word.utf8.first.map { $0 >= 0x80 } ?? false
                    ? "\(word) \(word.prefix(1).uppercased())\(word.dropFirst())" : String(word)
            }
            return (group.rawValue, written.joined(separator: " "))
        }
    )

    /// Words by hash, one text after another.
    private(set) var hashes: [UInt32] = []

    /// What is counted over a stretch of text.
    struct Counts {
        var words = 0
        /// Characters that are neither white space nor ignorable.
        var characters = 0
        var stops = 0
        var commas = 0
        var digits = 0
        /// Words that begin with a capital letter.
        var capitalised = 0
        /// Characters of scripts that put no space between words.
        var unspaced = 0
        /// At signs, as of addresses and accounts.
        var ats = 0
        var topics: SIMD8<UInt16> = .zero
        /// Topics of the first two words.
        var firstTopics: Topics = []
        /// The last character that is no white space, and what the first one was.
        var last: UInt32 = 0
        var first: UInt32 = 0
        /// The last stop was an ellipsis and nothing but marks followed it.
        var endsInEllipsis = false
    }

    private var word = WordHash()
    private var isInWord = false
    private var isCapital = false

    /// Adds a text's characters.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, to counts: inout Counts) {
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                offset += 1
                let kind = Self.ascii[Int(byte)]
                if kind == Self.letter {
                    if !isInWord { open(byte < 0x61 && byte != 0x5F && byte > 0x39) }
                    word.add(byte.lowercasedASCII)
                    counts.characters += 1
                    if counts.first == 0 { counts.first = UInt32(byte) }
                    counts.last = UInt32(byte)
                    if byte <= 0x39 { counts.digits += 1 }
                    continue
                }
                if isInWord { close(&counts) }
                if kind == Self.space { continue }
                mark(UInt32(byte), &counts)
                continue
            }
            var (scalar, length) = (UInt32(byte), 1)
            if byte >= 0xF0 {
                (scalar, length) = (UInt32(byte & 7), 4)
            } else if byte >= 0xE0 {
                (scalar, length) = (UInt32(byte & 15), 3)
            } else {
                (scalar, length) = (UInt32(byte & 31), 2)
            }
            let stop = min(bytes.count, offset + length)
            for index in offset + 1..<max(stop, offset + 1) {
                scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
            }
            if Self.isMark(scalar) {
                if isInWord { close(&counts) }
                if !Self.isSpace(scalar) { mark(scalar, &counts) }
            } else {
                if !isInWord { open(Self.isCapital(scalar)) }
                for index in offset..<stop { word.add(bytes[index]) }
                counts.characters += 1
                if Self.isUnspaced(scalar) { counts.unspaced += 1 }
                if counts.first == 0 { counts.first = scalar }
                counts.last = scalar
            }
            offset = stop
        }
    }

    /// Ends a word at the end of a block, or at white space that is not written.
    mutating func close(_ counts: inout Counts) {
        guard isInWord else { return }
        isInWord = false
        counts.endsInEllipsis = false
        counts.words += 1
        if isCapital { counts.capitalised += 1 }
        hashes.append(word.value)
        guard let found = Self.vocabulary[word.value] else { return }
        let topics = Topics(rawValue: found)
        for index in 0..<Topics.count where found >> UInt8(index) & 1 == 1 { counts.topics[index] &+= 1 }
        if counts.words <= 2 { counts.firstTopics.formUnion(topics) }
    }

    private mutating func open(_ capital: Bool) {
        (isInWord, isCapital) = (true, capital)
        word = WordHash()
    }

    private func mark(_ scalar: UInt32, _ counts: inout Counts) {
        counts.characters += 1
        if counts.first == 0 { counts.first = scalar }
        if scalar == 0x2026 || scalar == 0x2E && counts.last == 0x2E { counts.endsInEllipsis = true }
        counts.last = scalar
        switch scalar {
        case 0x2E, 0x21, 0x3F, 0x3B, 0x3A, 0x3002, 0xFF01, 0xFF1F, 0x964, 0x2026: counts.stops += 1
        case 0x2C, 0x3001, 0xFF0C, 0x60C: counts.commas += 1
        case 0x40: counts.ats += 1
        default: break
        }
    }

    private static let letter: UInt8 = 1
    private static let space: UInt8 = 2
    private static let ascii: [UInt8] = (0..<128).map { (byte: UInt8) in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: letter
        case 0...0x20, 0x7F: space
        default: 0
        }
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        scalar == 0xA0 || (0x2000...0x200F).contains(scalar) || scalar == 0x3000 || scalar == 0xFEFF
            || scalar == 0x2028 || scalar == 0x202F || scalar == 0xAD
    }

    /// Punctuation, symbols and spaces, as far as the pages of newspapers have them.
    private static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x60C, 0x61B, 0x61F, 0x964,
            0x965:
            true
        case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xFE00...0xFE6F, 0xFEFF: true
        case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    private static func isCapital(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xC0...0xDE, 0x391...0x3AB, 0x400...0x42F: true
        case 0x100...0x17F: scalar & 1 == 0
        default: false
        }
    }

    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
            0x20000...0x2FFFF:
            true
        default: false
        }
    }

    /// Whether a character ends a sentence, or the marks around one.
    static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x2026, 0x201C, 0x201D, 0x2019, 0xBB, 0x3002, 0xFF01, 0xFF1F,
            0x61F,
            0x964, 0x300D:
            true
        default: false
        }
    }
}
