extension PageOutline {
    /// Whether nothing in an element is for reading.
    static func isPassedOver(_ tag: Tag) -> Bool {
        switch tag {
        case .script, .style, .noscript, .template, .svg, .iframe, .object, .embed, .applet, .button, .select,
            .textarea, .input, .option, .head, .video, .audio, .canvas, .map, .noframes, .noembed, .frameset:
            true
        default: false
        }
    }

    /// Whether an element starts and ends a line of its own.
    static func isBlock(_ tag: Tag) -> Bool {
        switch tag {
        case .document, .html, .address, .article, .aside, .blockquote, .body, .center, .dd, .details,
            .dialog, .dir,
            .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6,
            .header,
            .hgroup, .hr, .legend, .li, .listing, .main, .menu, .nav, .ol, .p, .pre, .search, .section,
            .summary,
            .table, .caption, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .xmp:
            true
        default: false
        }
    }

    static func surroundings(of tag: Tag) -> Surroundings {
        switch tag {
        case .a: .link
        case .b, .strong, .em, .i: .strong
        case .p: .paragraph
        case .li, .dd, .dt: .listItem
        case .h1: [.title, .heading]
        case .h2, .h3, .h4, .h5, .h6: .heading
        case .td, .th, .tr: .table
        case .blockquote: .blockquote
        case .figure: .figure
        case .figcaption: [.figure, .figureCaption]
        case .article: .article
        case .main: .main
        case .aside: .aside
        case .nav, .header, .footer, .menu: .margin
        case .form: .form
        case .pre, .listing, .xmp: .preformatted
        default: []
        }
    }

    static func purposes(of tag: Tag) -> Purposes {
        switch tag {
        case .nav, .footer, .header, .menu: .navigation
        case .aside: .related
        case .form: .signup
        case .figure, .figcaption: .caption
        case .time: .byline
        default: []
        }
    }
}
