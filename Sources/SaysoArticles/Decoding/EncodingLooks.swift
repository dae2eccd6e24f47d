/// Tells how bytes are encoded by the letters that they would be.
///
/// In Western texts, bytes beyond ASCII stand alone among letters; in others they are whole words. A text in the
/// right encoding is full of its language's commonest letters; in a wrong one it is full of rare ones.
enum EncodingLooks {
    /// The commonest letters of a language beyond ASCII, and the share that they have of such letters.
    private struct Language {
        let encodings: [TextEncoding]
        let letters: Set<Unicode.Scalar>
        let share: Double

        init(_ encodings: [TextEncoding], _ letters: String, share: Double) {
            (self.encodings, self.letters, self.share) = (encodings, Set(letters.unicodeScalars), share)
        }
    }

    private static let languages = [
        Language([.windows1251, .koi8R, .iso8859x5], "оеаинтсрвлкмі", share: 0.7),
        Language([.windows1253], "αοιετσνηυρπκ", share: 0.65),
        Language([.windows1255], "יוהלארתבמש", share: 0.65),
        Language([.windows1256], "اليمونرتبة", share: 0.65),
        Language([.windows874], "านรอเกงมยลวดทส่้", share: 0.6),
        Language([.shiftJIS, .eucJP], "のにはをたがでてとしれさいるあらもこなかンスー、。", share: 0.4),
        Language([.eucKR], "이다는에을가의고은지하를한로기서도사", share: 0.35),
        Language([.gb18030], "的一是在不了有人中国这大为上个，。", share: 0.2),
        Language([.big5], "的一是在不了有人中國這大為上個，。", share: 0.2),
    ]

    /// The encoding whose letters are those of a language.
    ///
    /// - Parameter source: bytes that are not UTF-8.
    /// - Returns: the encoding; nil when the bytes are too few to tell, or look Western, or like no language.
    static func encoding(of source: [UInt8]) -> TextEncoding? {
        // Enough to tell; most of a page is markup.
        var sample: [UInt8] = []
        var (run, inWords) = (0, 0)
        for byte in source[source.endOfASCII(from: 0)...] {
            run = byte < 0x80 ? 0 : run + 1
            inWords += run == 3 ? 3 : run > 3 ? 1 : 0
            if byte >= 0x80 || sample.last.map({ $0 >= 0x80 }) == true { sample.append(byte) }
            if sample.count == 8_192 { break }
        }
        guard sample.count >= 24, inWords * 2 >= sample.count else { return nil }
        var best: (encoding: TextEncoding, fit: Double)?
        for language in languages {
            for encoding in language.encodings where encoding.isSupported {
                let transcript = Transcript(sample, encoding: encoding)
                guard transcript.undecodable <= 1 + sample.count / 50 else { continue }
                var (count, common) = (0, 0)
                for scalar in String(decoding: transcript.text.bytes, as: UTF8.self).unicodeScalars
                where !scalar.isASCII {
                    count += 1
                    common += language.letters.contains(scalar) ? 1 : 0
                }
                let fit = Double(common) / Double(max(count, 1)) / language.share
                if fit > max(best?.fit ?? 0, 0.6) { best = (encoding, fit) }
            }
        }
        return best?.encoding
    }
}
