extension CueLexicon {
    /// Verbs, by what they say.
    static let verbLists: [(Saying.Kind, String)] = [
        (
            .said,
            """
            say tell add explain note state mention remark comment describe call reply respond answer speak talk
            discuss recall continue stress emphasise reiterate repeat point observe refer term dub label brand name
            conclude quote cite express voice utter whisper shout yell cry chant mutter murmur joke quip muse recount
            relate narrate testify elaborate clarify characterise portray depict paint liken compare interject interrupt
            go address brief inform notify remind apologise confide convey mean echo underline underscore highlight
            summarise outline detail list specify identify invoke allude touch reference emphasize recite sing laugh
            smile grin sigh sob nod shrug retort rejoin react greet introduce lecture preach pray proclaim
            pronounce read sound weigh pivot signal volunteer venture debate banter chat converse
            communicate credit attribute correct intone exclaim gush enthuse rant boast brag crow tout hype
            trumpet articulate recap interview phone telephone vouch raise present frame nickname title
            frown scream bellow croak stammer stutter blurt chime deadpan opine pontificate philosophise reminisce
            reassert restate rephrase expound spell tick enumerate contrast distinguish share
            """
        ),
        (
            .wrote,
            """
            write tweet retweet post blog email text scribble scrawl pen co-write publish message jot
            type draft print caption fax telegraph instagram inscribe
            """
        ),
        (
            .announced,
            """
            announce declare reveal disclose unveil launch release publicise broadcast divulge leak expose
            issue unleash nominate kick
            """
        ),
        (
            .reported,
            """
            report find show document record indicate demonstrate illustrate reflect contain include
            measure rate rank register cover determine establish prove display feature film capture
            trace calculate uncover detect poll survey
            """
        ),
        (
            .claimed,
            """
            claim allege argue insist assert contend maintain suggest imply hint purport profess posit
             theorise speculate submit reason hypothesise insinuate intimate affirm lie
            """
        ),
        (
            .confirmed,
            """
            confirm admit acknowledge concede agree accept recognise verify corroborate concur grant confess
            reaffirm acquiesce validate
            """
        ),
        (
            .denied,
            """
            deny reject dismiss dispute refute contradict rebut disavow rebuff refuse decline disagree disown repudiate
            debunk counter discount downplay deflect brush demur balk object renounce retract rescind recant
            contest challenge overrule veto withdraw distance
            """
        ),
        (
            .asked,
            """
            ask question wonder inquire enquire request urge propose recommend advise encourage appeal beg plead
            implore petition press push pressure lobby invite query quiz advocate counsel grill beseech entreat
            solicit exhort persuade convince coax campaign  nudge prod prompt pitch
            """
        ),
        (
            .ordered,
            """
            order demand instruct command ban forbid require prohibit bar mandate summon dictate decree
            subpoena oblige impose enjoin authorise permit allow
            """
        ),
        (
            .promised,
            """
            promise pledge vow assure guarantee swear offer commit reassure undertake
            """
        ),
        (.warned, "warn caution threaten alert forewarn admonish"),
        (.predicted, "predict forecast project estimate foresee foretell prophesy anticipate reckon bet"),
        (
            .criticised,
            """
            criticise criticize accuse blame condemn denounce attack slam blast mock ridicule complain deride decry
            lambast lambaste assail bemoan lament chide rebuke scold fault berate castigate rail lash knock bash taunt
            deplore disparage malign insult belittle scoff sneer jeer boo heckle charge reprimand upbraid censure rap
            excoriate skewer vilify pan trash savage hit fire rip target impugn jab needle tease troll sue bristle gripe grouse
            grumble moan fume rage groan whine vent protest lampoon demonise snipe smear hammer pillory curse chastise squabble quarrel spar
            bicker satirise
            """
        ),
        (
            .praised,
            """
            praise welcome thank endorse defend congratulate laud applaud hail commend compliment salute champion extol
            honour honor celebrate cheer bless toast glorify cherish   rally embrace lionise promote herald
            """
        ),
        (
            .thought,
            """
            think believe know feel fear hope want wish expect consider see view regard deem suspect assume doubt worry
            prefer support back oppose favour favor like love hate dislike despise admire respect understand realise
            learn discover notice remember forget imagine envision guess suppose perceive interpret judge trust mistrust
            distrust sense dread regret need desire crave long dream ponder contemplate mull care mind appreciate
            enjoy resent value look watch hear witness conceive presume recollect figure bother fancy
            """
        ),
        (
            .decided,
            """
            decide rule choose vote approve sign pass plan intend resolve aim seek opt adopt elect settle
            select pick convict acquit sentence award enact ratify block overturn uphold appoint 
            design prepare file  amend repeal allocate fund try attempt
            """
        ),
    ]
}
