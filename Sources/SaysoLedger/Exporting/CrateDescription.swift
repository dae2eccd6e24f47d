/// `ro-crate-metadata.json` of an RO-Crate 1.1.
struct CrateDescription {
    /// A file of the crate.
    struct File {
        let name, description, type: String
        let size: Int
        let digest: Digest
    }

    let files: [File]
    let summary: ExportSummary
    /// ISO 8601.
    let published: String

    private static let licence = "#rights"

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.name("@context")
            json.array([true, false]) { json, isBase in
                if isBase { return json.value("https://w3id.org/ro/crate/1.1/context") }
                // What the context of RO-Crate lacks.
                json.object { $0.member("sha256", "https://schema.org/sha256") }
            }
            json.name("@graph")
            json.array([0, 1, 2, 3] + files.indices.map { $0 + 4 }) { json, node in
                json.raw(node == 0 ? "\n" : ",\n")
                json.object { json in
                    switch node {
                    case 0: descriptor(&json)
                    case 1: root(&json)
                    case 2: rights(&json)
                    case 3: tool(&json)
                    default: file(files[node - 4], &json)
                    }
                }
            }
        }
        json.raw("\n")
        return json.take()
    }

    private func descriptor(_ json: inout JSONWriter) {
        json.member("@id", "ro-crate-metadata.json")
        json.member("@type", "CreativeWork")
        reference("conformsTo", "https://w3id.org/ro/crate/1.1", &json)
        reference("about", "./", &json)
    }

    private func root(_ json: inout JSONWriter) {
        json.member("@id", "./")
        json.member("@type", "Dataset")
        json.member("name", "Statements of a ledger of sayso")
        json.member(
            "description",
            "Who said what in \(summary.revisions) news articles: \(summary.statements) statements, each with the "
                + "place of its words in the article's text and in the bytes that the article was read from."
        )
        json.member("datePublished", published)
        reference("license", Self.licence, &json)
        json.array("hasPart", files) { json, file in json.object { $0.member("@id", file.name) } }
        reference("creator", "#sayso", &json)
    }

    private func rights(_ json: inout JSONWriter) {
        json.member("@id", Self.licence)
        json.member("@type", "CreativeWork")
        json.member("name", "Rights of the publishers")
        json.member(
            "description",
            "The articles and the words quoted from them belong to those who published them."
        )
    }

    private func tool(_ json: inout JSONWriter) {
        json.member("@id", "#sayso")
        json.member("@type", "SoftwareApplication")
        json.member("name", "sayso")
    }

    private func file(_ file: File, _ json: inout JSONWriter) {
        json.member("@id", file.name)
        json.member("@type", "File")
        json.member("name", file.name)
        json.member("description", file.description)
        json.member("encodingFormat", file.type)
        json.member("contentSize", "\(file.size)")
        json.member("sha256", String(file.digest.description.dropFirst(7)))
        if file.name == "ledger.jsonl" { reference("conformsTo", "ledger.schema.json", &json) }
    }

    private func reference(_ name: String, _ id: String, _ json: inout JSONWriter) {
        json.object(name) { $0.member("@id", id) }
    }
}
