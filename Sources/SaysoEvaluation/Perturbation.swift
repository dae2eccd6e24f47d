/// What happens to articles on their way: paragraphs lost, quotation marks dropped.
package enum Perturbation: String, CaseIterable, Sendable {
    /// Paragraphs joined by a space.
    case joined
    /// Paragraphs joined by nothing.
    case glued
    /// All double quotation marks removed, and single ones that are no apostrophes.
    case unmarked

    /// A changed text.
    package struct Result: Sendable {
        /// The changed text.
        package let text: String
        /// For each code point of it, its offset in the text that it came from; -1 for one put in.
        let origin: [Int]

        /// Takes a span of the changed text back to the text it came from, in code points.
        package func original(_ span: Range<Int>) -> Range<Int>? {
            let places = origin[span.clamped(to: 0..<origin.count)].filter { $0 >= 0 }
            guard let first = places.first, let last = places.last else { return nil }
            return first..<last + 1
        }
    }

    /// Changes a text.
    package func apply(to text: [Unicode.Scalar]) -> Result {
        var changed = String.UnicodeScalarView()
        var origin: [Int] = []
        var at = 0
        while at < text.count {
            if self == .unmarked {
                if !Self.marks.contains(text[at]) {
                    changed.append(text[at])
                    origin.append(at)
                }
                at += 1
                continue
            }
            var end = at
            while end < text.count, Self.spaces.contains(text[end]) { end += 1 }
            if text[at..<end].contains(where: { $0 == "\n" || $0 == "\r" }) {
                if self == .joined {
                    changed.append(" ")
                    origin.append(-1)
                }
            } else {
                end = max(end, at + 1)
                changed.append(contentsOf: text[at..<end])
                origin += at..<end
            }
            at = end
        }
        return Result(text: String(changed), origin: origin)
    }

    private static let spaces: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n"]
    private static let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "‟", "«", "»", "‘", "‹", "›"]
}
