extension [NameMention] {
    /// Adds what the network takes each name for to what its words and neighbours say.
    mutating func weigh(_ tags: NameTags, in phrases: Phrases) {
        guard !tags.tags.isEmpty else { return }
        for index in indices {
            let found = tags.tags(in: phrases.bytes(self[index].name))
            guard !found.isEmpty else { continue }
            let count = Float(found.count)
            func mean(_ kind: NameTags.Kind) -> Float {
                found.reduce(0) { $0 + $1.probability(of: kind) } / count
            }
            let (person, organisation, place) = (mean(.person), mean(.organisation), mean(.place))
            let balance = person - organisation - place
            self[index].personEvidence += Int((4 * balance).rounded())
            self[index].isPlace = place > 0.5
            guard person > 0.5, self[index].gender == 0 else { continue }
            let gender = found.reduce(0) { $0 + $1.masculine } / count
            if abs(gender) > 1.5 { self[index].gender = gender > 0 ? 1 : -1 }
        }
    }
}
