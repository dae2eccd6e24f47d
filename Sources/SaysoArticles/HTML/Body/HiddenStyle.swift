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
            if end <= style.count,
                PageOutline.equals(UnsafeBufferPointer(rebasing: style[start..<end]), value)
            {
                return true
            }
        }
        return false
    }
}
