import SaysoArticles

extension [Statement] {
    /// Reads how each was said, through what and to whom, and which stand inside others; adds those that closed
    /// constructions report inside others, and puts the headline's right, unless all statements are there.
    ///
    /// - Complexity: linear in the length of the text and the statements' spans.
    mutating func readSayings(in prose: Prose, isComplete: Bool = false) {
        if !isComplete {
            var editor = StatementEditor(self, in: prose)
            editor.readHeadline()
            editor.addRelays()
            editor.addNested()
            self = editor.finished()
        }
        let roles = Roles(self, in: prose)
        for index in indices {
            self[index].saying = Saying(CueContext(self[index], cue: roles.cues[index], roles, in: prose))
        }
        let headline = prose.article.headline
        for index in indices {
            let setting = SettingReader.setting(of: index, self, roles, in: prose)
            self[index].medium = setting.medium
            self[index].addressee = setting.addressee
            self[index].isHeadline = headline.map(self[index].lies) ?? false
            if self[index].parent == nil { self[index].parent = parent(of: index, roles, in: prose) }
        }
    }

    /// The statement in whose content another's source and cue stand.
    private func parent(of index: Int, _ roles: Roles, in prose: Prose) -> Int? {
        guard let cue = roles.cues[index]?.first, roles.owners[cue] >= 0 else { return nil }
        let owner = Int(roles.owners[cue])
        let isInside = self[index].source.allSatisfy { source in
            prose.tokens(in: source).allSatisfy { Int(roles.owners[$0]) == owner }
        }
        guard owner != index, isInside else { return nil }
        // Two whose cues stand in each other's contents have no order; nor has anything nested without end.
        var ancestor: Int? = owner
        for _ in 0..<Self.deepest {
            guard let next = ancestor else { return owner }
            if next == index { return nil }
            ancestor = self[next].parent
        }
        return nil
    }

    /// Nothing is nested deeper.
    private static var deepest: Int { 16 }
}

extension Statement {
    /// Whether a headline makes it: all that reports it stands there.
    fileprivate func lies(in headline: Range<Int>) -> Bool {
        let spans = source + cue
        return (spans.isEmpty ? content : spans).allSatisfy { headline.contains($0.lowerBound) }
    }
}
