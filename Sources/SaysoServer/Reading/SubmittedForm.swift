import HTTPTypes
import Hummingbird

/// What a page's form sends.
struct SubmittedForm: Sendable {
    /// A file that was chosen in it.
    struct File: Sendable {
        /// What it is called, without folders.
        let name: String
        let bytes: [UInt8]
    }

    /// Its fields, to be taken one by one; those that were left empty count as missing.
    var fields: Query
    /// Its files; fields for files in which none was chosen are left out.
    var files: [File] = []

    /// - Parameters:
    ///   - request: brings it, as `application/x-www-form-urlencoded` or `multipart/form-data`.
    ///   - most: the most bytes of it.
    /// - Throws: `Problem` when it is no form; what reading the body throws.
    init(_ request: Request, upTo most: Int) async throws {
        let type = request.headers[.contentType] ?? ""
        let media = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard media == "application/x-www-form-urlencoded" || media == "multipart/form-data" else {
            throw Problem(
                .unsupportedMediaType,
                "media-type",
                "this address takes what its page's form sends"
            )
        }
        var request = request
        let bytes = Array(buffer: try await request.collectBody(upTo: most))
        if media == "application/x-www-form-urlencoded" {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.unreadable }
            fields = try Query(text, isForm: true)
            return
        }
        var values: [(name: String, value: String)] = []
        for part in try MultipartBody(bytes, type: type).parts {
            if let name = part.filename {
                if name.isEmpty, part.bytes.isEmpty { continue }
                files.append(File(name: Self.safe(name), bytes: Array(part.bytes)))
            } else {
                guard !part.bytes.contains(0), let text = String(validating: part.bytes, as: UTF8.self) else {
                    throw Self.unreadable
                }
                values.append((part.name, text))
            }
        }
        fields = Query(fields: values)
    }

    static let unreadable = Problem.invalid("the form cannot be read; load its page again, and send it again")

    /// A file's name without folders and what no name should have.
    private static func safe(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let safe = LogText.safe(last).replacing("\u{FFFD}", with: "_").prefix(100)
        return safe.isEmpty ? "file" : String(safe)
    }
}
