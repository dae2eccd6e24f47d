extension Lexicon {
    static let things: [(String, WordClass)] = [
        (
            "agency ministry department company firm corporation business group organisation organization "
                + "association foundation institute institution university college school academy hospital clinic "
                + "bank fund trust committee commission council board bureau office court tribunal parliament "
                + "congress senate assembly house government administration cabinet party campaign union federation "
                + "alliance coalition league club team network channel newspaper paper magazine outlet broadcaster "
                + "station publisher studio label retailer manufacturer maker carmaker automaker airline carrier "
                + "operator utility charity nonprofit ngo church diocese mosque museum gallery library zoo theatre "
                + "theater orchestra band army navy military force police service services authority regulator "
                + "watchdog embassy consulate mission delegation panel inquiry taskforce embassy center centre "
                + "society confederation chamber exchange cooperative startup start-up brewery bakery mill factory "
                + "shipyard port airport harbour harbor railway railroad insurer lender brokerage consultancy "
                + "partnership conglomerate subsidiary part arm unit division branch headquarters regime junta kingdom "
                + "republic country nation state city town county province region district village island "
                + "municipality borough police palace kremlin pentagon treasury central-bank think-tank thinktank "
                + "developer supplier contractor platform app website site chain restaurant hotel brand giant "
                + "laboratory lab observatory legislature guild syndicate lobby movement militia faction "
                + "organizer organiser outfit operator giants parliament secretariat directorate inspectorate "
                + "prosecution defence defense archive project initiative programme program registry",
            .organisation
        ),
        (
            "company firm group organisation organization agency body outfit institution association",
            .generic
        ),
        (
            "report statement letter study survey poll document documents paper article story piece book memoir "
                + "blog post tweet message email emails e-mail memo note filing lawsuit complaint indictment "
                + "affidavit petition ruling verdict opinion judgment judgement decision order law act bill statute "
                + "constitution charter treaty agreement accord contract deal resolution declaration manifesto "
                + "communique communiqué release bulletin newsletter review audit analysis assessment evaluation "
                + "estimate estimates forecast projection projections data figures statistics numbers research "
                + "findings finding results census records record transcript transcripts video footage photo photos "
                + "photograph photographs image images picture recording tape audio testimony account accounts "
                + "editorial column op-ed headline guideline guidelines rules rule regulation regulations policy "
                + "manual handbook guide website page profile announcement summary brief briefing presentation "
                + "chart graph table map list advertisement ad ads commercial campaign-ad sign signs banner plaque "
                + "poster leaflet pamphlet flyer brochure notice invitation certificate licence license receipt "
                + "invoice minutes agenda diary journal dossier file files evidence test tests scan documentary "
                + "film movie interview speech proposal plan blueprint survey papers studies reports polls surveys "
                + "articles letters messages tweets memos lawsuits analyses reviews text texts script dispatch "
                + "caption inscription label warning advisory index returns tip tips claim claims quote theory",
            .document
        ),
        (
            "inc ltd llc plc corp co gmbh ag sa nv llp lp bv ab oy spa limited incorporated corporation company",
            .legalForm
        ),
        (
            "ministry department university college institute institution academy school hospital clinic bank fund "
                + "trust committee commission council board bureau office court tribunal parliament congress senate "
                + "assembly government administration party campaign union federation alliance coalition league club "
                + "network news times post herald tribune gazette journal chronicle telegraph guardian mirror "
                + "express observer independent press agency authority service services center centre society "
                + "association foundation organisation organization group company corporation partners holdings "
                + "systems technologies industries international airlines airways railways motors energy electric "
                + "gas power water bank capital ventures media entertainment pictures records studios productions "
                + "museum gallery library church diocese mosque temple army navy force forces police guard "
                + "protection investigation investigations security intelligence treasury kremlin pentagon palace "
                + "embassy consulate republicans democrats labour tories conference chamber exchange laboratory "
                + "observatory research united fc afc cf sc rangers city county township nations states kingdom "
                + "republic emirates networks software pharmaceuticals labs bakery mill brewery shipyard port "
                + "airport harbour harbor railway hotel insurance reserve charity crown conservancy cooperative "
                + "watch project initiative movement enforcement control unit commons administration works awards hall mutual telescope police act",
            .institution
        ),
    ]
}
