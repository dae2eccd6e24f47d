extension CueLexicon {
    /// Nouns, adjectives, adverbs and prepositions, by what they say.
    static let otherLists: [(Saying.Kind, String)] = [
        (
            .said,
            """
            according per statement comment remark answer reply response speech interview conversation discussion talk
            quote word anecdote joke description explanation mention reference testimony conference address voice
            chant slogan message debate rhetoric apology greeting toast observation outspoken vocal language
            """
        ),
        (
            .wrote,
            """
            letter tweet post email e-mail memo article column op-ed editorial essay book memoir blog text caption diary
            headline poem tweetstorm
            """
        ),
        (.announced, "announcement declaration disclosure revelation communique proclamation release"),
        (
            .reported,
            """
            report study survey poll data figures statistics evidence finding reportedly documentation account records
            census analysis ad video
            """
        ),
        (
            .claimed,
            """
            claim allegation assertion argument contention allegedly suggestion insistence supposedly purportedly
            speculation rumour rumor case implication so-called adamant
            """
        ),
        (.confirmed, "confirmation admission acknowledgement acknowledgment concession"),
        (
            .denied,
            "denial rejection dismissal refusal rebuttal opposition objection disagreement unwilling reluctant"
        ),
        (
            .asked,
            "question query request appeal call proposal recommendation advice plea petition entreaty inquiry push"
        ),
        (.ordered, "order demand instruction command directive ban requirement decree mandate prohibition"),
        (.promised, "promise pledge vow assurance guarantee offer commitment oath"),
        (.warned, "warning caution threat alert alarm"),
        (.predicted, "prediction forecast estimate projection prognosis outlook"),
        (
            .criticised,
            """
            criticism accusation attack condemnation complaint rebuke critique protest indictment lawsuit outcry censure
            scorn ridicule tirade critic critical jab insult swipe swipes dig digs jibe jibes potshot
            """
        ),
        (.praised, "praise endorsement defence defense thanks tribute congratulations approval applause"),
        (
            .thought,
            """
            belief view opinion fear hope worry concern doubt wish expectation feeling idea thought impression desire
            suspicion assumption conviction perception sense regret confidence hatred love interest support preference
            sure confident worried concerned afraid fearful hopeful optimistic pessimistic sceptical skeptical convinced
            certain aware angry furious upset glad happy proud pleased sad disappointed surprised shocked keen eager
            anxious nervous wary willing ready grateful sorry unhappy frustrated excited unsure uncertain satisfied
            alarmed outraged thrilled impressed adherent supporter stance sentiment mind reluctance enthusiasm scepticism
            skepticism dislike optimism pessimism anger expectant supportive opponent opposed
            """
        ),
        (
            .decided,
            """
            decision ruling verdict plan intention resolution agreement vote aim goal determination law policy treaty
            legislation strategy determined deal judgment judgement effort
            """
        ),
    ]

    /// Verbs that say something else with certain words after them.
    static let phraseLists: [(Saying.Kind, String)] = [
        (
            .said,
            """
            go on,make clear,make plain,make known,make reference,make mention,make point,point out,lay out,set out,
            spell out,speak out,put it,put forward,bring up,weigh in,chime in,let know,let it be known,take note,
            give interview,draw attention,shed light,sum up,hold forth,talk of,add to,get across,single out,
            call attention,fill in,read out,come out,touch on,shoot back,rattle off
            """
        ),
        (.wrote, "take to,sign letter,sign petition,sign open letter"),
        (.claimed, "make case,hold that,take view,make argument,make claim,press case"),
        (
            .denied,
            "play down,brush off,brush aside,shrug off,turn down,rule out,push back,shoot down,wave away"
        ),
        (
            .asked,
            "call for,call on,call upon,press for,push for,argue for,lobby for,plead with,invite to,pray for,ask to"
        ),
        (.promised, "give word"),
        (.warned, "sound alarm,raise alarm,ring alarm"),
        (
            .criticised,
            """
            speak out against,lash out,hit out,hit back,fire back,strike out,take issue,take aim,go after,call out,
            rail against,find fault,argue against,push against,take swipe,take shot,tear into,rip into,lay into,
            turn on,campaign against,take to task,dress down,speak against,pile on,come out against
            """
        ),
        (
            .praised,
            "stand by,speak highly,sing praises,pay tribute,stick up for,stand up for,come out for,give credit"
        ),
        (
            .thought,
            """
            look forward,look to,call to mind,have in mind,come to believe,appear to think,take for granted,long for,
            agree with,look for,make up mind
            """
        ),
        (
            .decided,
            "vote against,vote for,vote to,sign off,agree to,sign up,call off,sign treaty,sign law,call election"
        ),
        (.ordered, "tell to,crack down,order to"),
        (.confirmed, "bear out,back up,own up,come clean"),
        (.other, "know as,know for"),
    ]
}
