/// The commonest words of languages: articles, pronouns, prepositions, conjunctions, forms of "to be".
enum FunctionWords {
    /// Primary subtags; those that are written in Latin letters come first.
    static let languages = entries.map(\.tag)
    /// Indices of languages in Latin letters.
    static let latin = 0..<latinEntries.count
    /// Indices of languages in Cyrillic letters.
    static let cyrillic = latinEntries.count..<entries.count

    /// A word's languages, as indices.
    static let table: [String: [Int]] = {
        var table: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            for word in Set(entry.words.split(separator: " ")) {
                table[String(word), default: []].append(index)
            }
        }
        return table
    }()

    private static let entries = latinEntries + cyrillicEntries

    private static let latinEntries: [(tag: String, words: String)] = [
        (
            "en",
            """
            the of and to in a is that for it as was with be by on not he his but at are this have from \
            or had an they which you were her she will their there been has would who said about more \
            after also its than into out up we i
            """
        ),
        (
            "de",
            """
            der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an \
            werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum \
            war haben nur oder aber vor zur bis
            """
        ),
        (
            "fr",
            """
            de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont \
            la avec aux son d' l' qu' n' s' c' cette été ont mais ou comme leur nous sa ses elle
            """
        ),
        (
            "es",
            """
            de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le \
            ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había muy hasta \
            desde está
            """
        ),
        (
            "pt",
            """
            de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à \
            seu sua ou quando muito nos já também só pelo pela até isso ela entre depois foi são está ser \
            há
            """
        ),
        (
            "it",
            """
            di e il la che in a per un è del non una con da i le si dei al nel alla della delle ha come \
            anche più ma lo gli sono dal ed l' dell' all' nell' un' questo questa essere stato dalla sul \
            loro
            """
        ),
        (
            "ca",
            """
            de la i el que a en els per les un una del amb no al es és més com han ha dels seva seu \
            aquest aquesta són però també ser l' d' s' hi pel
            """
        ),
        (
            "ro",
            """
            de și în a la cu pe o că din un nu se pentru care mai este să au fost ce sunt prin dar după \
            sau către fi această acest ale lui ca l-a s-a el ei cel şi până
            """
        ),
        (
            "nl",
            """
            de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij of \
            uit nog naar heeft door over wordt ze worden hebben was wel geen al deze
            """
        ),
        (
            "sv",
            """
            och i att det som en på är av för med den till har inte om ett han de men var sig från så vi \
            kan hon när där efter vid också eller nu man skulle under ut
            """
        ),
        (
            "da",
            """
            og i at det er en til på der af for med de den som har ikke et om men var han fra sig ved kan \
            så vi hun efter også blev eller når nu skal hvor være bliver
            """
        ),
        (
            "no",
            """
            og i det er på som en til for med at av har de ikke den et om fra men var han seg så vi kan \
            ble hun etter også eller når nå skal hvor være blir ved
            """
        ),
        (
            "fi",
            """
            ja on ei se että oli hän mutta ovat kun myös joka kuin jos tai sen niin mukaan ole vain jo \
            hänen sekä vielä nyt olla mitä vuoden kuitenkin jotka ollut noin
            """
        ),
        (
            "et",
            """
            ja on ei et see kui ka oli ta mis et ning või aga seda oma veel selle kes siis nii ole mida \
            välja pole tema need eesti peab
            """
        ),
        (
            "lv",
            """
            un ir ka no ar par uz kas tas bet gan arī lai pēc tiek pie nav tika kā jau to viņš būs vai šo savu kuras
            """
        ),
        (
            "lt",
            """
            ir kad į iš su yra tai buvo kaip bet ne apie dėl per už jau nuo bus savo taip gali dar ar po kuris jis
            """
        ),
        (
            "pl",
            """
            w i na z się nie do to że jest o jak po co a od za dla są tym przez ale ma był była już tego \
            tylko oraz jego może które który czy będzie przy ich ze
            """
        ),
        (
            "cs",
            """
            a v se na je že s z do to o i jsou pro za ve k ale jako by po které který podle není jeho od \
            až při také být jen už bylo nebo před
            """
        ),
        (
            "sk",
            """
            a v sa na je že s z do to o aj sú pre za vo k ale ako by po ktoré ktorý podľa nie jeho od až \
            pri tiež byť len už bolo alebo pred
            """
        ),
        (
            "sl",
            """
            in v je na za se so z da bi ki po pa pri o tudi ne kot ali še bo od do iz ni že bil bila lahko njegov
            """
        ),
        (
            "hr",
            """
            i u je na se da za od su s o ne kako iz će koji koja to do bi nije što ali te sa kao koje po \
            biti samo jer bio bila prema nakon
            """
        ),
        (
            "hu",
            """
            a az és hogy nem is egy meg csak de volt már el ha még mint kell vagy ezt ez azt van után \
            szerint lehet pedig ki között majd lett
            """
        ),
        (
            "tr",
            """
            ve bir bu da de için ile olarak çok daha olan gibi kadar ne sonra ise en ancak var ya o her \
            olduğu dedi ilk iki kendi değil yeni
            """
        ),
        (
            "az",
            """
            və bir bu da də üçün ilə olan edib ki daha sonra isə olub olaraq bildirib edən qeyd çox deyil həm
            """
        ),
        (
            "sq",
            """
            të e në dhe një për me që nga është ka i se do si më nuk u ky kjo por janë ishte edhe ai kanë pas
            """
        ),
        (
            "id",
            """
            yang dan di ini itu untuk dengan dari dalam tidak pada akan juga ke karena ada bisa saat oleh \
            sebagai atau telah tersebut sudah mereka kata para
            """
        ),
        (
            "vi",
            """
            và của là có được cho trong các không một này với những đã người về để khi đến từ ra ở tại sẽ
            """
        ),
        (
            "tl",
            """
            ang ng sa na mga at ay si ni ito hindi para kay nang may ako niya siya kung pa rin din lang po
            """
        ),
        (
            "sw",
            """
            na ya wa kwa ni katika za la kuwa hiyo huo cha ili alisema baada kama hii watu pia huyo bila
            """
        ),
    ]

    private static let cyrillicEntries: [(tag: String, words: String)] = [
        (
            "ru",
            """
            и в не на что с по как это а он к из у за его но от для все о она так или же был также до бы \
            их только если уже после будет были было во этом который
            """
        ),
        (
            "uk",
            """
            і в не на що з та у до за як це про від для він а й також але його було який є по під після \
            із чи які вже або буде ще при щоб
            """
        ),
        (
            "be", "і ў не на што з да за як гэта па ад для ён а але яго быў які ці пасля таксама ужо"
        ),
        (
            "bg",
            """
            и на да в се за от не е с че са по до ще като си но при са след което който към беше още може \
            има това най тя той
            """
        ),
        (
            "sr",
            """
            и у је на да се за од су са о не како из ће који која то до би није што али као које по бити само јер
            """
        ),
        (
            "mk", "и на во да се за од не е со што ќе кои по до која како ги го но беше сите има тоа"
        ),
        (
            "kk", "және бұл мен бір үшін деп да де болды туралы екен осы бойынша қазақстан жылы жаңа"
        ),
    ]
}
