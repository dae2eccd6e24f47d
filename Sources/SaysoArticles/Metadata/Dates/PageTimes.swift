/// Collects every time that a page states for its article.
struct PageTimes {
    let markup: Markup
    let scan: PageScan
    let lines: PageLines?
    let order: WrittenDateReader.Order

    /// What was found.
    private(set) var claims: DateClaims
    /// Text nodes that are times near the headline.
    private(set) var nodes: [Int] = []

    init(
        markup: Markup,
        scan: PageScan,
        lines: PageLines?,
        order: WrittenDateReader.Order,
        retrieved: StatedTime?
    ) {
        self.markup = markup
        self.scan = scan
        self.lines = lines
        self.order = order
        claims = DateClaims(retrieved: retrieved)
    }

    /// Reads everything.
    ///
    /// - Parameters:
    ///   - article: the article in structured data.
    ///   - microdata: the page's microdata.
    ///   - addresses: the page's addresses, its own first.
    mutating func read(_ article: LinkedArticle?, microdata: Microdata, addresses: [String]) {
        readLinked(article)
        readMetas()
        for (name, event, weight) in Self.properties {
            for (node, value) in microdata.values(name).prefix(3) {
                let time = time(value) ?? markup.shortText(of: node).flatMap { self.time($0) }
                claims.add(event, time, "microdata", weight: weight)
            }
        }
        readTimeElements()
        readLines()
        for address in addresses {
            if let (day, isPlain) = AddressDate.day(in: address) {
                claims.add(.published, day, "address", weight: isPlain ? 1.5 : 1)
                break
            }
        }
        if !claims.claims.contains(where: { $0.event == .published }) { readAnywhere() }
    }

    private static let properties: [(String, TimeLine.Event, Double)] = [
        ("datePublished", .published, 2.5), ("dateCreated", .published, 1.5),
        ("dateModified", .modified, 2.5),
    ]

    /// A time in a value for machines, however it is spelled.
    private func time(_ text: String) -> StatedTime? {
        if let time = MachineDate.time(in: text) { return time }
        guard text.utf8.count <= 120 else { return nil }
        guard let date = WrittenDateReader.dates(in: text, order: order).first, date.other == nil else {
            return nil
        }
        return date.time
    }

    private mutating func readLinked(_ article: LinkedArticle?) {
        guard let article else { return }
        if let text = article.text("datePublished") {
            claims.add(.published, time(text), "json-ld", weight: 3)
        }
        if let text = article.text("dateCreated") {
            claims.add(.published, time(text), "json-ld dateCreated", weight: 1.5)
        }
        if let text = article.text("uploadDate") {
            claims.add(.published, time(text), "json-ld uploadDate", weight: 2)
        }
        if let text = article.text("dateModified") { claims.add(.modified, time(text), "json-ld", weight: 3) }
    }

    private mutating func readMetas() {
        for meta in scan.metas {
            switch meta.field {
            case .published(let weight):
                claims.add(.published, time(meta.content), "meta \(meta.name)", weight: weight)
            case .modified(let weight):
                claims.add(.modified, time(meta.content), "meta \(meta.name)", weight: weight)
            default: break
            }
        }
    }

    // MARK: Elements for times

    private mutating func readTimeElements() {
        let zone = lines?.zone ?? 0..<0
        var hasPublished = false
        for node in scan.times {
            let isNear = zone.contains(node) && !isAside(node)
            let isMarked = isMarked(node)
            guard isNear || isMarked else { continue }
            let text = markup.shortText(of: node) ?? ""
            let stated = markup.shortAttribute("datetime", of: node).flatMap { time($0) } ?? time(text)
            guard let stated else { continue }
            let event = event(of: node, text)
            if event == .published, hasPublished { continue }
            hasPublished = hasPublished || event == .published
            claims.add(event, stated, "time element", weight: isNear ? 2.2 : 1.2)
        }
    }

    /// Whether an element belongs to the page's frame.
    private func isAside(_ node: Int) -> Bool {
        var parent = Int(markup.nodes[node].parent)
        for _ in 0..<32 where parent > 0 {
            if [.nav, .footer, .aside].contains(markup.nodes[parent].tag) { return true }
            parent = Int(markup.nodes[parent].parent)
        }
        return false
    }

    private func isMarked(_ node: Int) -> Bool {
        if markup.attributeRange("pubdate", of: node) != nil { return true }
        return markup.shortAttribute("itemprop", of: node) == "datePublished"
    }

    private func event(of node: Int, _ text: String) -> TimeLine.Event {
        if let named = WrittenDateReader.dates(in: text, order: order).first?.event { return named }
        let marks = [markup.attributeRange("class", of: node), markup.attributeRange("itemprop", of: node)]
            .compactMap(\.self)
        let isChange = marks.contains { markup.has(["updat", "modif"], in: $0) }
        // Some programs give the class "updated" to every time.
        let isEntry = marks.contains {
            markup.has(["publish", "entry-date", "post-date", "created"], in: $0)
        }
        return isChange && !isEntry ? .modified : .published
    }

    // MARK: Lines

    private mutating func readLines() {
        guard let lines else { return }
        let ordered = lines.lines.filter(\.isBehind) + lines.lines.filter { !$0.isBehind }.reversed()
        var hasPublished = false
        for line in ordered where line.text.utf8.count <= 240 {
            let dates = WrittenDateReader.dates(in: line.text, order: order)
            for date in dates.prefix(3) {
                let isMarked = line.isTime && line.text.utf8.count < 120
                guard
                    date.isWholeLine || isMarked || date.event != nil
                        || date.isAtEnd && line.text.utf8.count < 160
                else { continue }
                nodes += line.nodes
                let event = date.event ?? .published
                if event == .published, hasPublished { continue }
                guard let time = settled(date) else { continue }
                hasPublished = hasPublished || event == .published
                let weight = line.isBehind ? 2.0 : 1.8
                claims.add(event, time, "text", weight: date.isWholeLine ? weight : weight - 0.4)
            }
        }
    }

    /// A date whose day and month could be either way round, when others or the calendar tell.
    private func settled(_ date: WrittenDate) -> StatedTime? {
        guard let other = date.other else { return date.time }
        let known = claims.claims.map { ($0.time.year, $0.time.month, $0.time.day) }
        if known.contains(where: { $0 == (date.time.year, date.time.month, date.time.day) }) {
            return date.time
        }
        if known.contains(where: { $0 == (other.year, other.month, other.day) }) { return other }
        switch (claims.isPossible(date.time), claims.isPossible(other)) {
        case (true, false): return date.time
        case (false, true): return other
        default: return nil
        }
    }

    /// Of a page that states no time where one is looked for: the first line that is a date and is marked as
    /// one, or the first that is a date.
    private mutating func readAnywhere() {
        let all = PageLines(of: markup).lines
        for isMarked in [true, false] {
            for line in all where line.text.utf8.count <= 120 && (line.isTime || !isMarked) {
                for date in WrittenDateReader.dates(in: line.text, order: order) where date.isWholeLine {
                    guard date.event != .modified, let time = settled(date) else { continue }
                    claims.add(.published, time, "text elsewhere", weight: isMarked ? 0.8 : 0.5)
                    if claims.published != nil { return }
                }
            }
        }
    }
}
