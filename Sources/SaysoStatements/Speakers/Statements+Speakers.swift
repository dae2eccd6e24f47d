extension [Statement] {
    /// Finds out whom each source refers to.
    ///
    /// - Returns: the article's speakers, in the order of their first mentions.
    mutating func resolveSpeakers(in prose: Prose) -> [Speaker] {
        var resolver = SpeakerResolver(prose)
        resolver.read(self)
        return resolver.speakers(of: &self)
    }
}
