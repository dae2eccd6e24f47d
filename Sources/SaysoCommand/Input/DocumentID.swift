#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An identifier as it came in: JSON knows texts and numbers.
enum DocumentID: Sendable, Hashable, Decodable, CustomStringConvertible {
    case text(String)
    case number(Decimal)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .number(try container.decode(Decimal.self))
        }
    }

    var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.description
        }
    }
}
