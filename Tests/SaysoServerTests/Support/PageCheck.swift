/// What a page of HTML is made of, read strictly: what our own templates make has no omitted tags.
struct PageCheck {
    struct Element {
        let name: String
        var attributes: [String: String] = [:]
    }

    private(set) var elements: [Element] = []
    /// The text between tags, with references read, as it stands.
    private(set) var text = ""
    /// What is wrong.
    private(set) var problems: [String] = []

    private static let void: Set<String> = [
        "meta", "link", "input", "br", "hr", "img",
    ]

    init(_ html: String) {
        var rest = html.utf8[...]
        var open: [String] = []
        func take(until end: (UInt8) -> Bool) -> Substring {
            let part = rest.prefix { !end($0) }
            rest = rest[part.endIndex...]
            return Substring(part)
        }
        while let byte = rest.first {
            guard byte == UInt8(ascii: "<") else {
                text += Self.decoded(take { $0 == UInt8(ascii: "<") })
                continue
            }
            rest.removeFirst()
            if rest.first == UInt8(ascii: "!") {
                _ = take { $0 == UInt8(ascii: ">") }
                rest = rest.dropFirst()
                continue
            }
            let isEnd = rest.first == UInt8(ascii: "/")
            if isEnd { rest.removeFirst() }
            let name = String(take { $0 == 0x20 || $0 == 0x0A || $0 == UInt8(ascii: ">") })
            guard name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }),
                !name.isEmpty
            else {
                problems.append("<\(name) is no tag")
                continue
            }
            var element = Element(name: name)
            while true {
                _ = take { $0 != 0x20 && $0 != 0x0A }
                if rest.first == nil || rest.first == UInt8(ascii: ">") { break }
                let attribute = String(
                    take { [0x20, 0x0A, UInt8(ascii: "="), UInt8(ascii: ">")].contains($0) }
                )
                // SVG has some in camel case.
                if !attribute.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D }) {
                    problems.append("<\(name)> has an attribute “\(attribute)”")
                }
                var value = ""
                if rest.first == UInt8(ascii: "=") {
                    rest.removeFirst()
                    if rest.first != UInt8(ascii: "\"") { problems.append("\(attribute) is not quoted") }
                    rest = rest.dropFirst()
                    value = Self.decoded(take { $0 == UInt8(ascii: "\"") })
                    rest = rest.dropFirst()
                }
                if element.attributes.updateValue(value, forKey: attribute) != nil {
                    problems.append("<\(name)> has two attributes “\(attribute)”")
                }
            }
            rest = rest.dropFirst()
            if isEnd {
                if open.popLast() != name { problems.append("</\(name)> closes another element") }
            } else {
                elements.append(element)
                if !Self.void.contains(name) { open.append(name) }
            }
        }
        if !open.isEmpty { problems.append("\(open) are not closed") }
        look()
    }

    /// What no page may have, however well it is written.
    private mutating func look() {
        var ids: Set<String> = []
        for element in elements {
            if let id = element.attributes["id"], !ids.insert(id).inserted {
                problems.append("the id \(id) is there twice")
            }
            for name in element.attributes.keys where name == "style" || name.hasPrefix("on") {
                problems.append("<\(element.name)> has \(name)")
            }
            if element.name == "style" { problems.append("a style stands in the page") }
            if element.name == "script", element.attributes["src"]?.hasPrefix("/assets/") != true {
                problems.append("a script stands in the page")
            }
            if element.name == "a", element.attributes["href"]?.lowercased().hasPrefix("javascript") == true {
                problems.append("a link is a script")
            }
            if element.name == "input", element.attributes["type"] != "hidden",
                !elements.contains(where: {
                    $0.name == "label" && $0.attributes["for"] == element.attributes["id"]
                })
            {
                problems.append("the field \(element.attributes["name"] ?? "?") has no label")
            }
            for reference in ["aria-labelledby", "aria-describedby"] {
                for id in element.attributes[reference]?.split(separator: " ") ?? []
                where !elements.contains(where: { $0.attributes["id"] == String(id) }) {
                    problems.append("\(reference) names \(id), which is not there")
                }
            }
        }
        if elements.count(where: { $0.name == "h1" }) != 1 { problems.append("there is not one h1") }
        if elements.count(where: { $0.name == "main" }) != 1 { problems.append("there is not one main") }
    }

    /// The addresses that the page leads to, without what stands in it.
    var links: [String] {
        elements.compactMap { element in
            guard ["a", "link", "script"].contains(element.name) else { return nil }
            return element.attributes["href"] ?? element.attributes["src"]
        }
    }

    /// The texts' elements of a class.
    func count(of name: String, class words: String) -> Int {
        elements.count { element in
            element.name == name
                && Set(element.attributes["class"]?.split(separator: " ") ?? [])
                    .isSuperset(of: words.split(separator: " "))
        }
    }

    private static func decoded(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
