/// How an article's original bytes spell its characters: the encodings of the WHATWG Encoding Standard, and
/// UTF-32, which some feeds have.
///
/// Raw values are the standards' names in lower case.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, low byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, high byte first.
    case utf16BigEndian = "utf-16be"
    /// UTF-32, low byte first.
    case utf32LittleEndian = "utf-32le"
    /// UTF-32, high byte first.
    case utf32BigEndian = "utf-32be"
    /// The single-byte encoding that browsers read for "Latin-1".
    case windows1252 = "windows-1252"
    /// Central European.
    case windows1250 = "windows-1250"
    /// Cyrillic.
    case windows1251 = "windows-1251"
    /// Greek.
    case windows1253 = "windows-1253"
    /// Turkish; also read for ISO 8859-9.
    case windows1254 = "windows-1254"
    /// Hebrew.
    case windows1255 = "windows-1255"
    /// Arabic.
    case windows1256 = "windows-1256"
    /// Baltic.
    case windows1257 = "windows-1257"
    /// Vietnamese.
    case windows1258 = "windows-1258"
    /// Thai; also read for TIS-620 and ISO 8859-11.
    case windows874 = "windows-874"
    /// Cyrillic of DOS.
    case ibm866 = "ibm866"
    /// Latin-2: Central European.
    case iso8859x2 = "iso-8859-2"
    /// Latin-3: South European.
    case iso8859x3 = "iso-8859-3"
    /// Latin-4: North European.
    case iso8859x4 = "iso-8859-4"
    /// Cyrillic.
    case iso8859x5 = "iso-8859-5"
    /// Arabic.
    case iso8859x6 = "iso-8859-6"
    /// Greek.
    case iso8859x7 = "iso-8859-7"
    /// Hebrew in visual order.
    case iso8859x8 = "iso-8859-8"
    /// Hebrew in logical order.
    case iso8859x8i = "iso-8859-8-i"
    /// Latin-6: Nordic.
    case iso8859x10 = "iso-8859-10"
    /// Latin-7: Baltic.
    case iso8859x13 = "iso-8859-13"
    /// Latin-8: Celtic.
    case iso8859x14 = "iso-8859-14"
    /// Latin-9: Western with the euro sign.
    case iso8859x15 = "iso-8859-15"
    /// Latin-10: South-Eastern European.
    case iso8859x16 = "iso-8859-16"
    /// Russian.
    case koi8R = "koi8-r"
    /// Ukrainian.
    case koi8U = "koi8-u"
    /// Western of the classic Mac OS.
    case macintosh = "macintosh"
    /// Cyrillic of the classic Mac OS.
    case macCyrillic = "x-mac-cyrillic"
    /// Simplified Chinese; also read for GB 2312.
    case gbk = "gbk"
    /// Chinese, all of Unicode.
    case gb18030 = "gb18030"
    /// Traditional Chinese with Hong Kong's characters.
    case big5 = "big5"
    /// Japanese.
    case eucJP = "euc-jp"
    /// Japanese with escape sequences, so that a part of a text cannot be decoded alone.
    case iso2022JP = "iso-2022-jp"
    /// Japanese.
    case shiftJIS = "shift_jis"
    /// Korean, with all of the syllables of Windows.
    case eucKR = "euc-kr"

    /// Decodes part of an original, as a check on its offsets.
    ///
    /// - Parameter bytes: bytes in this encoding, without a byte order mark.
    /// - Returns: the characters; what cannot be decoded is U+FFFD.
    public func decode(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: Transcript(Array(bytes), encoding: self).text.bytes, as: UTF8.self)
    }

    /// Whether this machine can decode it.
    public var isSupported: Bool {
        switch self {
        case .utf8: true
        case _ where unitWidth > 1: true
        default: CharacterConverter(self) != nil
        }
    }

    /// The bytes of one code unit.
    var unitWidth: Int {
        switch self {
        case .utf16LittleEndian, .utf16BigEndian: 2
        case .utf32LittleEndian, .utf32BigEndian: 4
        default: 1
        }
    }
}
