extension Lexicon {
    static let people: [(String, WordClass)] = [
        (
            "mr mrs ms miss mx dr prof sir dame lord lady baron baroness sheikh sheik rev reverend fr father sister "
                + "brother pastor bishop archbishop cardinal pope imam rabbi ayatollah king queen prince princess "
                + "duke duchess emperor sultan emir president vice premier chancellor prime minister secretary "
                + "undersecretary senator sen representative rep congressman congresswoman governor gov lieutenant lt "
                + "mayor councillor councilor councilman councilwoman councilmember alderman ambassador consul "
                + "envoy commissioner commissar judge justice attorney solicitor prosecutor chief general gen "
                + "colonel col major maj captain capt commander cmdr admiral adm brigadier sergeant sgt corporal "
                + "cpl private officer detective inspector superintendent constable sheriff deputy marshal director "
                + "chairman chairwoman chair chairperson chairmember ceo cfo coo cto cio founder co-founder owner "
                + "coach manager captain professor principal dean provost rector chancellor speaker leader "
                + "spokesman spokeswoman spokesperson editor correspondent reporter columnist analyst economist "
                + "doctor nurse lawyer aide adviser advisor host anchor moderator engineer administrator controller "
                + "treasurer auditor ombudsman registrar coroner delegate trustee minority majority whip uncle aunt "
                + "grandfather grandmother baby lead head nominee candidate comptroller chairmen mp supt insp det "
                + "assemblyman assemblywoman assemblymember counsel pm hon", .title
        ),
        (
            "spokesman spokeswoman spokesperson spokespeople minister president premier chancellor secretary senator "
                + "representative congressman congresswoman governor mayor councillor councilor councilman "
                + "councilwoman ambassador envoy diplomat commissioner judge justice attorney solicitor prosecutor "
                + "lawyer barrister chief general colonel major captain commander admiral sergeant officer detective "
                + "inspector superintendent constable sheriff deputy director chairman chairwoman chairperson chair "
                + "executive ceo cfo coo cto founder cofounder co-founder owner coach manager professor principal "
                + "dean speaker leader editor correspondent reporter journalist columnist analyst economist doctor "
                + "physician nurse surgeon psychiatrist psychologist therapist pharmacist dentist veterinarian vet "
                + "aide adviser advisor host anchor moderator engineer administrator treasurer auditor ombudsman "
                + "coroner delegate trustee nominee candidate contender politician lawmaker legislator official "
                + "bureaucrat civil-servant staffer activist campaigner organizer organiser advocate critic "
                + "supporter opponent proponent ally rival expert specialist scientist researcher scholar academic "
                + "historian biologist chemist physicist meteorologist geologist astronomer epidemiologist "
                + "virologist ecologist statistician mathematician philosopher sociologist anthropologist "
                + "archaeologist author writer novelist poet playwright artist actor actress singer musician "
                + "composer rapper filmmaker producer screenwriter photographer painter sculptor designer architect "
                + "model dancer comedian celebrity star player striker midfielder defender goalkeeper quarterback "
                + "pitcher forward guard winger captain athlete runner swimmer cyclist boxer golfer driver pilot "
                + "astronaut sailor soldier veteran marine guardsman policeman policewoman cop firefighter paramedic "
                + "farmer fisherman fisher miner worker labourer laborer builder carpenter plumber electrician "
                + "mechanic baker butcher chef cook waiter waitress bartender barista shopkeeper trader merchant "
                + "broker banker investor entrepreneur businessman businesswoman billionaire millionaire tycoon "
                + "developer consultant strategist pollster lobbyist agent realtor landlord tenant resident neighbour "
                + "neighbor citizen voter taxpayer immigrant migrant refugee asylum-seeker deportee protester "
                + "protestor demonstrator rioter striker victim survivor witness bystander passer-by onlooker "
                + "suspect defendant plaintiff accused convict prisoner inmate detainee hostage hijacker attacker "
                + "gunman shooter bomber killer murderer thief robber terrorist militant rebel insurgent fighter "
                + "guerrilla warlord smuggler hacker whistleblower whistle-blower informant insider source person "
                + "man woman boy girl child teenager teen youth adult baby infant toddler kid guy lady gentleman "
                + "mother father mom dad mum parent son daughter brother sister wife husband spouse partner fiance "
                + "fiancee fiancé fiancée girlfriend boyfriend widow widower uncle aunt cousin nephew niece "
                + "grandfather grandmother grandson granddaughter grandparent friend colleague co-worker coworker "
                + "boss employer employee intern student pupil teacher tutor lecturer instructor headteacher "
                + "headmaster headmistress librarian curator priest pastor bishop archbishop cardinal pope imam "
                + "rabbi monk nun cleric preacher missionary king queen prince princess monarch duke duchess royal "
                + "emperor dictator patient client customer consumer shopper user viewer reader listener guest "
                + "visitor tourist traveller traveler passenger commuter pedestrian motorist rider hunter ranger "
                + "conservationist environmentalist farmer rancher grower volunteer donor member chairmember head "
                + "boss co-chair co-leader co-author vice-president representative negotiator mediator arbitrator "
                + "translator interpreter spokesperson publicist rep recruiter supervisor foreman operator "
                + "technician programmer coder blogger vlogger influencer podcaster streamer youtuber gamer fan "
                + "collector dealer auctioneer seller buyer vendor contractor supplier partner shareholder "
                + "stakeholder regulator inspector investigator examiner juror bailiff clerk notary magistrate "
                + "democrat republican conservative liberal socialist communist nationalist libertarian populist "
                + "centrist moderate progressive incumbent frontrunner front-runner newcomer outsider "
                + "newsreader presenter broadcaster commentator pundit critic reviewer publisher printer "
                + "secretary-general generalissimo statesman stateswoman peer lord ex-president ex-minister "
                + "ex-wife ex-husband secretary undersecretary midwife carer caregiver orphan pensioner retiree "
                + "mayor-elect president-elect dissident exile defector spy scout umpire referee keeper winner champion medalist medallist loser finalist heir "
                + "associate fellow heiress wrestler violinist pianist cellist organist beekeeper interviewer gardener sailor skipper potter weaver tailor cobbler blacksmith locksmith jeweller drummer guitarist bassist vocalist conductor choreographer illustrator animator cartoonist essayist biographer translator geographer heiress graduate alumnus alumna cardiologist marshal messenger envoy contestant pastor ",
            .person
        ),
        (
            "people residents voters authorities family troops forces parents families staff crew public media "
                + "press crowd crowds villagers locals islanders townspeople republicans democrats tories "
                + "conservatives liberals officials sources experts critics analysts opponents supporters lawmakers "
                + "republicans elders youths twins couple couples team management leadership women men "
                + "personnel audience jurors jury clergy faculty teens adults kids children bosses chiefs heads others "
                + "servicemen servicewomen policymakers lobbyists backers detractors observers insiders skeptics "
                + "sceptics economists physicians operatives surrogates providers scores pundits neighbours "
                + "businesses companies organisations organizations groups agencies countries nations governments "
                + "advocates businesspeople spokespeople", .people
        ),
        (
            "he him his himself man boy guy gentleman father dad brother son husband widower uncle nephew "
                + "grandfather grandson king prince duke sir lord mr businessman spokesman chairman congressman "
                + "councilman actor policeman fisherman boyfriend monk priest statesman groom fiancé lad "
                + "headmaster emperor pope imam salesman cameraman craftsman", .masculine
        ),
        (
            "she her hers herself woman girl lady mother mom mum sister daughter wife widow aunt niece grandmother "
                + "granddaughter queen princess duchess dame madam mrs ms miss businesswoman spokeswoman chairwoman "
                + "congresswoman councilwoman actress policewoman girlfriend nun waitress stateswoman bride "
                + "baroness fiancée headmistress midwife empress", .feminine
        ),
        (
            "former ex current then fellow acting interim deputy assistant associate senior junior chief vice co lead "
                + "retired outgoing incoming late top veteran longtime long-time prominent leading famous noted "
                + "renowned local national federal foreign presidential vice-presidential republican democratic "
                + "conservative liberal independent american british russian chinese french german italian spanish "
                + "ukrainian polish turkish indian pakistani japanese korean australian canadian mexican brazilian "
                + "israeli palestinian iranian iraqi syrian egyptian saudi african european asian swedish norwegian "
                + "danish finnish dutch belgian swiss austrian greek irish scottish welsh english portuguese "
                + "hungarian czech romanian bulgarian serbian south north west east southern northern western "
                + "eastern central afghan vietnamese thai indonesian nigerian kenyan cuban venezuelan colombian "
                + "argentine chilean peruvian us u.s uk catholic muslim jewish christian", .adjective
        ),
        (
            "state staff defense defence treasury interior commerce labor labour education energy health "
                + "transportation transport agriculture finance justice homeland security affairs war trade housing "
                + "environment culture foreign relations council parliament house senate assembly cabinet "
                + "government police operations intelligence navy army force opposition", .office
        ),
    ]
}
