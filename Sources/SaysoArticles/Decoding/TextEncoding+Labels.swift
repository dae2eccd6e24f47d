extension TextEncoding {
    /// Finds the encoding that a label means.
    ///
    /// Labels that the standard maps to its "replacement" encoding, as `utf-7` and `hz-gb-2312`, mean none.
    ///
    /// - Parameter label: what a page, a feed or a header calls its encoding, as `latin1` or ` UTF-8 `.
    /// - SeeAlso: <https://encoding.spec.whatwg.org/#names-and-labels>
    public init?(label: String) {
        let name = label.utf8.drop(while: \.isMarkupSpace)
        let end = name.lastIndex { !$0.isMarkupSpace }
        guard let end, let encoding = Self.byLabel[String(decoding: name[...end], as: UTF8.self).lowercased()]
        else { return nil }
        self = encoding
    }

    private static let byLabel: [String: TextEncoding] = {
        var table: [String: TextEncoding] = [:]
        for (encoding, labels) in labels {
            for label in labels.split(separator: " ") { table[String(label)] = encoding }
        }
        return table
    }()

    private static let labels: KeyValuePairs<TextEncoding, String> = [
        .utf8: "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
        .utf16LittleEndian:
            "utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff",
        .utf16BigEndian: "utf-16be unicodefffe",
        .utf32LittleEndian: "utf-32le",
        .utf32BigEndian: "utf-32be utf-32",
        .windows1252:
            """
        windows-1252 cp1252 x-cp1252 ascii us-ascii ansi_x3.4-1968 latin1 l1 csisolatin1 cp819 ibm819 \
        iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 x-user-defined
        """,
        .windows1250: "windows-1250 cp1250 x-cp1250",
        .windows1251: "windows-1251 cp1251 x-cp1251",
        .windows1253: "windows-1253 cp1253 x-cp1253",
        .windows1254:
            """
        windows-1254 cp1254 x-cp1254 latin5 l5 csisolatin5 iso-8859-9 iso8859-9 iso88599 iso_8859-9 \
        iso_8859-9:1989 iso-ir-148
        """,
        .windows1255: "windows-1255 cp1255 x-cp1255",
        .windows1256: "windows-1256 cp1256 x-cp1256",
        .windows1257: "windows-1257 cp1257 x-cp1257",
        .windows1258: "windows-1258 cp1258 x-cp1258",
        .windows874: "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911",
        .ibm866: "ibm866 866 cp866 csibm866",
        .iso8859x2:
            """
        iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 latin2 l2 csisolatin2
        """,
        .iso8859x3:
            """
        iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 iso-ir-109 latin3 l3 csisolatin3
        """,
        .iso8859x4:
            """
        iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 iso-ir-110 latin4 l4 csisolatin4
        """,
        .iso8859x5:
            """
        iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 iso-ir-144 cyrillic csisolatincyrillic
        """,
        .iso8859x6:
            """
        iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 iso-ir-127 arabic csisolatinarabic \
        asmo-708 ecma-114 iso-8859-6-e csiso88596e iso-8859-6-i csiso88596i
        """,
        .iso8859x7:
            """
        iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 iso-ir-126 greek greek8 sun_eu_greek \
        csisolatingreek ecma-118 elot_928
        """,
        .iso8859x8:
            """
        iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 iso-ir-138 hebrew visual \
        csisolatinhebrew iso-8859-8-e csiso88598e
        """,
        .iso8859x8i: "iso-8859-8-i csiso88598i logical",
        .iso8859x10: "iso-8859-10 iso8859-10 iso885910 iso-ir-157 latin6 l6 csisolatin6",
        .iso8859x13: "iso-8859-13 iso8859-13 iso885913",
        .iso8859x14: "iso-8859-14 iso8859-14 iso885914",
        .iso8859x15: "iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 csisolatin9",
        .iso8859x16: "iso-8859-16",
        .koi8R: "koi8-r koi8_r koi koi8 cskoi8r",
        .koi8U: "koi8-u koi8-ru",
        .macintosh: "macintosh mac x-mac-roman csmacintosh",
        .macCyrillic: "x-mac-cyrillic x-mac-ukrainian",
        .gbk: "gbk x-gbk gb2312 gb_2312 gb_2312-80 csgb2312 csiso58gb231280 chinese iso-ir-58",
        .gb18030: "gb18030",
        .big5: "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
        .eucJP: "euc-jp x-euc-jp cseucpkdfmtjapanese",
        .iso2022JP: "iso-2022-jp csiso2022jp",
        .shiftJIS: "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis ms932 windows-31j",
        .eucKR:
            """
        euc-kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 csksc56011987 iso-ir-149 \
        windows-949
        """,
    ]
}
