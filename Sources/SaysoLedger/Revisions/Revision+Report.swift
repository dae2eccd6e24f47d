public import SaysoArticles
public import SaysoStatements

extension Revision {
    /// An article with what it reports.
    ///
    /// - Parameters:
    ///   - article: the article.
    ///   - report: what was found in it.
    ///   - key: tells it from all other articles.
    ///   - source: the bytes it was read from.
    ///   - origin: where they were found.
    public init(_ article: Article, _ report: Report, key: String, source: Source, origin: Origin) {
        let metadata = article.metadata
        var publication = Publication()
        publication.headline = article.headline.map { article.text[$0] } ?? metadata.headline
        publication.standfirst = metadata.standfirst
        publication.bylines = metadata.bylines
        publication.outlet = metadata.outlet
        publication.wire = metadata.wire
        publication.section = metadata.section
        publication.language = metadata.language
        publication.url = metadata.url
        publication.published = metadata.published?.description
        publication.modified = metadata.modified?.description
        self.init(
            key: key,
            publication: publication,
            origin: origin,
            source: source,
            text: article.text.utf8,
            paragraphs: article.paragraphs.map { Paragraph(kind: $0.kind, range: $0.range) },
            ownVoice: report.ownVoice.sentences,
            ownVoiceShare: report.ownVoice.share
        )
        let isText = source.digest == Digest(of: text)
        // Speakers' ids need not be their indices.
        var indices: [Int: Int] = [:]
        for speaker in report.speakers {
            indices[speaker.id] = speakers.count
            speakers.append(Speaker(speaker))
        }
        statements = report.statements.map { statement in
            var record = Statement(statement)
            record.speakers = statement.resolution.speakers.compactMap { indices[$0.id] }
            if !isText { record.evidence = Evidence(for: record.quoted, by: article.offsetMap) }
            return record
        }
    }
}

extension Revision.Speaker {
    init(_ speaker: Speaker) {
        self.init(
            name: speaker.name,
            kind: speaker.kind,
            role: speaker.role,
            affiliation: speaker.affiliation,
            mentions: speaker.mentions
        )
    }
}

extension Revision.Statement {
    /// Everything but speakers and evidence.
    init(_ statement: Statement) {
        self.init(form: statement.form, kind: statement.saying.kind, content: statement.content)
        isNegated = statement.saying.isNegated
        isHedged = statement.saying.isHedged
        isHeadline = statement.isHeadline
        source = statement.source
        cue = statement.cue
        medium = statement.medium
        addressee = statement.addressee
        occurrences = statement.occurrences
        parent = statement.parent
        isUnresolved = statement.resolution.isUnresolved
        speakerConfidence = statement.resolution.confidence
        chain = statement.resolution.chain.map { Step(mention: $0.mention, rule: $0.rule) }
        said = statement.said.map { SaidTime(expression: $0.expression, value: $0.value, basis: $0.basis) }
        confidence = statement.confidence
    }

    /// The spans that evidence is kept for.
    var quoted: [Range<Int>] { source + cue + content }
}
