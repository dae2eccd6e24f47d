extension [Statement] {
    /// Finds out whom each source refers to.
    ///
    /// - Parameters:
    ///   - prose: the article's words.
    ///   - names: what the network takes them for.
    /// - Returns: the article's speakers, in the order of their first mentions.
    mutating func resolveSpeakers(in prose: Prose, names: NameTags) -> [Speaker] {
        var resolver = SpeakerResolver(prose, names)
        resolver.read(self)
        return resolver.speakers(of: &self)
    }
}
