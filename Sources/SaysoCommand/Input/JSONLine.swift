#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One line of a JSONL file: `{"id": …, "text": …}`; other members are allowed and ignored.
struct JSONLine: Decodable {
    private let id: DocumentID?
    private let text: Result<String, any Error>

    private enum CodingKeys: String, CodingKey {
        case id, text
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decodeIfPresent(DocumentID.self, forKey: .id)
        text = Result { try container.decode(String.self, forKey: .text) }
    }

    /// Reads a line; one without an id goes by its number.
    static func document(_ line: LineReader.Line, of path: String) -> Document {
        let place = "\(path):\(line.number)"
        var id = DocumentID.number(Decimal(line.number))
        func document(_ content: Result<Document.Content, DocumentError>) -> Document {
            Document(id: id, path: place, content: content)
        }
        func failure(_ reason: String) -> Document {
            document(.failure(DocumentError(code: "json", message: "\(place): \(reason)")))
        }
        do {
            let parsed = try JSONDecoder().decode(JSONLine.self, from: Data(line.bytes))
            id = parsed.id ?? id
            return document(.success(.text(try parsed.text.get())))
        } catch DecodingError.keyNotFound(let key, _) {
            return failure("the object has no \"\(key.stringValue)\"")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            switch context.codingPath.first?.stringValue {
            case nil: return failure("not a JSON object")
            case "id": return failure("\"id\" is neither a text nor a number")
            case let member?: return failure("\"\(member)\" is not a text")
            }
        } catch {
            return failure("not valid JSON")
        }
    }
}
