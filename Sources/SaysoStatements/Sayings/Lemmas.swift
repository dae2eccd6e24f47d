/// The dictionary forms that an English word may be an inflection of.
///
/// More are offered than are right: whoever asks looks them up in a word list, where the wrong ones are not.
enum Lemmas {
    /// The first dictionary form of a word that a list has something to say about.
    ///
    /// - Parameters:
    ///   - word: a word in lower case.
    ///   - entry: looks a form up.
    /// - Returns: what the list says of that form; nil when it knows none.
    static func first<Entry>(of word: String, _ entry: (String) -> Entry?) -> Entry? {
        if let found = entry(word) { return found }
        if let irregular = irregular[word], let found = entry(irregular) { return found }
        for (suffix, endings) in suffixes where word.utf8.count > suffix.utf8.count + 1 {
            guard word.hasSuffix(suffix) else { continue }
            let stem = word.dropLast(suffix.count)
            for ending in endings {
                if let found = entry(stem + ending) { return found }
            }
            // stopped, begging
            let last = stem.utf8.last
            if suffix != "s", stem.utf8.count > 2, last == stem.utf8.dropLast().last,
                let found = entry(String(stem.dropLast()))
            {
                return found
            }
        }
        return nil
    }

    private static let suffixes: [(suffix: String, endings: [String])] = [
        ("ies", ["y", "ie"]), ("ied", ["y", "ie"]), ("es", ["", "e"]), ("s", [""]),
        ("ing", ["", "e"]), ("ed", ["", "e"]),
    ]

    private static let irregular: [String: String] = {
        let forms = """
            am be,are be,is be,was be,were be,been be,being be,has have,had have,does do,did do,done do,began begin,
            begun begin,broke break,brought bring,came come,chose choose,chosen choose,drew draw,drawn draw,fed feed,
            felt feel,forgave forgive,forgiven forgive,fought fight,found find,gave give,given give,goes go,gone go,
            went go,got get,gotten get,heard hear,held hold,kept keep,knew know,known know,laid lay,led lead,left leave,
            lying lie,made make,meant mean,met meet,overheard overhear,paid pay,ran run,rang ring,sang sing,sought seek,
            saw see,seen see,sent send,said say,shook shake,shot shoot,showed show,shown show,spoke speak,spoken speak,
            stood stand,stuck stick,struck strike,swore swear,sworn swear,taught teach,thought think,threw throw,
            thrown throw,told tell,took take,taken take,understood understand,upheld uphold,withdrew withdraw,
            withdrawn withdraw,won win,wrote write,written write,fled flee,forbade forbid,forbidden forbid,
            foresaw foresee,foreseen foresee,foretold foretell,pled plead,wept weep,rose rise,sprang spring
            """
        let pairs = forms.split { $0 == "," || $0 == "\n" }.map { $0.split(separator: " ") }
        return Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
    }()
}
