import SaysoStatements

/// What an article's speaker is known by over all articles.
struct NewFace: Sendable {
    /// A digest of what tells it from other faces.
    let uid: Int64
    /// The faces among which those of the same speaker are looked for.
    let block: String
    /// See ``SpeakerRole/key``.
    let role: String
    /// An organisation's capitals, if the article prints them.
    let acronym: String?

    /// Nil when the name tells nobody from others.
    ///
    /// - Parameters:
    ///   - speaker: as the revision names it.
    ///   - revision: the revision.
    init?(of speaker: Revision.Speaker, in revision: Revision) {
        guard speaker.kind != .unnamed else { return nil }
        let name = SpeakerName(speaker.name, kind: speaker.kind)
        guard let block = name.block else { return nil }
        let role = SpeakerRole(speaker.role, affiliation: speaker.affiliation)
        var parts = [speaker.kind.rawValue, name.key, speaker.role ?? "", speaker.affiliation ?? ""]
        if name.kind == .person, name.given.isEmpty, !role.isTelling {
            // A surname alone is somebody only where one paper calls somebody so.
            let outlet = revision.publication.outlet ?? ArticleKey.host(of: revision.publication.url)
            guard role.kind != .none, let outlet else { return nil }
            parts.append(outlet.lowercased())
        }
        uid = Digest(of: Array(parts.joined(separator: "\n").utf8)).short
        self.block = block
        self.role = role.key
        acronym = Self.acronym(of: name, speaker, in: revision)
    }

    /// An organisation's capitals, where the article prints them for it.
    private static func acronym(of name: SpeakerName, _ speaker: Revision.Speaker, in revision: Revision)
        -> String?
    {
        guard name.kind == .organisation, name.last.isEmpty, let initials = name.initials else { return nil }
        let lengths = initials.utf8.count...initials.utf8.count * 2
        let isPrinted = speaker.mentions.prefix(50).contains { mention in
            guard lengths.contains(mention.count), mention.upperBound <= revision.text.count else {
                return false
            }
            let words = String(decoding: revision.text[mention], as: UTF8.self)
            return words.filter(\.isLetter).allSatisfy(\.isUppercase) && SpeakerName.plain(words) == initials
        }
        return isPrinted ? initials : nil
    }
}
