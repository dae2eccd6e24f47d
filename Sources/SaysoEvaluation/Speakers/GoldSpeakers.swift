#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sources in articles, and whom annotators say they refer to.
package struct GoldSpeakers: Sendable {
    /// A source and whom it refers to: one line of the file.
    package struct Source: Sendable, Decodable {
        /// The article's name.
        package let document: String
        /// The attribution's name in the article; nil when the file has none.
        package let event: String?
        /// The source's words, in code points of the article's text.
        package let spans: [Range<Int>]
        /// The name; of several speakers together all names, parted by `; `.
        package let speaker: String
        /// "person", "organisation", "group", "document" and whatever else the annotators tell apart.
        package let kind: String
        /// How the source refers to the speaker: "name", "pronoun", "nominal".
        package let form: String
        /// What the article says the speaker is; nil when it does not say.
        package let role: String?

        private enum CodingKeys: String, CodingKey {
            case document = "doc"
            case event, source, speaker, kind, form, role
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            document = try container.decode(String.self, forKey: .document)
            event = try container.decodeIfPresent(String.self, forKey: .event)
            speaker = try container.decodeIfPresent(String.self, forKey: .speaker) ?? ""
            kind = try container.decode(String.self, forKey: .kind)
            form = try container.decode(String.self, forKey: .form)
            role = try container.decodeIfPresent(String.self, forKey: .role)
            spans = try container.decode([[Int]].self, forKey: .source).map { ends in
                guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else {
                    throw DecodingError.dataCorruptedError(
                        forKey: .source,
                        in: container,
                        debugDescription: "not [[start, end], …]"
                    )
                }
                return ends[0]..<ends[1]
            }
        }
    }

    /// One article and its sources, in the order of the file.
    package struct Document: Sendable {
        /// The article's name.
        package let name: String
        /// The text's bytes.
        package let bytes: [UInt8]
        /// The sources.
        package let sources: [Source]
    }

    /// The articles, in the order in which the file first names them.
    package let documents: [Document]

    /// Reads a file of speakers and the texts that it is about.
    ///
    /// - Parameters:
    ///   - file: one JSON object a line: `{"doc", "source": [[start, end], …], "speaker", "kind", "form"}`,
    ///     and where known `"event"` and `"role"`; other members are passed over.
    ///   - texts: where `DOC.txt` is; by default the folder `text` beside the file.
    /// - Throws: `EvaluationError` when the file or a text is missing, or a line is not of that form.
    package init(file: String, texts: String? = nil) throws(EvaluationError) {
        let file = URL(fileURLWithPath: file).standardizedFileURL
        let texts =
            texts.map { URL(fileURLWithPath: $0, isDirectory: true) }
            ?? file.deletingLastPathComponent().appendingPathComponent("text", isDirectory: true)
        var names: [String] = []
        var sources: [String: [Source]] = [:]
        let lines = try GoldFile.bytes(file).split(separator: 0x0A, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
            guard let source = try? JSONDecoder().decode(Source.self, from: Data(line)) else {
                throw EvaluationError(
                    message: "\(file.path):\(number + 1): not {\"doc\", \"source\": [[start, end], …], "
                        + "\"speaker\", \"kind\", \"form\"}"
                )
            }
            if sources[source.document] == nil { names.append(source.document) }
            sources[source.document, default: []].append(source)
        }
        guard !names.isEmpty else { throw EvaluationError(message: "\(file.path): no speakers in it") }
        var documents: [Document] = []
        for name in names {
            let bytes = try GoldFile.bytes(texts.appendingPathComponent(name + ".txt"))
            documents.append(Document(name: name, bytes: bytes, sources: sources[name] ?? []))
        }
        self.documents = documents
    }
}
