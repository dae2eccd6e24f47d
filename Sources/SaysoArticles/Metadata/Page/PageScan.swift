/// What one walk over a page finds that may say something about its article.
struct PageScan {
    /// Contents of `meta` elements that mean something, in order.
    private(set) var metas: [(field: MetaField, rank: Int, name: String, content: String)] = []
    /// The address in `<link rel="canonical">`.
    private(set) var canonical: String?
    /// `<html lang>`
    private(set) var language: String?
    /// `<title>`
    private(set) var title: String?
    /// Headings of the first three levels.
    private(set) var headings: [Int] = []
    /// JSON-LD.
    private(set) var documents: [JSONDocument] = []
    /// `time` elements.
    private(set) var times: [Int] = []
    /// Elements with `itemprop`, or RDFa's `property` in the body.
    private(set) var properties: [(node: Int, name: String)] = []
    /// Links to authors.
    private(set) var authorLinks: [Int] = []
    /// Text nodes with a sign of copyright.
    private(set) var rights: [Int] = []
    /// The beginnings of paragraphs, to tell their language by.
    private(set) var sample: [UInt8] = []

    private static let most = 400
    private static let paragraph = 80  // bytes
    private static let longestSample = 1600

    init(_ markup: Markup) {
        var index = 1
        while index < markup.nodes.count {
            let node = markup.nodes[index]
            switch node.tag {
            case .template, .svg, .style, .iframe:
                index = node.end
                continue
            case .script:
                addScript(index, markup)
                index = node.end
                continue
            case .text: addText(index, markup)
            case .meta: addMeta(index, markup)
            case .link: addLink(index, markup)
            case .html:
                language =
                    language ?? markup.shortAttribute("lang", of: index)
                    ?? markup.shortAttribute("xml:lang", of: index)
            case .title: title = title ?? markup.shortText(of: index)
            case .h1, .h2, .h3: if headings.count < Self.most { headings.append(index) }
            case .time: if times.count < Self.most { times.append(index) }
            default: break
            }
            if node.attributeCount > 0 { addProperties(index, markup) }
            index += 1
        }
    }

    private mutating func addScript(_ index: Int, _ markup: Markup) {
        guard markup.nodes[index].attributeCount > 0, let type = markup.shortAttribute("type", of: index),
            type.lowercased().contains("ld+json"), documents.count < 50
        else { return }
        documents.append(JSONDocument(markup.bytes, in: markup.nodes[index].content))
    }

    private mutating func addText(_ index: Int, _ markup: Markup) {
        let node = markup.nodes[index]
        let range = node.range
        guard range.count >= 10 else { return }
        if range.count < 400, rights.count < 20 {
            let isSigned = markup.bytes.withUnsafeBufferPointer { bytes in
                for offset in range.lowerBound..<range.upperBound - 1 {
                    if bytes[offset] == 0xC2, bytes[offset + 1] == 0xA9 { return true }
                    if bytes[offset] == 0x26, bytes[offset + 1] == 0x63, bytes[range.upperBound - 1] != 0x26,
                        offset + 5 < range.upperBound, bytes[offset + 2] == 0x6F, bytes[offset + 3] == 0x70
                    {
                        return true  // "&copy;"
                    }
                }
                return bytes[range.lowerBound] | 0x20 == 0x63 && bytes[range.lowerBound + 1] | 0x20 == 0x6F
                    && bytes[range.lowerBound + 2] | 0x20 == 0x70
                    && bytes[range.lowerBound + 3] | 0x20 == 0x79
            }
            if isSigned { rights.append(index) }
        }
        if range.count >= Self.paragraph, sample.count < Self.longestSample {
            let text = markup.bytes[range].drop(while: { $0 <= 0x20 })
            guard text.count >= Self.paragraph, !text.prefix(Self.paragraph).contains(0x7B) else { return }
            sample += text.prefix(Self.longestSample / 4)
            sample.append(0x20)
        }
    }

    private mutating func addMeta(_ index: Int, _ markup: Markup) {
        guard metas.count < Self.most, let content = markup.attributeRange("content", of: index),
            !content.isEmpty,
            content.count < 4000
        else { return }
        for attribute: StaticString in ["property", "name", "http-equiv"] {
            guard let range = markup.attributeRange(attribute, of: index), range.count <= 60,
                let name = markup.attribute(attribute, of: index)?.lowercased(),
                let (field, rank) = MetaField.named(name),
                let content = markup.attribute("content", of: index)
            else { continue }
            metas.append((field, rank, name, content))
            return
        }
    }

    private mutating func addLink(_ index: Int, _ markup: Markup) {
        guard canonical == nil, markup.shortAttribute("rel", of: index)?.lowercased() == "canonical" else {
            return
        }
        canonical = markup.shortAttribute("href", of: index)
    }

    private mutating func addProperties(_ index: Int, _ markup: Markup) {
        if let range = markup.attributeRange("itemprop", of: index) ?? rdfa(index, markup),
            properties.count < 2000,
            range.count <= 60
        {
            for name in markup.bytes[range].split(whereSeparator: { $0 <= 0x20 }) {
                let plain = name.split(separator: 0x3A).last ?? name  // "schema:datePublished"
                properties.append((index, String(decoding: plain, as: UTF8.self)))
            }
        }
        if markup.nodes[index].tag == .a, let range = markup.attributeRange("rel", of: index),
            markup.bytes[range].elementsEqual("author".utf8), authorLinks.count < Self.most
        {
            authorLinks.append(index)
        }
    }

    private func rdfa(_ index: Int, _ markup: Markup) -> Range<Int>? {
        markup.nodes[index].tag == .meta ? nil : markup.attributeRange("property", of: index)
    }

    // MARK: Asking

    /// The contents for a field, those of the best names first.
    func contents(_ field: MetaField) -> [String] {
        let found = metas.enumerated().filter { $0.element.field == field }
        return found.sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map { $0.element.content.plainText }.filter { !$0.isEmpty }
    }
}
