/// Reads what a page says about its article: structured data, `meta` elements, the lines around the headline,
/// the address.
package struct MetadataReader {
    private let markup: Markup
    private let origin: Origin
    private let scan: PageScan
    private let articles: [LinkedArticle]
    private let microdata: Microdata
    private var page = PageMetadata()
    private var lines: PageLines?

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - markup: the page.
    ///   - origin: where and when it was got; without a time, times in the future are believed.
    /// - Returns: the metadata, and where in the page it stands.
    /// - Complexity: linear in the page.
    package static func read(_ markup: Markup, origin: Origin = Origin()) -> PageMetadata {
        var reader = MetadataReader(markup, origin)
        reader.readAll()
        return reader.page
    }

    /// Reads a page from its bytes.
    ///
    /// - Throws: ``ArticleError`` when they are not text.
    package static func read(
        page bytes: [UInt8],
        origin: Origin = Origin()
    ) throws(ArticleError) -> PageMetadata {
        let decoded = try DecodedText(page: bytes, contentType: origin.contentType)
        return read(Markup(html: decoded.bytes), origin: origin)
    }

    private init(_ markup: Markup, _ origin: Origin) {
        self.markup = markup
        self.origin = origin
        scan = PageScan(markup)
        articles = LinkedArticle.articles(in: scan.documents)
        microdata = Microdata(markup: markup, scan: scan)
    }

    private mutating func readAll() {
        let article = article
        readAddress(article)
        readOutlet(article)
        readHeadline(article)
        readLanguage(article)
        readSection(article)
        if let headline = page.headline { lines = PageLines(near: headline, in: markup) }
        readStandfirst(article)
        readAuthors(article)
        readTimes(article)
        readBody(article)
    }

    // MARK: Structured data

    /// The article of JSON-LD that the page is about.
    private var article: LinkedArticle? {
        guard articles.count > 1 else { return articles.first }
        let own = ([scan.canonical, origin.url].compactMap(\.self) + scan.contents(.url)).map(Self.comparable)
        let byAddress = articles.first { article in
            article.addresses.contains { own.contains(Self.comparable($0)) }
        }
        if let byAddress { return byAddress }
        let titles = scan.contents(.headline) + [scan.title].compactMap(\.self)
        return articles.first { article in
            article.text("headline").map { headline in titles.contains { TitleParts.agree($0, headline) } }
                ?? false
        } ?? articles.first
    }

    private static func comparable(_ address: String) -> String {
        let reference = URIReference(address)
        var path = reference.path
        if path.hasSuffix("/") { path.removeLast() }
        return path
    }

    // MARK: Address and outlet

    private mutating func readAddress(_ article: LinkedArticle?) {
        let base = origin.url.map { URIReference($0) }
        let candidates =
            [scan.canonical].compactMap(\.self) + scan.contents(.url) + (article?.addresses ?? [])
        for candidate in candidates {
            let reference = URIReference(candidate)
            let address = base.map { reference.resolved(against: $0) } ?? reference
            guard address.isWeb else { continue }
            // A home page is no article's address, unless that is what was got.
            let isHome = address.path.count <= 1 && address.query == nil
            if isHome, let base, base.path.count > 1 || base.query != nil { continue }
            page.metadata.url = address.description
            return
        }
        page.metadata.url = origin.url
    }

    private var host: String? {
        page.metadata.url.flatMap { URIReference($0).authority }
            ?? origin.url.flatMap { URIReference($0).authority }
    }

    private mutating func readOutlet(_ article: LinkedArticle?) {
        let published = article?.names(["publisher", "sourceOrganization"]).first?.name
        let candidates =
            scan.metas.filter { $0.field == .outlet && $0.rank == 0 }.map(\.content.plainText)
            + [published].compactMap(\.self)
            + microdata.values("publisher").prefix(1).map(\.value)
            + [scan.title.flatMap { TitleParts.outlet(in: $0, host: host) }].compactMap(\.self)
            + scan.contents(.outlet)
        let outlet =
            candidates.first { candidate in
                let words = candidate.split(separator: " ").count
                return (1...8).contains(words) && candidate.utf8.count <= 90 && !candidate.contains("://")
                    && !candidate.hasPrefix("@")
                    && candidate.unicodeScalars.contains(where: \.properties.isAlphabetic)
            }
        page.metadata.outlet = outlet.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
    }

    // MARK: Headline, standfirst, section

    private mutating func readHeadline(_ article: LinkedArticle?) {
        let outlet = page.metadata.outlet
        let titles = scan.title.map { [TitleParts.headline(in: $0, outlet: outlet, host: host)] } ?? []
        let stated =
            [article?.text("headline")].compactMap(\.self)
            + scan.contents(.headline).map { TitleParts.headline(in: $0, outlet: outlet, host: host) }
            + microdata.values("headline").prefix(2).map(\.value) + titles
        let isOutlet: (String) -> Bool = { text in outlet.map { $0.folded == text.folded } ?? false }
        let claims = stated.filter { !$0.isEmpty && !isOutlet($0) }
        let titleWords = claims.prefix(6).map(TitleWords.init)
        var best: (node: Int, text: String, score: Double)?
        for node in scan.headings.prefix(120) where markup.nodes[node].end - node < 60 {
            guard let text = markup.shortText(of: node), !text.isEmpty, text.utf8.count < 500, !isOutlet(text)
            else {
                continue
            }
            let words = TitleWords(text)
            let likeness = titleWords.map { words.likeness(to: $0) }.max() ?? 0
            let level = markup.nodes[node].tag == .h1 ? 0.3 : markup.nodes[node].tag == .h2 ? 0.1 : 0
            let score = likeness + level
            if likeness >= 0.5 || claims.isEmpty && level == 0.3, score > best?.score ?? 0 {
                best = (node, text, score)
            }
        }
        if best == nil {
            // A headline that shares no words with those for machines, but is the only one.
            let first = scan.headings.filter { markup.nodes[$0].tag == .h1 && markup.nodes[$0].end - $0 < 60 }
            if first.count == 1, let node = first.first, let text = markup.shortText(of: node) {
                if text.split(separator: " ").count >= 4 { best = (node, text, 0) }
            }
        }
        page.headline = best?.node
        page.metadata.headline = best?.text ?? claims.first
    }

    private mutating func readStandfirst(_ article: LinkedArticle?) {
        let stated =
            ([article?.text("description"), article?.text("alternativeHeadline")].compactMap(\.self)
            + scan.contents(.standfirst))
            .filter { text in
                text.split(separator: " ").count >= 4
                    && page.metadata.headline.map { !TitleParts.agree($0, text) } ?? true
            }
        let words = stated.prefix(6).map(TitleWords.init)
        let visible = lines?.lines.first { line in
            guard line.isBehind, line.text.utf8.count > 20 else { return false }
            let line = TitleWords(line.text)
            return words.contains { $0.likeness(to: line) > 0.8 }
        }
        page.metadata.standfirst = visible?.text ?? stated.first
    }

    private mutating func readSection(_ article: LinkedArticle?) {
        let candidates =
            [article?.text("articleSection")].compactMap(\.self) + scan.contents(.section)
            + microdata.values("articleSection").prefix(1).map(\.value)
        page.metadata.section = candidates.first { $0.utf8.count <= 60 && !$0.contains("://") }
    }

    // MARK: Language

    private mutating func readLanguage(_ article: LinkedArticle?) {
        let stated =
            ([scan.language].compactMap(\.self) + [article?.text("inLanguage")].compactMap(\.self)
            + scan.contents(.language)).lazy.compactMap(Language.normalized).first
        let guess = Language.guess(scan.sample)
        guard let guess, guess.confidence > 0.35 else {
            page.metadata.language = stated
            return
        }
        let primary = stated?.split(separator: "-").first.map(String.init)
        let isSame =
            primary == guess.tag
            || Self.alike.contains { $0.contains(primary ?? "") && $0.contains(guess.tag) }
        page.metadata.language = isSame ? stated : guess.tag
    }

    /// Languages that common words do not tell apart.
    private static let alike: [Set<String>] = [
        ["no", "nb", "nn", "da"], ["hr", "sr", "bs", "sh", "me"], ["id", "ms"], ["tl", "fil"], ["cs", "sk"],
        ["he", "iw"],
        ["hi", "mr", "ne"], ["es", "gl", "ast"], ["fa", "prs", "ps"], ["ru", "be"], ["bg", "mk"],
        ["zh", "yue"],
        ["nl", "af"], ["az", "tr"], ["ro", "mo"], ["kk", "ky"], ["ca", "oc", "va"], ["bn", "as"],
    ]

    // MARK: Authors and agencies

    private mutating func readAuthors(_ article: LinkedArticle?) {
        let (outlet, host) = (page.metadata.outlet, host)
        var wire: String?
        var names: [String] = []
        func take(_ text: String, _ kind: BylineReader.Kind) {
            let byline = BylineReader(text, kind: kind, outlet: outlet, host: host)
            wire = wire ?? byline.wire
            for name in byline.names where !names.contains(where: { $0.folded == name.folded }) {
                names.append(name)
            }
        }
        for entity in article?.names(["author", "creator"]) ?? [] {
            if entity.isOrganisation {
                wire = wire ?? WireAgency.named(entity.name)
            } else {
                take(entity.name, .field)
            }
        }
        if names.isEmpty {
            for ranked in Dictionary(grouping: scan.metas.filter { $0.field == .byline }, by: \.rank).sorted(
                by: { $0.key < $1.key })
            {
                for meta in ranked.value { take(meta.content.plainText, .field) }
                if !names.isEmpty { break }
            }
        }
        if names.isEmpty {
            for (_, value) in microdata.values("author").prefix(8) { take(value, .field) }
        }
        let visible = readBylines(outlet, host, &wire)
        if names.isEmpty {
            names = visible
            if names.isEmpty {
                for node in scan.authorLinks.prefix(3) { take(markup.shortText(of: node) ?? "", .marked) }
            }
        }
        page.metadata.bylines = Array(names.prefix(12))
        page.metadata.wire = wire ?? credit(article)
    }

    /// Reads the lines around the headline: the first that names somebody, and those right behind it.
    private mutating func readBylines(_ outlet: String?, _ host: String?, _ wire: inout String?) -> [String] {
        var names: [String] = []
        var last: Int?
        for (index, line) in (lines?.lines ?? []).enumerated() where line.text.utf8.count < 200 {
            if let last, index > last + 2 { break }
            let kind: BylineReader.Kind = line.isByline ? .marked : .line
            let byline = BylineReader(line.text, kind: kind, outlet: outlet, host: host)
            wire = wire ?? byline.wire
            guard !byline.names.isEmpty || byline.wire != nil && line.isByline else { continue }
            last = index
            page.bylines += line.nodes
            for name in byline.names where !names.contains(where: { $0.folded == name.folded }) {
                names.append(name)
            }
        }
        return names
    }

    /// The agency in credits, publishers, rights and datelines.
    private func credit(_ article: LinkedArticle?) -> String? {
        for member: StaticString in [
            "copyrightHolder", "sourceOrganization", "provider", "publisher", "creditText",
        ] {
            for entity in article?.names([member]) ?? [] {
                if let agency = WireAgency.named(entity.name) { return agency }
            }
        }
        for meta in scan.metas where meta.field == .wire {
            if let agency = WireAgency.named(meta.content) ?? WireAgency.credited(in: meta.content) {
                return agency
            }
        }
        for line in lines?.lines ?? [] where line.text.utf8.count < 100 {
            // "Source: Reuters", "Orlo Wire | 3 March", and not "Photo: Reuters".
            if Self.pictureWords.contains(where: { line.text.has($0) }) { continue }
            for part in line.text.split(whereSeparator: { "|•·:".contains($0) }).prefix(2) {
                if let agency = WireAgency.named(String(part)) { return agency }
            }
        }
        let story = (lines?.lines ?? []).filter { $0.isBehind && $0.text.utf8.count > 60 }.map(\.text)
        for text in story.prefix(3) + [page.metadata.standfirst].compactMap(\.self) {
            if let agency = Self.dateline(of: text) { return agency }
        }
        for node in scan.rights {
            if let agency = WireAgency.credited(in: markup.text(of: node)) { return agency }
        }
        return page.metadata.outlet.flatMap(WireAgency.named)
    }

    private static let pictureWords: [StaticString] = [
        "foto", "photo", "фото", "Фото", "bild", "image", "imagen", "zdję", "picture", "getty", "写真", "صورة",
    ]

    /// The agency in a paragraph's dateline.
    private static func dateline(of paragraph: String) -> String? {
        let text = ArticleText(validUTF8: Array(String(paragraph.unicodeScalars.prefix(200)).utf8))
        let dateline = DatelineReader.dateline(of: 0..<text.count, in: text, opensStory: true)
        return dateline?.agency.flatMap { WireAgency.named(text[$0]) }
    }

    private mutating func readBody(_ article: LinkedArticle?) {
        guard let value = article?.value["articleBody"], let text = value.string, let pieces = value.pieces,
            !text.isEmpty
        else { return }
        page.articleBody = PageMetadata.ArticleBody(text: text, range: value.range, pieces: pieces)
    }

    // MARK: Times

    private mutating func readTimes(_ article: LinkedArticle?) {
        let order = WrittenDateReader.Order(language: page.metadata.language, host: host)
        var reader = PageTimes(
            markup: markup,
            scan: scan,
            lines: lines,
            order: order,
            retrieved: origin.retrieved
        )
        reader.read(
            article,
            microdata: microdata,
            addresses: [page.metadata.url, origin.url].compactMap(\.self)
        )
        page.metadata.published = reader.claims.published
        page.metadata.modified = reader.claims.modified
        page.metadata.claims = reader.claims.claims
        page.timeLines = reader.nodes
    }
}
