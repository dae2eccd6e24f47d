/// Why something was left out, which is no error.
enum Skip: Hashable, Sendable {
    /// A picture, a style sheet and the like in a folder.
    case notText
    /// A record of an archive that is no page, text or feed with the status 200: a request, a picture, an error.
    case notPage
    /// A record of an archive that says that the page is as it was.
    case revisit
    /// A page without an article in it, in a folder or an archive.
    case noArticle
    /// An entry of a feed without words.
    case emptyEntry
    /// A feed without entries.
    case emptyFeed
    /// In a language that was not asked for; its code.
    case language(String)
    /// Not of the days that were asked for.
    case day
    /// Without a day, where days were asked for.
    case undated
    /// Of none of the outlets that were asked for.
    case outlet
}

/// How often what was left out.
struct SkipCounts: Sendable {
    private var counts: [Skip: Int] = [:]

    /// Counts one more, or several.
    mutating func count(_ skip: Skip, times: Int = 1) {
        if times > 0 { counts[skip, default: 0] += times }
    }

    /// Adds others' counts.
    mutating func add(_ others: SkipCounts) {
        counts.merge(others.counts, uniquingKeysWith: +)
    }

    /// What was left out, on one line; nil when nothing was.
    var line: String? {
        var foreign = 0
        var parts: [String] = []
        for (skip, count) in counts { if case .language = skip { foreign += count } }
        func add(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { parts.append("\(count) \(count == 1 ? one : many)") }
        }
        add(foreign, "article in another language", "articles in other languages")
        add(counts[.day] ?? 0, "article of another day", "articles of other days")
        add(counts[.undated] ?? 0, "article without a date", "articles without a date")
        add(counts[.outlet] ?? 0, "article of another outlet", "articles of other outlets")
        add(counts[.noArticle] ?? 0, "page without an article", "pages without an article")
        add(counts[.emptyEntry] ?? 0, "entry without words", "entries without words")
        add(counts[.emptyFeed] ?? 0, "feed without entries", "feeds without entries")
        add(counts[.notText] ?? 0, "file that is no text", "files that are no text")
        add(counts[.notPage] ?? 0, "record that is no page", "records that are no pages")
        add(counts[.revisit] ?? 0, "revisit of an unchanged page", "revisits of unchanged pages")
        return parts.isEmpty ? nil : "left out: " + parts.joined(separator: ", ")
    }
}
