/// Texts in XML.
package enum XMLText {
    /// Characters of a text or an attribute's value. What XML cannot hold becomes U+FFFD.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\r": result += "&#13;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An element of nothing but text; nothing where there is no text.
    package static func element(_ name: String, _ text: String?) -> String {
        text.map { "<\(name)>\(escaped($0))</\(name)>" } ?? ""
    }
}

/// A part of a text that an element stands around.
struct XMLMark {
    let range: Range<Int>
    let name: String
    /// The element's attributes, each with a space before it.
    let attributes: String
    /// What the element's parts have where another one cuts it, after the first.
    let continuation: String
}

extension XMLText {
    /// Marks in marks in marks beyond this are left out: reopening all of them takes ever longer.
    private static let deepest = 32

    /// A text with elements around its marks. Where two marks cross, the one that began first is cut.
    ///
    /// - Parameters:
    ///   - text: the whole text.
    ///   - range: the part that is written.
    ///   - marks: by their beginnings; of those that begin together the longest first.
    ///   - begun: which of the marks were opened before, by their indices; those that are opened now are added.
    /// - Returns: well-formed XML.
    static func marked(_ text: [UInt8], _ range: Range<Int>, _ marks: [(Int, XMLMark)], begun: inout Set<Int>)
        -> String
    {
        var result = ""
        var open: [(index: Int, mark: XMLMark)] = []
        var place = range.lowerBound
        func write(to end: Int) {
            guard place < end else { return }
            result += escaped(String(decoding: text[place..<end], as: UTF8.self))
            place = end
        }
        func begin(_ index: Int, _ mark: XMLMark) {
            let isNew = begun.insert(index).inserted
            result += "<\(mark.name)\(isNew ? mark.attributes : mark.continuation)>"
            open.append((index, mark))
        }
        /// Ends all marks that end up to a place, and cuts those that are in the way.
        func end(upTo limit: Int) {
            while let first = open.map(\.mark.range.upperBound).min(), first <= limit {
                write(to: min(first, range.upperBound))
                var cut: [(index: Int, mark: XMLMark)] = []
                while open.contains(where: { $0.mark.range.upperBound <= first }), let last = open.popLast() {
                    result += "</\(last.mark.name)>"
                    if last.mark.range.upperBound > first { cut.append(last) }
                }
                for (index, mark) in cut.reversed() { begin(index, mark) }
            }
        }
        for (index, mark) in marks {
            let start = max(mark.range.lowerBound, range.lowerBound)
            end(upTo: start)
            guard open.count < deepest else { continue }
            write(to: start)
            begin(index, mark)
        }
        end(upTo: range.upperBound)
        write(to: range.upperBound)
        for last in open.reversed() { result += "</\(last.mark.name)>" }
        return result
    }
}
