/// The elements around a place, and which of them an end tag there can end, each in constant time.
struct OpenElements {
    struct Element {
        /// Its index among the nodes.
        let node: Int32
        let tag: Tag
        let name: Int32
        /// The place on the stack of the next element out with this name; -1 when there is none.
        let outer: Int32
        /// The innermost limits around it and itself.
        let limits: Limits
        /// Its end tag came while a block inside it was open.
        var isEnding = false
    }

    /// Places on the stack of the innermost elements that end tags do not reach beyond; -1 when there are none.
    struct Limits {
        var block: Int32 = -1
        var scope: Int32 = -1
        var button: Int32 = -1
        var list: Int32 = -1
        var table: Int32 = -1
    }

    private(set) var elements: [Element] = []
    /// The innermost place on the stack of each name.
    private var innermost: [Int32] = []
    /// How many of them are SVG or MathML, where other rules hold.
    private(set) var foreign = 0

    var isEmpty: Bool { elements.isEmpty }
    /// The innermost node; -1 when there is none.
    var current: Int32 { elements.last?.node ?? -1 }
    var currentTag: Tag { elements.last?.tag ?? .document }
    var limits: Limits { elements.last?.limits ?? Limits() }

    /// The innermost open element of a name, as a place on the stack; -1 when there is none.
    func place(of name: Int32) -> Int32 {
        Int(name) < innermost.count ? innermost[Int(name)] : -1
    }

    func place(of tag: Tag) -> Int32 { place(of: Int32(tag.rawValue)) }

    mutating func push(_ node: Int, tag: Tag, name: Int32) {
        let place = Int32(elements.count)
        var limits = limits
        if tag.is(.block) { limits.block = place }
        if tag.is(.scope) { limits.scope = place }
        if tag.is(.scope) || tag == .button { limits.button = place }
        if tag.is(.list) { limits.list = place }
        if tag.is(.table) { limits.table = place }
        if Int(name) >= innermost.count {
            innermost += repeatElement(-1, count: max(Int(name) + 1 - innermost.count, innermost.count))
        }
        elements.append(
            Element(node: Int32(node), tag: tag, name: name, outer: innermost[Int(name)], limits: limits)
        )
        innermost[Int(name)] = place
        if tag == .svg || tag == .math { foreign += 1 }
    }

    mutating func pop() -> Element? {
        guard let element = elements.popLast() else { return nil }
        innermost[Int(element.name)] = element.outer
        if element.tag == .svg || element.tag == .math { foreign -= 1 }
        return element
    }

    /// Notes that an element ends as soon as what is inside it does.
    mutating func endLater(_ place: Int32) { elements[Int(place)].isEnding = true }
}
