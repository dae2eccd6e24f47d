/// A document to work on, or the reason why there is none.
struct Document: Sendable {
    /// What the user calls it: a file's name without its ending, or a JSONL line's `id`.
    let id: DocumentID
    /// The file; `-` for standard input. JSONL lines add their number: `news.jsonl:12`.
    let path: String
    let content: Result<[UInt8], DocumentError>
}

/// An identifier as it came in: JSON knows texts and numbers.
enum DocumentID: Sendable, Codable, CustomStringConvertible {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }

    var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        }
    }
}

/// Why one document failed; the others go on.
struct DocumentError: Error, Sendable, Codable, CustomStringConvertible {
    /// For programs: `unreadable`, `directory`, `empty`, `binary`, `json`.
    let code: String
    /// For people.
    let message: String

    var description: String { message }
}
