extension [NameMention] {
    /// Names joined by "and", with commas before in longer lists: ranges of this array.
    func coordinations(in phrases: Phrases) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index + 1 < count {
            guard isJoined(index, in: phrases, by: ["and", "&"]) else {
                index += 1
                continue
            }
            var first = index
            while first > 0, found.last.map({ $0.upperBound <= first - 1 }) ?? true,
                isJoined(first - 1, in: phrases, by: [","])
            {
                first -= 1
            }
            found.append(first..<index + 2)
            index += 2
        }
        return found
    }

    /// Whether only one of some words, perhaps after a comma, stands between a name and the next.
    private func isJoined(_ index: Int, in phrases: Phrases, by words: Set<String>) -> Bool {
        guard !self[index].isModifier else { return false }
        var next = self[index].name.upperBound
        let following = self[index + 1]
        // "Mara Venn, a dentist, and Joss Averin"
        if let role = self[index].roleAfter, role.upperBound < following.name.lowerBound,
            phrases.isOne(role.upperBound, of: [","])
        {
            next = role.upperBound
        }
        if !words.contains(","), phrases.isOne(next, of: [","]) { next += 1 }
        guard phrases.isOne(next, of: words), next + 1 <= following.name.lowerBound else { return false }
        let start = following.whole.lowerBound
        let gap = next + 1..<Swift.max(next + 1, Swift.min(start, following.name.lowerBound))
        return gap.allSatisfy { phrases.classes($0).contains(.determiner) }
    }
}
