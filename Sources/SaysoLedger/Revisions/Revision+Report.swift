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
        publication.headline = (article.headline.map { article.text[$0] } ?? metadata.headline)?.visible
        publication.standfirst = metadata.standfirst?.visible
        publication.bylines = metadata.bylines.map(\.visible)
        publication.outlet = metadata.outlet?.visible
        publication.wire = metadata.wire?.visible
        publication.section = metadata.section?.visible
        publication.language = metadata.language?.visible
        publication.url = metadata.url?.visible
        publication.published = metadata.published?.description
        publication.modified = metadata.modified?.description
        var origin = origin
        origin.path = origin.path.visible
        origin.entryID = origin.entryID?.visible
        self.init(
            key: key.visible,
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
            name: speaker.name.visible,
            kind: speaker.kind,
            role: speaker.role?.visible,
            affiliation: speaker.affiliation?.visible,
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
