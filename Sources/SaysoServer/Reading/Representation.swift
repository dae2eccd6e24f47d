import HTTPTypes
import Hummingbird
import SaysoLedger

/// Something that is answered: bytes of a kind, with a tag that changes when they do.
struct Representation: Sendable {
    let bytes: [UInt8]
    let type: String
    let tag: String
    var headers: HTTPFields = [:]

    /// - Parameters:
    ///   - bytes: all of it.
    ///   - type: its media type.
    init(_ bytes: [UInt8], type: String) {
        (self.bytes, self.type) = (bytes, type)
        tag = "\"\(Digest(of: bytes).description.dropFirst(7).prefix(32))\""
    }

    /// One JSON object.
    static func json(_ members: (inout JSONWriter) throws -> Void) rethrows -> Representation {
        var json = JSONWriter()
        try json.object(members)
        return Representation(json.bytes, type: "application/json")
    }

    /// The answer to a request; nothing but the tag when whoever asks has these bytes already.
    func response(to request: Request) -> Response {
        var headers = headers
        headers[.eTag] = tag
        let known = request.headers[values: .ifNoneMatch].joined(separator: ",").split(separator: ",").map {
            text in
            let text = text.drop { $0 == " " }
            return text.hasPrefix("W/") ? text.dropFirst(2) : text
        }
        if [.get, .head].contains(request.method), known.contains(where: { $0 == tag || $0 == "*" }) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = type
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(slicing: ByteBuffer(bytes: bytes))
        )
    }
}
