/// How much of a role another states: the harmonic mean of the shares of their words that they have in common.
enum RoleOverlap {
    /// Compares two roles.
    ///
    /// - Returns: 1 for the same words, whatever their order and capitals; 0 for none in common.
    static func f1(_ predicted: String, _ gold: String) -> Double {
        let (predicted, gold) = (words(predicted), words(gold))
        var left = gold.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var common = 0
        for word in predicted {
            guard let count = left[word], count > 0 else { continue }
            left[word] = count - 1
            common += 1
        }
        return common == 0 ? 0 : 2 * Double(common) / Double(predicted.count + gold.count)
    }

    private static func words(_ role: String) -> [String] {
        let words = role.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return words.count > 1 && ["the", "a", "an"].contains(words[0]) ? Array(words.dropFirst()) : words
    }
}
