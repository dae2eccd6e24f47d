/// What the words in an element's class, id and role say it is for.
struct Purposes: OptionSet, Sendable {
    let rawValue: UInt32

    static let body = Purposes(rawValue: 1 << 0)
    static let article = Purposes(rawValue: 1 << 1)
    static let navigation = Purposes(rawValue: 1 << 2)
    static let related = Purposes(rawValue: 1 << 3)
    static let advertisement = Purposes(rawValue: 1 << 4)
    static let sharing = Purposes(rawValue: 1 << 5)
    static let signup = Purposes(rawValue: 1 << 6)
    static let comments = Purposes(rawValue: 1 << 7)
    static let byline = Purposes(rawValue: 1 << 8)
    static let caption = Purposes(rawValue: 1 << 9)
    static let tags = Purposes(rawValue: 1 << 10)
    static let legal = Purposes(rawValue: 1 << 11)
    static let headline = Purposes(rawValue: 1 << 12)
    static let quotation = Purposes(rawValue: 1 << 13)
    static let hidden = Purposes(rawValue: 1 << 14)
    static let pullQuote = Purposes(rawValue: 1 << 15)
    static let captionText = Purposes(rawValue: 1 << 16)

    /// What stands around an article and is no part of it.
    static let furniture: Purposes = [
        .navigation, .related, .advertisement, .sharing, .signup, .comments, .tags, .legal,
    ]

    private static let vocabulary = WordTable<UInt32>(
        [
            (
                body,
                """
                articlebody articletext articlecontent storybody storycontent storytext postbody postcontent posttext \
                entrycontent entrybody body bodytext bodycopy copy text fulltext richtext prose contentbody maincontent \
                rte wysiwyg paragraph paragraphs
                """
            ),
            (
                article,
                """
                article articles story post entry hentry news blog main content contents page single detail
                """
            ),
            (
                navigation,
                """
                nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumb crumbs topbar masthead header hdr \
                footer foot ftr pagination pager paging skip toolbar tabs tab dropdown sitemap mega hamburger
                """
            ),
            (
                related,
                """
                related recommended recommend recommendation recommendations recirc recirculation more most popular \
                trending latest readmore also similar teaser teasers promo promos promotion carousel slider rail \
                sidebar side aside widget widgets outbrain taboola list listing feed river card cards stories headlines \
                next prev previous upnext suggested suggestions seealso links
                """
            ),
            (
                advertisement,
                """
                ad ads adv advert advertisement advertising advertorial sponsor sponsored sponsors banner dfp gpt \
                commercial promoted paid affiliate adslot adunit
                """
            ),
            (
                sharing,
                """
                share sharing shares social socials follow facebook twitter whatsapp pinterest linkedin addthis \
                sharedaddy sharethis email print tools tool toolbar actions action buttons button
                """
            ),
            (
                signup,
                """
                newsletter newsletters subscribe subscription subscriptions signup sign paywall register registration \
                login account optin modal popup overlay lightbox cookie cookies consent gdpr cta donate donation \
                membership form alert alerts notification
                """
            ),
            (
                comments,
                """
                comment comments commenting respond reply replies disqus discussion livefyre responses commentlist
                """
            ),
            (
                byline,
                """
                byline bylines author authors bio biography profile contributor writer dateline date time timestamp \
                datetime published publish pubdate updated meta metadata info kicker eyebrow credits credit source
                """
            ),
            (
                caption,
                """
                caption captions figcaption figure image img photo photos picture media gallery slideshow video player \
                videos thumb thumbnail credit attribution copyright
                """
            ),
            (
                tags,
                """
                tag tags topic topics category categories label labels keywords section sections taxonomy filed
                """
            ),
            (legal, "copyright disclaimer legal terms privacy disclosure rights notice"),
            (
                headline,
                """
                headline title titles heading hed dek deck subtitle subheadline subhead standfirst summary lede lead \
                intro excerpt description abstract
                """
            ),
            (quotation, "quote pullquote blockquote pull tweet embed instagram"),
            (hidden, "hidden hide invisible sr visually screenreader offscreen none noprint"),
            (pullQuote, "pullquote pullquotes pulledquote pullout"),
            (captionText, "caption captions figcaption captiontext imagecaption"),
        ].map { ($0.0.rawValue, $0.1) }
    )

    private static let roles = WordTable<UInt32>(
        [
            (navigation, "navigation menu menubar banner contentinfo toolbar tablist search"),
            (related, "complementary"),
            (signup, "dialog alert alertdialog form"),
        ].map { ($0.0.rawValue, $0.1) }
    )

    /// Reads the words of a class or an id: letters, parted by anything else and by `camelCase`; two words one
    /// after another may be one (`article-body`).
    static func read(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Purposes {
        var found: UInt32 = 0
        var (word, pair) = (WordHash(), WordHash())
        var (hasWord, hasPair, wasLower) = (false, false, false)
        func look() {
            found |= vocabulary[word.value] ?? 0
            if hasPair { found |= vocabulary[pair.value] ?? 0 }
        }
        for offset in range {
            let byte = bytes[offset]
            let lower = byte | 0x20
            let isLetter = lower >= 0x61 && lower <= 0x7A
            let isUpper = isLetter && byte != lower
            if hasWord, !isLetter || isUpper && wasLower {
                look()
                (pair, hasPair, hasWord) = (word, true, false)
                word = WordHash()
            }
            wasLower = isLetter && !isUpper
            guard isLetter else { continue }
            hasWord = true
            word.add(lower)
            pair.add(lower)
        }
        if hasWord { look() }
        return Purposes(rawValue: found)
    }

    /// Reads an ARIA role.
    static func read(role: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Purposes {
        var word = WordHash()
        for offset in role { word.add(bytes[offset].lowercasedASCII) }
        return Purposes(rawValue: roles[word.value] ?? 0)
    }
}
