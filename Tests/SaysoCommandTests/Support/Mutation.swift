import TestSupport

/// Changes to texts and bytes, the same for the same seed.
enum Mutation {
    private static let scalars: [Unicode.Scalar] = [
        "\u{301}", "\u{308}", "é", "ß", "İ", "ı", "漢", "ع", "\u{202E}", "\u{200D}", "\u{FE0F}", "👩", "🚢", "🇳",
        "𝒪",
        "“", "”", "\"", "'", "’", "«", "»", "„", "…", "—", "\n", "\r", "\t", "\u{2028}", "\u{A0}", "\u{FEFF}",
        "\0",
        "\u{FFFD}", "\u{10FFFF}", ".", ",", ":", "{", "}", "[", "\\", "/",
    ]

    /// Takes some scalars out, puts others in, and turns pieces round.
    static func text(_ text: String, using generator: inout SeededGenerator) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 0...24, using: &generator) where !scalars.isEmpty {
            let at = Int.random(in: scalars.indices, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: scalars.remove(at: at)
            case 1: scalars.removeSubrange(at..<min(scalars.count, at + 40))
            case 2: scalars[at..<min(scalars.count, at + 20)].reverse()
            default: scalars.insert(generator.pick(Self.scalars), at: at)
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    /// Changes, doubles and drops bytes.
    static func bytes(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...12, using: &generator) where !bytes.isEmpty {
            let at = Int.random(in: bytes.indices, using: &generator)
            let end = min(bytes.count, at + Int.random(in: 1...60, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes.removeSubrange(at..<end)
            case 1:
                bytes.insert(
                    contentsOf: bytes[at..<end],
                    at: Int.random(in: bytes.indices, using: &generator)
                )
            case 2: bytes.insert(generator.pick(Array("\"\\\n{}[]:,\0\u{FF}0u".utf8)), at: at)
            default: bytes[at] = UInt8(truncatingIfNeeded: generator.next())
            }
        }
        return bytes
    }
}
