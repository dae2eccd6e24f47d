extension Lexicon {
    /// Every list with what its words may be.
    static let lists: [(String, WordClass)] = grammar + people + things + names

    private static let grammar: [(String, WordClass)] = [
        (
            "a an the this that these those some any many several few both each every another other other's no most "
                + "all various numerous countless certain such more", .determiner
        ),
        ("the this that these those both", .definite),
        ("his her its their my our your whose", [.determiner, .possessive]),
        (
            "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands million "
                + "scores half couple hundred thousand twenty thirty forty fifty", .quantity
        ),
        (
            "one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands",
            .determiner
        ),
        (
            "of in on at by for from with to about into over after before under between among against through during "
                + "without within along across behind beyond near since until upon toward towards despite outside "
                + "inside like as than per via atop beneath alongside amid around off up down out above below including",
            .preposition
        ),
        (
            "and or but nor so yet if because while when where whether though although unless once then there here "
                + "not never also too very just only even still already now again ever however meanwhile instead "
                + "thus therefore what which who whom why how that's it's is are was were be been being am do does "
                + "did done has have had having will would shall should can could may might must don didn doesn isn "
                + "wasn aren weren won wouldn couldn shouldn hasn haven hadn ain ll ve re let lets yes "
                + "according reportedly allegedly perhaps maybe later earlier ago today yesterday tomorrow recently "
                + "soon often sometimes usually finally first next last dear", .function
        ),
        (
            "said says say saying told tells tell telling asked asks ask asking added adds add adding wrote writes "
                + "write writing claimed claims claiming denied denies deny denying announced announces announcing "
                + "reported reports reporting argued argues arguing insisted insists warned warns warning noted "
                + "notes noting explained explains explaining called calls calling believes believed believe thinks "
                + "thought think wants wanted want knows knew know made make makes making took take takes taking "
                + "got get gets getting gave give gives giving went go goes going came come comes coming saw see "
                + "sees seeing found find finds finding put puts became become becomes began begin begins showed "
                + "shows showing kept keep keeps left leave leaves led leads felt feel feels brought bring brings "
                + "held holds hold tried try tries trying used uses using need needs needed seemed seem seems "
                + "helped help helps turned turns turn followed follows followed following started starts expected "
                + "expects expect agreed agrees agree accused accuses accusing suggested suggests suggesting "
                + "confirmed confirms confirming declined declines refused refuses admitted admits acknowledged "
                + "acknowledges described describes describing tweeted tweets posted replied replies responded "
                + "responds stressed stresses urged urges urging vowed vows promised promises predicted predicts "
                + "recalled recalls remembered remembers concluded concludes declared declares revealed reveals "
                + "hoped hopes feared fears worried worries wondered wonders quoted quotes quoting cited cites "
                + "citing praised praises criticised criticized criticizes blamed blames demanded demands ordered "
                + "orders proposed proposes met meets meeting visited visits signed signs won wins lost loses "
                + "killed died joined joins including commented quipped joked snapped begged pleaded shouted whispered conceded stated remarked observed boasted "
                + "lamented retorted countered recounted mused exclaimed cried yelled insisted cautioned testified testifies pointed points continued "
                + "continues decided decides planned plans appeared appears emerged spoke speaks speaking",
            .verb
        ),
        (
            "he she him her hers his himself herself it itself they them their themselves i me my mine myself we us "
                + "our ours ourselves you your yours yourself who whom whose which that one ones some someone "
                + "somebody anyone anybody everyone everybody nobody none others many most each both all few "
                + "several those these", .pronoun
        ),
        (
            "van von der den de da do dos das di del della du la le el al bin ibn abu ben ter ten zu af av st bint y",
            .particle
        ),
        (
            "january february april june july august september october november december jan feb apr jun jul aug "
                + "sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
                + "thur thurs fri", .calendar
        ),
        ("jr sr ii iii iv esq phd md mp mep mla qc kc obe mbe cbe", .suffix),
    ]
}
