import SaysoArticles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One line of a JSONL file: `{"id": …, "text": …}`, or `html` with a page instead of `text`. What else is known of the
/// article may stand in `url`, `published`, `outlet` and `headline`; other members are ignored.
struct JSONLine: Decodable {
    private let id: DocumentID?
    private let text, html, url, published, outlet, headline: Result<String?, any Error>

    private enum CodingKeys: String, CodingKey {
        case id, text, html, url, published, outlet, headline
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func member(_ key: CodingKeys) -> Result<String?, any Error> {
            Result { try container.decodeIfPresent(String.self, forKey: key) }
        }
        id = try container.decodeIfPresent(DocumentID.self, forKey: .id)
        (text, html, url) = (member(.text), member(.html), member(.url))
        (published, outlet, headline) = (member(.published), member(.outlet), member(.headline))
    }

    /// Why a line holds no article, though it is JSON.
    private struct Problem: Error {
        let reason: String
    }

    /// Reads a line; one without an id goes by its number.
    static func document(_ line: LineReader.Line, of path: String) -> Document {
        let place = "\(path):\(line.number)"
        var document = Document(
            id: .number(Decimal(line.number)),
            path: place,
            content: .success(.bytes([]))
        )
        document.provenance.isLine = true
        func fail(_ reason: String) -> Document {
            var failed = document
            failed.content = .failure(
                DocumentError(code: "json", message: "\(place): \(reason)")
            )
            return failed
        }
        do {
            let parsed = try JSONDecoder().decode(JSONLine.self, from: Data(line.bytes))
            document.id = parsed.id ?? document.id
            document.content = .success(try parsed.content())
            document.provenance.url = try parsed.url.get()
            return document
        } catch let problem as Problem {
            return fail(problem.reason)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            switch context.codingPath.first?.stringValue {
            case nil: return fail("not a JSON object")
            case "id": return fail("\"id\" is neither a text nor a number")
            case let member?: return fail("\"\(member)\" is not a text")
            }
        } catch {
            return fail("not valid JSON")
        }
    }

    private func content() throws -> Document.Content {
        let url = try url.get()
        if let page = try html.get() {
            if try text.get() != nil { throw Problem(reason: "the object has both \"text\" and \"html\"") }
            return .page(Array(page.utf8), Origin(url: url, contentType: "text/html; charset=utf-8"))
        }
        guard let text = try text.get() else { throw Problem(reason: "the object has no \"text\"") }
        var metadata = Metadata()
        metadata.url = url
        (metadata.outlet, metadata.headline) = (try outlet.get(), try headline.get())
        if let published = try published.get(), !published.isEmpty {
            guard let time = MachineDate.time(in: published) else {
                throw Problem(reason: "\"published\" is no date like 2025-04-26 or 2025-04-26T16:19Z")
            }
            metadata.published = time
            metadata.claims = [Metadata.Claim(event: .published, time: time, source: "given")]
        }
        return .text(text, metadata)
    }
}
