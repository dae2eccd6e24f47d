/// The words of texts, and their runs of four.
struct Shingles {
    /// Numbers of words, so that runs of them compare fast; words are the same when their UTF-8 is.
    private var numbers: [[UInt8]: Int32] = [:]

    /// A text's words, as numbers: runs of letters, digits and underscores.
    mutating func words(of text: String) -> [Int32] {
        var words: [Int32] = []
        var word: [UInt8] = []
        func close() {
            guard !word.isEmpty else { return }
            let number = numbers[word] ?? Int32(numbers.count)
            numbers[word] = number
            words.append(number)
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if Self.isOfWord(scalar) { word.append(contentsOf: scalar.utf8) } else { close() }
        }
        close()
        return words
    }

    /// How often each run of four words occurs; fewer words are one run.
    static func counts(of words: [Int32]) -> [SIMD4<Int32>: Int] {
        guard !words.isEmpty else { return [:] }
        var counts: [SIMD4<Int32>: Int] = [:]
        for start in 0..<max(1, words.count - 3) {
            var run = SIMD4<Int32>(repeating: -1)
            for index in 0..<min(4, words.count) { run[index] = words[start + index] }
            counts[run, default: 0] += 1
        }
        return counts
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: return true
        case ..<0x80: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
