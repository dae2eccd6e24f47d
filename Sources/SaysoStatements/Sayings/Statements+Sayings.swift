extension [Statement] {
    /// Reads how each was said, through what and to whom, and which stand inside others.
    mutating func readSayings(in prose: Prose) {
    }
}

extension OwnVoice {
    /// The sentences that no statement takes part in.
    init(beside statements: [Statement], in prose: Prose) {
        self.init(sentences: [], share: 0)
    }
}
