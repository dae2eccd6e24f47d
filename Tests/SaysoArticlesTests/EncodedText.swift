@testable import SaysoArticles

/// Spells texts in other encodings, by looking for the bytes that decode to each character.
enum EncodedText {
    /// The bytes of a text; nil when the encoding has not all of its characters.
    static func bytes(of text: String, in encoding: TextEncoding) -> [UInt8]? {
        var spellings: [String: [UInt8]] = [:]
        for lead in UInt8(0)...0xFF {
            spellings[encoding.decode([lead])] = [lead]
            guard encoding.isMultibyte, lead >= 0x80 else { continue }
            for trail in UInt8(0x40)...0xFE {
                let character = encoding.decode([lead, trail])
                if character.unicodeScalars.count == 1 { spellings[character] = [lead, trail] }
            }
        }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let spelling = spellings[String(scalar)] else { return nil }
            bytes += spelling
        }
        return bytes
    }
}
