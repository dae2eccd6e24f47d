/// Names of months in the languages of news, in lower case, with their usual short forms.
enum MonthNames {
    /// The month of the Gregorian calendar that a word in lower case names; nil when it names none.
    ///
    /// The language matters where one word names two months: "listopad" is October in Croatian and November in
    /// Polish and Czech.
    static func month(_ word: String, language: String?) -> Int? {
        if language == "hr", word == "listopad" || word == "listopada" { return 10 }
        return months[word]
    }

    /// The month of the Persian calendar.
    static func persian(_ word: String) -> Int? { persianMonths[word] }

    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for language in table.split(separator: "\n") {
            for (month, names) in language.split(separator: ",").enumerated() {
                for name in names.split(separator: " ") { months[String(name)] = month + 1 }
            }
        }
        return months
    }()

    private static let persianMonths: [String: Int] = {
        var months: [String: Int] = [:]
        for (month, names) in persianTable.split(separator: ",").enumerated() {
            for name in names.split(separator: " ") { months[String(name)] = month + 1 }
        }
        return months
    }()

    private static let persianTable = """
        فروردین فروردين,اردیبهشت ارديبهشت,خرداد,تیر تير,مرداد امرداد,شهریور شهريور,مهر,آبان,آذر,دی دي,بهمن,اسفند
        """

    /// A line a language, or the forms that several share; months parted by commas.
    private static let table = """
        january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,\
        october oct,november nov,december dec
        januar jan jänner jän,februar feb feber,märz mär maerz mrz,april,mai,juni,juli,august,september,\
        oktober okt,november,dezember dez
        janvier janv,février févr fév fevrier,mars,avril avr,mai,juin,juillet juil,août aout aoû,septembre,\
        octobre,novembre,décembre déc decembre
        enero ene,febrero,marzo,abril abr,mayo,junio,julio,agosto ago,septiembre setiembre set,octubre,\
        noviembre,diciembre dic
        janeiro,fevereiro fev,março marco,abril,maio mai,junho,julho,agosto,setembro,outubro out,novembro,\
        dezembro
        gennaio gen,febbraio,marzo,aprile,maggio mag,giugno giu,luglio lug,agosto,settembre,ottobre ott,\
        novembre,dicembre
        gener,febrer,març,abril,maig,juny,juliol,agost,setembre,octubre,novembre,desembre des
        januari,februari,maart mrt,april,mei,juni,juli,augustus,september,oktober,november,december
        januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december
        januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,desember
        janúar,febrúar,mars,apríl,maí,júní,júlí,ágúst,september,október,nóvember,desember
        tammikuuta tammikuu tammi,helmikuuta helmikuu helmi,maaliskuuta maaliskuu maalis,\
        huhtikuuta huhtikuu huhti,toukokuuta toukokuu touko,kesäkuuta kesäkuu kesä,\
        heinäkuuta heinäkuu heinä,elokuuta elokuu elo,syyskuuta syyskuu syys,lokakuuta lokakuu loka,\
        marraskuuta marraskuu marras,joulukuuta joulukuu joulu
        jaanuar,veebruar veebr,märts,aprill,mai,juuni,juuli,august,september,oktoober,november,detsember
        janvāris janvārī janvāra,februāris februārī februāra,marts martā marta,aprīlis aprīlī aprīļa,\
        maijs maijā maija,jūnijs jūnijā jūnija,jūlijs jūlijā jūlija,augusts augustā augusta,\
        septembris septembrī septembra,oktobris oktobrī oktobra,novembris novembrī novembra,\
        decembris decembrī decembra
        sausio sausis,vasario vasaris,kovo kovas,balandžio balandis,gegužės gegužė,birželio birželis,\
        liepos liepa,rugpjūčio rugpjūtis,rugsėjo rugsėjis,spalio spalis,lapkričio lapkritis,\
        gruodžio gruodis
        stycznia styczeń sty,lutego luty lut,marca marzec,kwietnia kwiecień kwi,maja maj,czerwca czerwiec cze,\
        lipca lipiec lip,sierpnia sierpień sie,września wrzesień wrz,października październik paź,\
        listopada listopad lis,grudnia grudzień gru
        ledna leden,února únor,března březen,dubna duben,května květen,června červen,července červenec,\
        srpna srpen,září,října říjen,listopadu,prosince prosinec
        januára január,februára február,marca marec,apríla apríl,mája máj,júna jún,júla júl,augusta august,\
        septembra,októbra október,novembra,decembra
        január jan,február febr,március márc,április ápr,május máj,június jún,július júl,augusztus,\
        szeptember szept,október,november,december
        januarja,februarja,marca marec,aprila,maja,junija junij,julija julij,avgusta avgust,septembra,\
        oktobra,novembra,decembra
        siječnja siječanj,veljače veljača,ožujka ožujak,travnja travanj,svibnja svibanj,lipnja lipanj,\
        srpnja srpanj,kolovoza kolovoz,rujna rujan,-,studenoga studenog studeni,\
        prosinca prosinac
        januara,februara,marta mart,aprila,maja,juna jun jūn,jula jul,avgusta avg,septembra,oktobra,novembra,\
        decembra
        јануар јануара јануари,фебруар фебруара февруари,март марта,април априла,мај маја,јун јуна јуни,\
        јул јула јули,август августа,септембар септембра септември,октобар октобра октомври,\
        новембар новембра ноември,децембар децембра декември
        ianuarie ian,februarie,martie,aprilie,mai,iunie iun,iulie iul,august,septembrie,octombrie,noiembrie noi,\
        decembrie
        janari janar,shkurt shkurti,mars marsi,prill prilli,maj maji,qershor qershori,korrik korriku,\
        gusht gushti,shtator shtatori,tetor tetori,nëntor nëntori nentor,dhjetor dhjetori
        ocak,şubat şub subat,mart,nisan,mayıs mayis,haziran,temmuz,ağustos agustos,eylül eylul,ekim,\
        kasım kasim,aralık aralik
        yanvar,fevral,mart,aprel,may,iyun,iyul,avqust avgust,sentyabr,oktyabr,noyabr,dekabr
        января январь янв,февраля февраль фев февр,марта март мар,апреля апрель апр,мая май,июня июнь июн,\
        июля июль июл,августа август авг,сентября сентябрь сен сент,октября октябрь окт,\
        ноября ноябрь ноя нояб,декабря декабрь дек
        січня січень січ,лютого лютий лют,березня березень бер,квітня квітень кві,травня травень тра,\
        червня червень чер,липня липень лип,серпня серпень сер,вересня вересень вер,жовтня жовтень жов,\
        листопада листопад лис,грудня грудень гру
        студзеня,лютага,сакавіка,красавіка,мая,чэрвеня,ліпеня,жніўня,верасня,кастрычніка,лістапада,снежня
        януари,февруари,март,април,май,юни,юли,август,септември,октомври,ноември,декември
        қаңтар,ақпан,наурыз,сәуір,мамыр,маусым,шілде,тамыз,қыркүйек,қазан,қараша,желтоқсан
        ιανουαρίου ιανουάριος ιαν,φεβρουαρίου φεβρουάριος φεβ,μαρτίου μάρτιος μαρ,απριλίου απρίλιος απρ,\
        μαΐου μάιος μαι μαϊ,ιουνίου ιούνιος ιουν,ιουλίου ιούλιος ιουλ,αυγούστου αύγουστος αυγ,\
        σεπτεμβρίου σεπτέμβριος σεπ,οκτωβρίου οκτώβριος οκτ,νοεμβρίου νοέμβριος νοε,δεκεμβρίου δεκέμβριος δεκ
        يناير جانفي,فبراير شباط فيفري,مارس آذار اذار,أبريل ابريل إبريل نيسان أفريل,مايو أيار ماي,\
        يونيو حزيران جوان يونيه,يوليو تموز جويلية يوليه,أغسطس اغسطس آب أوت,سبتمبر أيلول ايلول,أكتوبر اكتوبر,\
        نوفمبر,ديسمبر
        ژانویه,فوریه,مارس,آوریل,مه,ژوئن,ژوئیه,اوت,سپتامبر,اکتبر,نوامبر,دسامبر
        جنوری,فروری,مارچ,اپریل,مئی,جون,جولائی,اگست,ستمبر,اکتوبر,نومبر,دسمبر
        ינואר בינואר,פברואר בפברואר,מרץ במרץ,אפריל באפריל,מאי במאי,יוני ביוני,יולי ביולי,אוגוסט באוגוסט,\
        ספטמבר בספטמבר,אוקטובר באוקטובר,נובמבר בנובמבר,דצמבר בדצמבר
        जनवरी,फरवरी फ़रवरी,मार्च,अप्रैल,मई,जून,जुलाई,अगस्त,सितंबर सितम्बर,अक्टूबर अक्तूबर,नवंबर नवम्बर,दिसंबर दिसम्बर
        জানুয়ারি জানুয়ারী,ফেব্রুয়ারি ফেব্রুয়ারী,মার্চ,এপ্রিল,মে,জুন,জুলাই,আগস্ট,সেপ্টেম্বর,অক্টোবর,নভেম্বর,ডিসেম্বর
        જાન્યુઆરી,ફેબ્રુઆરી,માર્ચ,એપ્રિલ,મે,જૂન,જુલાઈ,ઑગસ્ટ,સપ્ટેમ્બર,ઑક્ટોબર,નવેમ્બર,ડિસેમ્બર
        ஜனவரி,பிப்ரவரி,மார்ச்,ஏப்ரல்,மே,ஜூன்,ஜூலை,ஆகஸ்ட்,செப்டம்பர்,அக்டோபர்,நவம்பர்,டிசம்பர்
        มกราคม,กุมภาพันธ์,มีนาคม,เมษายน,พฤษภาคม,มิถุนายน,กรกฎาคม,สิงหาคม,กันยายน,ตุลาคม,พฤศจิกายน,ธันวาคม
        januari,februari,maret,april,mei,juni,juli,agustus agu,september,oktober,november nopember,desember
        հունվարի հունվար,փետրվարի փետրվար,մարտի մարտ,ապրիլի ապրիլ,մայիսի մայիս,հունիսի հունիս,հուլիսի հուլիս,\
        օգոստոսի օգոստոս,սեպտեմբերի սեպտեմբեր,հոկտեմբերի հոկտեմբեր,նոյեմբերի նոյեմբեր,դեկտեմբերի դեկտեմբեր
        იანვარი,თებერვალი,მარტი,აპრილი,მაისი,ივნისი,ივლისი,აგვისტო,სექტემბერი,ოქტომბერი,ნოემბერი,დეკემბერი
        """
}
