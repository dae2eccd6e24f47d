import GRDB
import SaysoArticles
import SaysoStatements

/// TEI P5: a corpus with a text for each revision, in which who says what is marked with `said` and, where a document
/// says it, `quote`.
struct TEIExporter: RevisionExporter {
    var start: [UInt8] {
        let head = """
            <?xml version="1.0" encoding="UTF-8"?>
            <teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
            <teiHeader><fileDesc><titleStmt><title>Statements of a ledger of sayso</title></titleStmt>\
            <publicationStmt><p>Exported by sayso. The articles belong to those who published them.</p>\
            </publicationStmt><sourceDesc><p>Articles as they were printed; each text names its own.</p>\
            </sourceDesc></fileDesc><encodingDesc><classDecl><taxonomy>\(Self.kinds)</taxonomy></classDecl>\
            </encodingDesc></teiHeader>

            """
        return Array(head.utf8)
    }

    /// What the texts' `ana` refer to.
    private static let kinds = Saying.Kind.allCases.map { kind in
        "<category xml:id=\"\(kind.rawValue)\"><catDesc>\(kind.rawValue)</catDesc></category>"
    }.joined()

    func finish() -> [UInt8] { Array("</teiCorpus>\n".utf8) }

    func bytes(of exported: ExportedRevision, _ database: Database) -> [UInt8] {
        let language = exported.revision.publication.language.map {
            " xml:lang=\"\(XMLText.escaped($0))\""
        }
        let name = Self.name(exported.id)
        let text = """
            <TEI xml:id="\(name)"\(language ?? "")>
            \(header(exported))
            \(standOff(exported))<text><body>
            \(body(exported))</body></text>
            </TEI>

            """
        return Array(text.utf8)
    }

    /// Names may not begin with a digit.
    private static func name(_ id: RevisionID) -> String { "r\(id)" }

    private func handle(speaker index: Int, _ exported: ExportedRevision) -> String {
        "\(Self.name(exported.id)).p\(index + 1)"
    }

    // MARK: Header

    private func header(_ exported: ExportedRevision) -> String {
        let publication = exported.revision.publication
        let authors = publication.bylines.map { XMLText.element("author", $0) }.joined()
        let title = publication.headline ?? exported.revision.key
        var facts = XMLText.element("publisher", exported.outlet)
        if let published = publication.published {
            // Times without seconds are none for XML Schema; days are.
            facts += "<date when=\"\(XMLText.escaped(String(published.prefix(10))))\">"
            facts += XMLText.escaped(published) + "</date>"
        }
        facts += "<idno type=\"sayso\">\(exported.id)</idno>"
        facts += publication.url.map { "<idno type=\"URI\">\(XMLText.escaped($0))</idno>" } ?? ""
        let digest = exported.revision.source.digest.description
        return """
            <teiHeader><fileDesc><titleStmt>\(XMLText.element("title", title))\(authors)</titleStmt>\
            <publicationStmt>\(exported.outlet == nil ? "<distributor>unknown</distributor>" : "")\(facts)\
            </publicationStmt><sourceDesc><bibl>\(XMLText.element("title", title))\
            <idno type="sha256">\(digest.dropFirst(7))</idno></bibl></sourceDesc></fileDesc></teiHeader>
            """
    }

    private func standOff(_ exported: ExportedRevision) -> String {
        var (people, organisations, documents) = ("", "", "")
        for (index, speaker) in exported.revision.speakers.enumerated() {
            let ledger = exported.speakers[index]
            let attributes = " xml:id=\"\(handle(speaker: index, exported))\" n=\"\(ledger.handle)\""
            let note = XMLText.element("note", speaker.role)
            let idno = ledger.link.map { "<idno type=\"URI\">\(XMLText.escaped($0))</idno>" } ?? ""
            switch speaker.kind {
            case .person, .unnamed:
                let role = XMLText.element("occupation", speaker.role)
                let affiliation = XMLText.element("affiliation", speaker.affiliation)
                people +=
                    "<person\(attributes)>\(XMLText.element("persName", speaker.name))\(affiliation)\(role)\(idno)"
                    + "</person>\n"
            case .group:
                people +=
                    "<personGrp\(attributes)>\(XMLText.element("persName", speaker.name))\(note)\(idno)</personGrp>\n"
            case .organisation:
                organisations +=
                    "<org\(attributes)>\(XMLText.element("orgName", speaker.name))\(idno)\(note)</org>\n"
            case .document:
                documents +=
                    "<bibl\(attributes)>\(XMLText.element("title", speaker.name))\(note)\(idno)</bibl>\n"
            }
        }
        let lists = [("listPerson", people), ("listOrg", organisations), ("listBibl", documents)].map {
            $1.isEmpty ? "" : "<\($0)>\n\($1)</\($0)>"
        }.joined()
        return lists.isEmpty ? "" : "<standOff>\(lists)</standOff>\n"
    }

    // MARK: Text

    private func body(_ exported: ExportedRevision) -> String {
        let revision = exported.revision
        let marks = marks(exported)
        var (result, next, begun) = ("", 0, Set<Int>())
        var running: [(Int, XMLMark)] = []
        var paragraphs = revision.paragraphs.sorted { $0.range.lowerBound < $1.range.lowerBound }
        if paragraphs.isEmpty, !revision.text.isEmpty {
            paragraphs = [Revision.Paragraph(kind: .body, range: 0..<revision.text.count)]
        }
        for paragraph in paragraphs {
            while next < marks.count, marks[next].range.lowerBound < paragraph.range.upperBound {
                running.append((next, marks[next]))
                next += 1
            }
            running.removeAll { $0.1.range.upperBound <= paragraph.range.lowerBound }
            let words = XMLText.marked(revision.text, paragraph.range, running, begun: &begun)
            switch paragraph.kind {
            case .headline, .subhead: result += "<ab type=\"\(paragraph.kind.rawValue)\">\(words)</ab>\n"
            default: result += "<p n=\"\(paragraph.kind.rawValue)\">\(words)</p>\n"
            }
        }
        return result.isEmpty ? "<p/>\n" : result
    }

    private func marks(_ exported: ExportedRevision) -> [XMLMark] {
        var marks: [XMLMark] = []
        for (index, statement) in exported.revision.statements.enumerated() {
            let who = statement.speakers.map { "#" + handle(speaker: $0, exported) }.joined(separator: " ")
            let id = "\(Self.name(exported.id)).s\(index + 1)"
            let isDocument = statement.speakers.contains { exported.revision.speakers[$0].kind == .document }
            let name = isDocument ? "quote" : "said"
            var attributes = " n=\"\(exported.name(index))\""
            if !who.isEmpty { attributes += " \(isDocument ? "source" : "who")=\"\(who)\"" }
            if !isDocument { attributes += " direct=\"\(statement.form == .direct)\"" }
            attributes += " ana=\"#\(statement.kind.rawValue)\""
            for (part, span) in statement.content.enumerated() where !span.isEmpty {
                let first = " xml:id=\"\(id)\""
                let later = " prev=\"#\(id)\""
                marks.append(
                    XMLMark(
                        range: span,
                        name: name,
                        attributes: (part == 0 ? first : later) + attributes,
                        continuation: later + attributes
                    )
                )
            }
            let others = [
                ("rs", statement.source, who.isEmpty ? "" : " ref=\"\(who)\""),
                ("seg", statement.cue, " type=\"cue\" corresp=\"#\(id)\""),
            ]
            for (name, spans, attributes) in others {
                marks += spans.filter { !$0.isEmpty }.map {
                    XMLMark(range: $0, name: name, attributes: attributes, continuation: attributes)
                }
            }
        }
        return marks.sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
    }
}
