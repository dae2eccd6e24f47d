import SaysoArticles

/// Statements that are being added to, with their parents, until they are put in order again.
struct StatementEditor {
    let prose: Prose
    private(set) var statements: [Statement]
    /// For each statement the index of the one that it stands in, where a construction says so.
    private var parents: [Int?]
    private var isGone: [Bool]
    /// Statements that others were put into.
    private var outer: Set<Int> = []

    init(_ statements: [Statement], in prose: Prose) {
        self.prose = prose
        self.statements = statements
        parents = Array(repeating: nil, count: statements.count)
        isGone = Array(repeating: false, count: statements.count)
    }

    /// Adds a statement that a rule made.
    ///
    /// - Parameters:
    ///   - source: who says it; tokens.
    ///   - cue: the words that report it; tokens.
    ///   - content: what is said; tokens.
    ///   - confidence: how probable it is that the rule is right here.
    ///   - parent: the statement that it stands in.
    /// - Returns: its index.
    @discardableResult
    mutating func add(
        source: Range<Int>,
        cue: Range<Int>,
        content: [Range<Int>],
        confidence: Double,
        parent: Int? = nil
    ) -> Int {
        append(statement(source: [source], cue: [cue], content: content, confidence: confidence), parent)
        if let parent { outer.insert(parent) }
        return statements.count - 1
    }

    /// Adds a statement with the source and the cue of another.
    mutating func add(like index: Int, content: [Range<Int>]) {
        let (source, cue) = (statements[index].source, statements[index].cue)
        let added = statement(
            source: source.map { prose.tokens(in: $0) },
            cue: cue.map { prose.tokens(in: $0) },
            content: content,
            confidence: statements[index].confidence
        )
        append(added, nil)
    }

    private mutating func append(_ statement: Statement, _ parent: Int?) {
        statements.append(statement)
        parents.append(parent)
        isGone.append(false)
    }

    /// Gives a statement other words.
    mutating func replace(_ index: Int, source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>]) {
        let confidence = statements[index].confidence
        statements[index] = statement(source: source, cue: cue, content: content, confidence: confidence)
    }

    private func statement(
        source: [Range<Int>],
        cue: [Range<Int>],
        content: [Range<Int>],
        confidence: Double
    ) -> Statement {
        let spans = content.map(prose.bytes)
        return Statement(
            form: prose.form(of: content),
            source: source.map(prose.bytes),
            cue: cue.map(prose.bytes),
            content: spans,
            confidence: confidence,
            occurrences: spans.flatMap { prose.article.occurrences(of: $0) }
        )
    }

    /// Puts a statement into another.
    mutating func setParent(of index: Int, to parent: Int) {
        parents[index] = parent
        outer.insert(parent)
    }

    /// Whether another one was put into a statement.
    func isOuter(_ index: Int) -> Bool { outer.contains(index) }

    /// Takes a statement away.
    mutating func remove(_ index: Int) { isGone[index] = true }

    /// Whether a statement was taken away.
    func isRemoved(_ index: Int) -> Bool { isGone[index] }

    /// The statements in the order of their contents, with the parents that are known.
    func finished() -> [Statement] {
        let order = statements.indices.filter { !isGone[$0] }.sorted {
            let (one, other) = (statements[$0].content[0], statements[$1].content[0])
            return (one.lowerBound, -one.upperBound, $0) < (other.lowerBound, -other.upperBound, $1)
        }
        var places = [Int?](repeating: nil, count: statements.count)
        for (place, index) in order.enumerated() { places[index] = place }
        return order.map { index in
            var statement = statements[index]
            statement.parent = parents[index].flatMap { places[$0] }
            return statement
        }
    }
}

extension Prose {
    /// How some words are given; see ``Statement/Form``.
    func form(of content: [Range<Int>]) -> Statement.Form {
        guard let first = content.first, let last = content.last else { return .indirect }
        // The mark right before counts too.
        let start = max(0, first.lowerBound - 1)
        let words = tokens[start..<last.upperBound].map {
            Word(start: $0.start, end: $0.end, shape: $0.shape, quotation: $0.quotation)
        }
        return Statement.Form(of: content.map { $0.lowerBound - start..<$0.upperBound - start }, in: words)
    }
}
