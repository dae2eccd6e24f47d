/// Words that are written with a full stop inside sentences.
enum Abbreviations {
    /// What a stop after a word says about the sentence.
    enum Role {
        /// A name or a number follows: the sentence goes on.
        case opensName
        /// The sentence goes on unless a word follows that opens sentences.
        case mayEnd
        /// As `mayEnd`, and only an abbreviation before a digit.
        case beforeNumber
    }

    static func role(of word: String) -> Role? { roles[word] }

    static func contains(_ word: String) -> Bool { roles[word] != nil }

    private static let roles: [String: Role] = {
        var roles: [String: Role] = [:]
        let opensName = """
            Mr Mrs Ms Mx Dr Drs Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Sgt Cpl Pvt Capt Cmdr Cdr Adm Maj \
            Brig Rev Hon Pres Supt Insp Msgr Mme Mlle Amb Atty Det Ofc Pfc Spc Fr Messrs Hr Dott Ing \
            vs cf approx ca viz resp e.g i.e eg ie Figs Eq pp
            """
        let mayEnd = """
            Inc Co Cos Corp Ltd Bros Plc plc LLC Pty Jr Sr Esq etc al a.m p.m A.M P.M Ph.D \
            Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev \
            Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta \
            St Ave Blvd Rd Mt Ft Hwy Sq Dept Univ Assn est min hr ft lb oz mph
            """
        let beforeNumber = """
            No Nos no nos Vol Art Fig Sec Ch Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec p
            """
        for word in opensName.split(separator: " ") { roles[String(word)] = .opensName }
        for word in mayEnd.split(separator: " ") { roles[String(word)] = .mayEnd }
        for word in beforeNumber.split(separator: " ") { roles[String(word)] = .beforeNumber }
        return roles
    }()

    /// Whether a capitalised word is one that opens sentences more often than it goes on with a name.
    static func opensSentences(_ word: String) -> Bool { openers.contains(word) }

    private static let openers = Set(
        """
        The A An He She It They We I You But And Or So Yet In On At By For From To With As If When While \
        After Before Since Until Once This That These Those There His Her Hers Their Its Our My Your \
        However Meanwhile Not No Yes Some Many Most More Last Earlier Later According Also Another What Who \
        Why How Where Which Both All Each Every Even Only Other Others One Two Three Under Over During \
        Despite Because Though Although Still Then Now Here Nobody Nothing Everyone Asked Mr Mrs Ms Dr
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    )

    /// Names that end with an exclamation mark.
    static let exclaimedNames: Set<String> = ["Yahoo", "E", "Jeopardy", "Joomla", "Oklahoma", "Yum", "Mamma"]

    /// Last parts of host names that some write with a capital.
    static let domains: Set<String> = ["Com", "Net", "Org", "Gov", "Edu"]

    /// Verbs that tie a quotation before them to the speaker between.
    static let sayingVerbs = Set(
        """
        said says asked asks wondered wonders told tells replied replies answered shouted cried exclaimed \
        added wrote writes declared demanded tweeted posted joked recalled quipped continued whispered yelled
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    )
}
