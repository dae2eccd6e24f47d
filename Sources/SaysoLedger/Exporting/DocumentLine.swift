public import SaysoArticles

/// What whoever handed in a document calls it.
public enum DocumentName: Hashable, Sendable {
    /// By a text.
    case text(String)
    /// By a number, as it was written.
    case number(String)

    func write(_ json: inout JSONWriter) {
        switch self {
        case .text(let text): json.member("document", text)
        case .number(let number):
            json.name("document")
            json.value(literal: number)
        }
    }
}

extension Revision {
    /// The revision as a line that an import reads, with what finds the same words in many places.
    ///
    /// - Parameters:
    ///   - document: what the document is called that it was read from.
    ///   - unit: what offsets count.
    ///   - includesSource: whether the source's bytes are wanted where they are not the text.
    /// - Returns: JSON that `Docs/ledger.schema.json` describes, without what only a ledger knows; with the line's end.
    public func line(document: DocumentName, unit: OffsetUnit, includesSource: Bool) -> [UInt8] {
        JSONLinesExporter(unit: unit).line(
            ExportedRevision(self, includesSource: includesSource),
            document: document
        )
    }
}

/// A document that gave no revision, as a line among those of others.
public struct UnreadDocument: Sendable {
    /// Why it gave none.
    public enum Reason: Sendable {
        /// It could not be read: codes for programs and messages for people.
        case errors([(code: String, message: String)])
        /// It was not wanted: why, and what more is to be said of that.
        case leftOut(String, detail: String?)
    }

    private let name: DocumentName
    private let path: String
    private let reason: Reason

    /// - Parameters:
    ///   - name: what it is called.
    ///   - path: where it was found.
    ///   - reason: why it gave no revision.
    public init(_ name: DocumentName, path: String, _ reason: Reason) {
        (self.name, self.path, self.reason) = (name, path, reason)
    }

    /// JSON that `Docs/ledger.schema.json` describes as `unread`, with the line's end.
    public var line: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("version", JSONLinesExporter.version)
            name.write(&json)
            json.member("path", path)
            switch reason {
            case .errors(let errors):
                json.array("errors", errors) { json, error in
                    json.object { json in
                        json.member("code", error.code)
                        json.member("message", error.message)
                    }
                }
            case .leftOut(let reason, let detail):
                json.member("left_out", reason)
                json.member("detail", detail)
            }
        }
        json.raw("\n")
        return json.take()
    }
}
