/// Words that say who speaks, where there is no name.
enum SourceWords {
    /// People, offices and documents that headlines and newsrooms quote without more words.
    static let sources = Set(
        """
        minister ministers ministry president premier chancellor governor mayor senator lawmaker lawmakers mp mps
        official officials police officer officers prosecutor prosecutors lawyer lawyers judge court watchdog
        regulator regulators government council union unions army military navy spokesman spokeswoman spokesperson
        spokespeople source sources expert experts scientist scientists researcher researchers doctor doctors analyst
        analysts economist economists study survey poll report reports probe inquiry agency agencies media radio
        television newspaper diplomat diplomats envoy ambassador chief boss ceo chairman chairwoman director leader
        aide aides insider insiders witness witnesses activist activists campaigners charity ngo un statement documents
        document memo filing company firm person people executive executives authority authorities bank family
        board committee commission department institute university group association federation party office service
        administration panel foundation organisation organization operator residents neighbours neighbors relatives
        letter letters email emails interview figures data filings records mayor coroner pilot pilots captain
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )
    /// What stands before a headline's colon and is nobody.
    static let labels = Set(
        """
        opinion analysis update updated watch live exclusive breaking video explainer factbox review column editorial
        interview obituary timeline correction comment podcast photos pictures gallery quiz recap feature profile
        essay newsletter transcript news sport sports weather business world politics letters
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )
    /// Verbs that report speech and take "that" or a quotation, whoever speaks.
    static let reporting = Set(
        """
        say tell warn claim deny promise announce confirm argue insist add admit report write declare allege state
        explain note reply predict acknowledge assert vow pledge reveal shout
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )
    /// What may stand before such a verb, after the one who speaks.
    static let auxiliaries: Set<String> = [
        "has", "have", "had", "also", "later", "then", "once", "never", "now", "already", "repeatedly",
        "reportedly",
    ]
}

extension Prose {
    /// Whether a phrase names somebody who can speak: it has a name, or a word for a source.
    func isSpeaker(_ phrase: NounPhrase) -> Bool {
        (phrase.isName && tokens[phrase.tokens.upperBound - 1].shape != .lower)
            || SourceWords.sources.contains(phrase.head)
    }

    /// Whether a word reports speech: "said", "warns", but not "saying".
    func isReporting(_ token: Int) -> Bool {
        let word = form(token)
        return !word.hasSuffix("ing")
            && Lemmas.first(of: word) { SourceWords.reporting.contains($0) ? true : nil } == true
    }
}
