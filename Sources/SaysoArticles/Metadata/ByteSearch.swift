extension String {
    /// Whether the characters of another string stand in this one; bytes are compared, as fast as that goes.
    func has(_ other: StaticString) -> Bool {
        var copy = self
        return copy.withUTF8 { $0.has(other) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a text in lower case stands in these bytes, in upper or lower case.
    func has(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard length > 0, count >= length else { return length == 0 }
        let first = text.utf8Start[0]
        for start in 0...(count - length) where self[start].lowercasedASCII == first {
            var index = 1
            while index < length, self[start + index].lowercasedASCII == text.utf8Start[index] { index += 1 }
            if index == length { return true }
        }
        return false
    }
}

extension Markup {
    /// The characters of a title, a line or a name, white space drawn together; nil for what is longer than any.
    func shortText(of index: Int) -> String? {
        nodes[index].content.count <= 2000 ? text(of: index).collapsed : nil
    }

    /// An attribute's value, unless it is longer than any address or time.
    func shortAttribute(_ name: StaticString, of index: Int) -> String? {
        attributeRange(name, of: index).flatMap { $0.count <= 2000 ? attribute(name, of: index) : nil }
    }

    /// Whether one of some texts in lower case stands in a part of the page, in upper or lower case.
    func has(_ texts: [StaticString], in range: Range<Int>) -> Bool {
        bytes.withUnsafeBufferPointer { source in
            let part = UnsafeBufferPointer(rebasing: source[range])
            return texts.contains { part.has($0) }
        }
    }
}
