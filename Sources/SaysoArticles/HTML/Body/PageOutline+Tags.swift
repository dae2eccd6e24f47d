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
        case .document, .html, .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dialog, .dir,
            .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
            .hgroup, .hr, .legend, .li, .listing, .main, .menu, .nav, .ol, .p, .pre, .search, .section, .summary,
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

/// Whether a style hides what it is on.
enum HiddenStyle {
    static func matches(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        holds("display", "none", style) || holds("visibility", "hidden", style)
    }

    /// Whether a property has a value that begins like that.
    private static func holds(
        _ property: StaticString,
        _ value: StaticString,
        _ style: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let length = property.utf8CodeUnitCount
        var start = 0
        while start + length <= style.count {
            guard style[start].lowercasedASCII == property.utf8Start[0],
                PageOutline.equals(UnsafeBufferPointer(rebasing: style[start..<start + length]), property)
            else {
                start += 1
                continue
            }
            start += length
            while start < style.count, style[start].isMarkupSpace || style[start] == 0x3A { start += 1 }
            let end = start + value.utf8CodeUnitCount
            if end <= style.count, PageOutline.equals(UnsafeBufferPointer(rebasing: style[start..<end]), value) {
                return true
            }
        }
        return false
    }
}

/// Which tables are tables of data, whose rows are lines, and not a page's layout.
struct DataTables {
    private static let longestCell = 160

    private var isData: [Int32: Bool] = [:]
    private let markup: Markup
    private var tableOfCell: [Int32: Int32] = [:]

    /// - Complexity: linear in the number of nodes.
    init(_ markup: Markup) {
        self.markup = markup
        var open: [(table: Int32, end: Int, cells: Int)] = []
        var cell: (end: Int, length: Int) = (0, 0)
        func judge(_ table: (table: Int32, end: Int, cells: Int)) {
            if isData[table.table] == nil { isData[table.table] = table.cells >= 4 }
        }
        for (index, node) in markup.nodes.enumerated() {
            while let table = open.last, index >= table.end { judge(open.removeLast()) }
            switch node.tag {
            case .table:
                for outer in open.suffix(1) { isData[outer.table] = false }
                open.append((Int32(index), node.end, 0))
            case .td, .th:
                guard let table = open.last else { continue }
                open[open.count - 1].cells += 1
                tableOfCell[Int32(index)] = table.table
                cell = (node.end, 0)
            case .text:
                guard let table = open.last, index < cell.end else { continue }
                cell.length += node.range.count
                if cell.length > Self.longestCell { isData[table.table] = false }
            case .div, .ul, .ol, .form, .h1, .h2, .h3, .h4, .article, .section:
                if let table = open.last, node.tag == .form || node.tag == .article { isData[table.table] = false }
            default: break
            }
        }
        while !open.isEmpty { judge(open.removeLast()) }
    }

    /// Whether a cell belongs to such a table.
    func contains(cell index: Int) -> Bool {
        tableOfCell[Int32(index)].flatMap { isData[$0] } ?? false
    }
}
