/// Which quotation is open, as far as it takes to tell closing marks from opening ones.
///
/// A mark that is the same on both sides ("), or that languages use either way (“ » «), closes when the
/// same style is open and opens otherwise, unless the spaces around it say which it is.
struct QuotationMarks {
    private var open: UInt32?
    private var singleOpen = false

    /// What a mark does where it stands.
    enum Effect { case opens, closes, none }

    /// Reads a mark in its place.
    ///
    /// - Parameters:
    ///   - mark: a code point.
    ///   - spaceBefore: whether white space, an opening bracket or nothing precedes it.
    ///   - spaceAfter: whether white space or nothing follows it.
    ///   - letterBefore: whether a letter or a digit precedes it.
    ///   - letterAfter: whether a letter or a digit follows it.
    /// - Returns: what the mark does.
    mutating func read(
        _ mark: UInt32,
        spaceBefore: Bool,
        spaceAfter: Bool,
        letterBefore: Bool,
        letterAfter: Bool
    ) -> Effect {
        switch mark {
        case 0x22:  // "
            if spaceBefore != spaceAfter {
                open = spaceBefore ? mark : nil
                return spaceBefore ? .opens : .closes
            }
            return toggle(mark, openedBy: mark)
        case 0x201C: return toggle(mark, openedBy: 0x201E)  // “ closes what „ opened
        case 0x201D:  // ”
            if open == nil, spaceBefore, !spaceAfter { return .opens }
            open = nil
            return .closes
        case 0x201E, 0x201A:  // „ ‚
            open = mark
            return .opens
        case 0xAB: return toggle(mark, openedBy: 0xBB)  // « closes what » opened
        case 0xBB:  // »
            if open != 0xAB, spaceBefore || letterAfter, !spaceAfter {
                open = mark
                return .opens
            }
            open = nil
            return .closes
        case 0x2018:  // ‘
            if open == 0x201A {
                open = nil
                return .closes
            }
            return .opens
        case 0x27, 0x2019:  // ' ’
            if letterBefore, letterAfter { return .none }
            if mark == 0x27, !spaceAfter, spaceBefore || !singleOpen, !letterBefore {
                singleOpen = true
                return .opens
            }
            singleOpen = false
            return .closes
        default: return .none
        }
    }

    private mutating func toggle(_ mark: UInt32, openedBy opener: UInt32) -> Effect {
        if open == opener {
            open = nil
            return .closes
        }
        open = mark
        return .opens
    }

    /// Whether a code point is a quotation mark of any style, or an apostrophe.
    static func isMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201E, 0x2039, 0x203A: true
        default: false
        }
    }
}
