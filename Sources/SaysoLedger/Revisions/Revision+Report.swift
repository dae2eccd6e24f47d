public import SaysoArticles
public import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

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
        origin.retrieved = origin.retrieved.flatMap { Self.timeGot($0) }
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

extension Revision {
    /// When something was got, such that texts sort as times do: `2025-03-03T16:40:00Z`.
    ///
    /// - Parameters:
    ///   - text: a date as archives have it; without a zone it is in UTC.
    ///   - now: seconds since 1970.
    /// - Returns: nil where it is no date, or lies more than a day ahead of now: that would be news for good.
    static func timeGot(_ text: String, now: Double = Date.now.timeIntervalSince1970) -> String? {
        guard let time = MachineDate.time(in: text), let minutes = time.minutesSinceEpoch(),
            Double(minutes * 60) <= now + 86400
        else { return nil }
        let days = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        let (date, rest) = (DayNumber.date(of: days), minutes - days * 1440)
        let clock = StatedTime.Clock(
            hour: rest / 60,
            minute: rest % 60,
            second: time.clock?.second ?? 0,
            zone: 0
        )
        return StatedTime(year: date.year, month: date.month, day: date.day, clock: clock)?.description
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
