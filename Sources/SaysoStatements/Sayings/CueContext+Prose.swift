extension CueContext {
    /// Looks around a statement's cue.
    ///
    /// - Parameters:
    ///   - statement: the statement.
    ///   - cue: the tokens from its cue's first to its last; nil without a cue.
    ///   - roles: the parts that words play.
    ///   - prose: the article.
    init(_ statement: Statement, cue: Range<Int>?, _ roles: Roles, in prose: Prose) {
        guard let cue, !cue.isEmpty else {
            self.init(cue: [], isQuoted: statement.form != .indirect)
            return
        }
        let sentence = prose.sentences[prose.sentence(of: cue.lowerBound)].tokens
        let source = statement.source.first.map { prose.tokens(in: $0) } ?? cue.lowerBound..<cue.lowerBound
        let limit = source.lowerBound < cue.lowerBound ? source.upperBound : sentence.lowerBound
        var first = cue.lowerBound
        let layer = roles.owners[first]
        while first > max(limit, cue.lowerBound - 8), prose.continuesClause(first - 1),
            roles.owners[first - 1] == layer
        {
            first -= 1
        }
        let start = min(source.lowerBound, first)
        self.init(
            before: (first..<cue.lowerBound).map(prose.form),
            cue: statement.cue.flatMap { prose.tokens(in: $0) }.map(prose.form),
            after: Self.opening(of: statement, after: cue, in: prose),
            isQuoted: statement.form == .direct,
            isConditional: start > sentence.lowerBound && Self.conditions.contains(prose.form(start - 1))
        )
    }

    /// The first words of a content that begins soon after its cue.
    private static func opening(of statement: Statement, after cue: Range<Int>, in prose: Prose) -> [String] {
        let end = prose.tokens[cue.upperBound - 1].end
        guard let span = statement.content.first(where: { $0.lowerBound >= end }) else { return [] }
        let content = prose.tokens(in: span)
        guard content.lowerBound - cue.upperBound < 8 else { return [] }
        return content.prefix(4).map(prose.form)
    }

    private static let conditions: Set<String> = ["if", "whether", "unless"]
}

extension Prose {
    /// Whether a token is a word or an apostrophe, which a clause runs on over.
    fileprivate func continuesClause(_ token: Int) -> Bool {
        tokens[token].shape != .punctuation || tokens[token].quotation == .apostrophe
    }
}
