extension NameDirectory {
    /// "Harbour Trust (HT)", "HT (Harbour Trust)", "Norrland [North Vale]", "…, known as …".
    mutating func readAliases() {
        var owner: [Int: Int] = [:]
        for index in mentions.indices { owner[mentions[index].name.lowerBound] = index }
        for index in mentions.indices {
            let end = mentions[index].name.upperBound
            var next = end
            var needsClose = false
            if phrases.isOne(next, of: ["(", "["]) {
                next += 1
                needsClose = true
                if phrases.isOne(next, of: ["the", "or"]) { next += 1 }
            } else {
                if phrases.isOne(next, of: [","]) { next += 1 }
                if phrases.isOne(next, of: ["also", "formerly", "better", "commonly"]) { next += 1 }
                if phrases.isOne(next, of: ["known", "called", "aka"]), next > end {
                    if phrases.isOne(next, of: ["known"]) {
                        next += 1
                        guard phrases.isOne(next, of: ["as"]) else { continue }
                    }
                    next += 1
                } else if !phrases.isOne(next - 1, of: ["formerly"]) {
                    continue
                }
                if phrases.isOne(next, of: ["the"]) { next += 1 }
            }
            if next < phrases.count, phrases.isQuote(next) { next += 1 }
            guard let other = owner[next], other != index else { continue }
            if needsClose {
                var close = mentions[other].name.upperBound
                if close < phrases.count, phrases.isQuote(close) { close += 1 }
                guard phrases.isOne(close, of: [")", "]"]) else { continue }
                // "(R-IN)", "(Ohio)" say where, not what else.
                let token = mentions[other].name.lowerBound
                if phrases.isOne(next - 1, of: ["("]), phrases.classes(token).contains(.place) { continue }
            }
            let isOther = phrases.isOne(end, of: ["["]) || !needsClose
            join(index, other, keepsFirst: isOther && !isLoud(index))
        }
    }

    /// Makes two mentions one's: the longer name counts, or the first where the other one is only an alias.
    mutating func join(_ index: Int, _ other: Int, keepsFirst: Bool) {
        if let one = owners[index], let two = owners[other] {
            guard identity(one) != identity(two) else { return }
            let (one, two) = (identity(one), identity(two))
            // Both were there before; what is printed in brackets or behind "known as" names the first.
            merged[two] = one
            alias(mentions[other].words, of: one)
            return
        }
        let owner = owners[index] ?? owners[other] ?? add(index)
        let isLonger = mentions[index].words.count >= mentions[other].words.count
        let keep = isLonger || keepsFirst ? index : other
        for place in [index, other] where owners[place] == nil { assign(place, to: owner) }
        alias(mentions[index].words, of: owner)
        alias(mentions[other].words, of: owner)
        if keepsFirst {
            referents[owner].name = keep
            referents[owner].words = mentions[keep].words
            settled.insert(owner)
        }
    }

    mutating func alias(_ words: [String], of owner: Int) {
        byName[words.joined(separator: " ")] = owner
        if words.count == 1 { byLast[words[0], default: []].append(owner) }
    }
}
