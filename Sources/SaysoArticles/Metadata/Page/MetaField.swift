/// What the names of `meta` elements stand for: OpenGraph, Dublin Core, Twitter cards, Parse.ly, Sailthru, cXense,
/// Highwire (`citation_`) and the names that many outlets use without any standard.
enum MetaField: Hashable {
    case headline, standfirst, byline, outlet, url, language, section, wire
    case published(weight: Double), modified(weight: Double)

    /// The field of a name in lower case, with how much it counts against others of the field; less is more.
    static func named(_ name: String) -> (field: MetaField, rank: Int)? {
        if let entry = table[name] { return entry }
        // A namespace of somebody's own: "bt:pubDate", "outlet.published_time".
        guard let cut = name.lastIndex(where: { $0 == ":" || $0 == "." }) else { return nil }
        let rest = String(name[name.index(after: cut)...])
        guard let entry = table[rest] else { return nil }
        switch entry.field {
        case .published, .modified: return entry
        default: return nil
        }
    }

    private static let table: [String: (field: MetaField, rank: Int)] = {
        var table: [String: (field: MetaField, rank: Int)] = [:]
        func add(_ field: MetaField, _ names: String) {
            for (rank, name) in names.split(separator: " ").enumerated() {
                table[String(name)] = (field, rank)
            }
        }
        add(
            .headline,
            """
            og:title twitter:title parsely-title sailthru.title dc.title dcterms.title citation_title \
            headline hdl title
            """
        )
        add(
            .standfirst,
            """
            og:description description twitter:description sailthru.description dc.description \
            dcterms.description abstract
            """
        )
        add(
            .byline,
            """
            author parsely-author sailthru.author article:author og:article:author dc.creator \
            dcterms.creator citation_author byl byline dc.contributor article.author cxenseparse:author \
            cse-authors twitter:data1 creator authors writer
            """
        )
        add(
            .outlet,
            """
            og:site_name application-name cre dc.publisher dcterms.publisher publisher \
            citation_journal_title apple-mobile-web-app-title
            """
        )
        add(.url, "og:url parsely-link twitter:url sailthru.url dc.identifier")
        add(.language, "content-language og:locale dc.language dcterms.language language inlanguage")
        add(
            .section,
            """
            article:section parsely-section section og:article:section cxenseparse:category \
            articlesection category
            """
        )
        add(
            .wire,
            "dc.source source copyright dc.rights dcterms.rightsholder credit provider article:provider"
        )
        add(
            .published(weight: 3),
            """
            article:published_time og:article:published_time article:published article:published_date \
            og:published_time article:publicationdate article.published rnews:datepublished datepublished
            """
        )
        add(
            .published(weight: 2.5),
            """
            parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date.published dcterms.date \
            citation_publication_date cxenseparse:recs:publishtime publishtime pubdate publishdate \
            publish_date publish-date published_time published-date published_date publicationdate \
            publication_date publication-date article_date_original date_published dc.issued \
            dc.date.available ptime datepublished_time release_date release:date article:publish_time \
            published originalpublicationdate display_date displaydate firstpublished
            """
        )
        add(
            .published(weight: 2),
            """
            date dc.date dc.created dc.date.created dcterms.created article.created article:created_time \
            creation_date datecreated date_created article_date articledate citation_date cdate \
            outbrain-date doc_date date.available dc.date.x-metadatalastmodified-original timestamp \
            og:pubdate
            """
        )
        add(
            .modified(weight: 3),
            """
            article:modified_time og:updated_time og:article:modified_time article:modified \
            article:modified_date og:modified_time article:updated_time article:updated datemodified \
            rnews:datemodified
            """
        )
        add(
            .modified(weight: 2),
            """
            last-modified lastmod last_modified lastmodified last-updated last_updated last_updated_date \
            dc.date.modified dcterms.modified dc.modified moddate modified updated article_date_updated \
            revision_date lastupdated modificationdate utime
            """
        )
        return table
    }()
}
