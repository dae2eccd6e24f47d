/// The elements of HTML that mean something here; all others are `other`, and are told apart by their names.
package enum Tag: UInt8, CaseIterable, Sendable {
    /// The root of the tree.
    case document
    /// Characters.
    case text
    /// Any element that has no case of its own, and all elements of XML.
    case other

    case a, abbr, acronym, address, applet, area, article, aside, audio
    case b, base, big, blockquote, body, br, button
    case canvas, caption, center, cite, code, col, colgroup
    case data, dd, del, details, dfn, dialog, dir, div, dl, dt
    case em, embed
    case fieldset, figcaption, figure, font, footer, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
    case i, iframe, img, input, ins
    case kbd, label, legend, li, link, listing
    case main, map, mark, marquee, math, menu, meta
    case nav, nobr, noembed, noframes, noscript
    case object, ol, optgroup, option, output
    case p, param, picture, plaintext, pre
    case q, s, samp, script, search, section, select, small, source, span, strike, strong, style, sub,
        summary, sup, svg
    case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
    case u, ul, `var`, video, wbr, xmp

    /// The element's name as pages write it.
    var spelling: String { "\(self)" }
}

extension Tag {
    /// How an element behaves while the tree is built.
    struct Traits: OptionSet {
        let rawValue: UInt16
        /// It has no content and no end tag.
        static let void = Traits(rawValue: 1 << 0)
        /// Its content is characters up to its end tag, references not decoded.
        static let raw = Traits(rawValue: 1 << 1)
        /// Its content is characters up to its end tag, references decoded.
        static let escapable = Traits(rawValue: 1 << 2)
        /// Its start tag ends an open paragraph.
        static let endsParagraph = Traits(rawValue: 1 << 3)
        /// Inline end tags do not reach beyond it.
        static let block = Traits(rawValue: 1 << 4)
        /// End tags of blocks do not reach beyond it.
        static let scope = Traits(rawValue: 1 << 5)
        /// List items do not end beyond it.
        static let list = Traits(rawValue: 1 << 6)
        /// Parts of tables do not end beyond it.
        static let table = Traits(rawValue: 1 << 7)
        /// It may stand in a head.
        static let head = Traits(rawValue: 1 << 8)
        /// Its end tag is an inline element's.
        static let inline = Traits(rawValue: 1 << 9)
    }

    /// Traits by raw value.
    static let traits: [Traits] = allCases.map(\.traits)

    private var traits: Traits {
        switch self {
        case .document, .html: [.block, .scope, .list, .table]
        case .area, .col, .embed, .frame, .img, .input, .param, .source, .track, .wbr: .void
        case .base, .link, .meta: [.void, .head]
        case .br: .void
        case .hr: [.void, .endsParagraph]
        case .script, .style: [.raw, .head]
        case .iframe, .noembed, .noframes, .plaintext: .raw
        case .xmp: [.raw, .endsParagraph]
        case .title: [.escapable, .head]
        case .textarea: .escapable
        case .noscript, .template:
            self == .template ? [.block, .scope, .list, .table, .head] : [.block, .head]
        case .td, .th, .caption: [.block, .scope, .list]
        case .table: [.block, .scope, .list, .table, .endsParagraph]
        case .ol, .ul, .menu, .dir, .dl: [.block, .list, .endsParagraph]
        case .applet, .marquee, .object: [.block, .scope, .list]
        case .article, .aside, .blockquote, .details, .dialog, .fieldset, .figure, .footer, .header, .main,
            .nav,
            .search, .section:
            [.block, .list, .endsParagraph]
        case .address, .center, .div, .figcaption, .form, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .listing, .p,
            .pre, .summary:
            [.block, .endsParagraph]
        case .li, .dd, .dt: [.block, .endsParagraph]
        case .body, .head, .tbody, .tfoot, .thead, .tr, .colgroup, .button, .select: .block
        case .a, .abbr, .acronym, .b, .big, .cite, .code, .dfn, .em, .font, .i, .kbd, .label, .mark, .nobr,
            .q, .s,
            .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .var:
            .inline
        default: []
        }
    }

    @inline(__always)
    func `is`(_ traits: Traits) -> Bool { !Tag.traits[Int(rawValue)].isDisjoint(with: traits) }
}
