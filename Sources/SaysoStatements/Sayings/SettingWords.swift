/// Words by which places, occasions, media and audiences are told from everything else.
enum SettingWords {
    /// What words are written in, sent by or broadcast on.
    static let media = set(
        """
        statement statements letter letters email emails mail tweet tweets post posts message messages memo memos note
        notes report reports article articles column columns ed editorial editorials essay book memoir paper papers
        blog blogs filing filings lawsuit complaint affidavit affidavits ruling verdict opinion decree release releases
        communique communiqué declaration resolution petition transcript transcripts text texts newsletter diary study
        survey document documents testimony deposition indictment thread video videos recording recordings ad ads
        advertisement broadcast podcast podcasts clip livestream stream website site page account feed channel platform
        television tv radio phone telephone air twitter facebook instagram telegram tiktok youtube whatsapp weibo
        linkedin reddit bluesky mastodon media press magazine newspaper journal review letterhead bulletin circular
        manifesto advisory notice reply response answer comments comment remarks footage programme program show
        teleconference videolink link monologue foreword preface
        """
    )
    /// Occasions on which people speak.
    static let occasions = set(
        """
        interview interviews conversation conversations call calls conference conferences briefing briefings meeting
        meetings rally rallies hearing hearings debate debates session sessions summit forum event events ceremony
        speech speeches address lecture sermon panel hall fundraiser trial funeral vigil convention stop gala march
        protest demonstration appearance appearances visit exchange discussion discussions inquest inquiry talk talks
        court parliament congress senate dinner breakfast lunch luncheon reception festival gathering symposium
        seminar workshop webinar presser launch opening inauguration congregation service q&a cross-examination
        examination questioning sidelines
        """
    )
    /// What only "by" makes a medium.
    static let means = set(
        "phone telephone email mail text letter fax video videolink satellite message radio"
    )
    /// What a medium's maker did with it: "a statement published on …".
    static let participles = set(
        """
        published posted released issued aired broadcast carried sent dated obtained seen signed made given delivered
        addressed recorded filed held written shared uploaded distributed circulated emailed organised organized hosted
        streamed televised submitted printed read provided
        """
    )
    /// What is written or said to somebody.
    static let addressed = set(
        """
        letter letters email emails mail message messages memo memos note notes text texts statement statements
        testimony remarks comments speech address petition report reply response complaint tweet appeal submission
        """
    )
    /// Prepositions that places, occasions and media stand after.
    static let prepositions = set("in on at during via through by over outside inside aboard near from to")
    /// Prepositions that lead on inside such a phrase: "an interview with Channel 4", "a rally in Ohio".
    static let linking = set("of with in at on by from for before outside near via through to between")
    /// Words that end a phrase of nouns.
    static let stops = set(
        """
        that who whom whose which what when where why how if whether while as than because since until after before
        about and or but nor so yet for of with in at on by from to into onto via through during over under against
        between among amid without within outside inside near aboard along around across behind beyond despite except
        following including regarding concerning like upon i he she it they we you his her their its my our your there
        is are was were be been being am has have had having do does did will would can could may might must should
        shall not said says say saying told tells tell telling adding added asked citing speaking calling urging demanding warning
        earlier later ago also only then now just when here again too himself herself themselves itself
        """
    )
    /// Words that a phrase of nouns begins with, and that stand nowhere else in it.
    static let articles = set("the a an this that these those his her their its my our your another")
    /// Words that a phrase of nouns may begin with.
    static let determiners = articles.union(["one", "two", "three", "several", "some", "many", "all", "both"])
    /// Pronouns that somebody is spoken to by.
    static let objects = set("him her them me us you it")
    /// Days and months.
    static let calendar = set(
        """
        monday tuesday wednesday thursday friday saturday sunday tues thurs january february april june july august
        september october november december jan feb aug sept oct nov dec
        """
    )
    /// Words for times, which may also be part of a name.
    static let times = set(
        """
        today yesterday tomorrow tonight overnight morning afternoon evening night noon midnight week weekend month year years
        weeks months days day hours hour minutes minute moment time times past last next early late earlier later
        recently recent spring summer autumn winter fall century decade decades dawn dusk eve o'clock pm am gmt
        christmas easter march may
        """
    )
    /// What makes no place of "at" with all that follows: "at least twice".
    static let degrees = set("least most once first last all best worst present large")
    /// What follows "at" or "in" and is no place.
    static let placeless = set(
        """
        end beginning start least most first last once all present point stage age length odds risk issue stake large
        best worst fact part addition particular general response contrast turn short case order favour favor return
        exchange front light home spite terms view public private detail
        """
    )
    /// Groups of people whose name needs no article: "told reporters".
    static let audiences = set(
        "police parliament congress staff media press people journalists mps lawmakers congressmen women men court"
    )
    /// What is spoken to and no audience: "in response to a question".
    static let causes = set(
        """
        question questions request requests criticism claim claims allegation allegations accusation accusations charge
        charges news cheers applause boos laughter degrees extent suggestion suggestions idea plan plans proposal proposals
        """
    )
    /// Where one "takes to" in writing.
    static let platforms = set(
        "x twitter facebook instagram telegram tiktok youtube whatsapp weibo linkedin reddit bluesky mastodon media"
    )
    /// Verbs whose object is whom they speak to.
    static let addressing = set(
        """
        tell ask inform assure warn remind urge order notify advise persuade convince instruct reassure brief text
        email promise query quiz alert caution beg implore
        """
    )
    /// Words after which a speaker's occasion or audience stands: "speaking at a rally", "talking to reporters".
    static let appearances = set("speaking talking writing appearing testifying posting addressing")

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
