import SaysoArticles
import SaysoLedger
import SaysoStatements

extension Revision {
    /// An invented article whose statements are marked: `<Mara Osk> {said} [“The dam is safe,”]`. A source, a cue
    /// and a content that stand in one paragraph, in any order and up to the paragraph's next content, are one
    /// statement. Its kind is called as its cue, else `said`.
    ///
    /// - Parameters:
    ///   - marked: headline and paragraphs, parted by blank lines.
    ///   - url: its address.
    ///   - outlet: who printed it.
    ///   - published: when.
    ///   - modified: when it says that it was changed.
    ///   - retrieved: when it was got.
    ///   - roles: of speakers, by name.
    ///   - wire: the agency that wrote it.
    ///   - page: makes the source's bytes from the text; nil for plain text, which is its own source.
    init(
        marked: String,
        url: String? = nil,
        outlet: String? = nil,
        published: String? = "2025-03-03",
        modified: String? = nil,
        retrieved: String? = nil,
        roles: [String: String] = [:],
        wire: String? = nil,
        page: ((String) -> String)? = nil
    ) {
        var builder = Builder()
        for part in marked.split(separator: "\n\n") { builder.read(part, roles: roles) }
        let text = builder.text
        var publication = Publication()
        publication.headline = builder.paragraphs.first.map {
            String(decoding: text[$0.range], as: UTF8.self)
        }
        (publication.url, publication.outlet) = (url, outlet)
        (publication.published, publication.modified, publication.wire) = (published, modified, wire)
        publication.language = "en"
        let source = page.map { Array($0(String(decoding: text, as: UTF8.self)).utf8) } ?? text
        self.init(
            key: url.flatMap(ArticleKey.of(address:)) ?? ArticleKey.of(text: text),
            publication: publication,
            origin: Origin(path: url ?? "invented.txt", retrieved: retrieved),
            source: Source(source, format: page == nil ? "text" : "html", encoding: "utf-8"),
            text: text,
            paragraphs: builder.paragraphs,
            speakers: builder.speakers,
            statements: builder.statements
        )
        for index in statements.indices {
            if let published {
                statements[index].said = Statement.SaidTime(
                    expression: nil,
                    value: published,
                    basis: .published
                )
            }
            if page != nil { statements[index].evidence = Self.evidence(statements[index], text, in: source) }
        }
    }

    /// Where the source prints each span: it must hold the text's words unchanged.
    private static func evidence(_ statement: Statement, _ text: [UInt8], in source: [UInt8]) -> Evidence {
        let spans = (statement.source + statement.cue + statement.content).sorted {
            $0.lowerBound < $1.lowerBound
        }
        return Evidence(
            pieces: spans.map { span in
                let words = Array(text[span])
                let start = (0...source.count - words.count).first { source[$0...].starts(with: words) }!
                return Evidence.Piece(text: span, source: start..<start + words.count, isVerbatim: true)
            }
        )
    }

    private struct Builder {
        var text: [UInt8] = []
        var paragraphs: [Revision.Paragraph] = []
        var speakers: [Revision.Speaker] = []
        var statements: [Revision.Statement] = []

        mutating func read(_ part: Substring, roles: [String: String]) {
            if !text.isEmpty { text += Array("\n\n".utf8) }
            let start = text.count
            var open: (mark: UInt8, at: Int)?
            var (source, cue, content): ([Range<Int>], [Range<Int>], [Range<Int>]) = ([], [], [])
            func finish(_ builder: inout Builder) {
                guard !content.isEmpty else { return }
                builder.add(source, cue, content, roles: roles)
                (source, cue, content) = ([], [], [])
            }
            for byte in part.utf8 {
                switch (byte, open?.mark) {
                case (UInt8(ascii: "<"), nil):
                    if !source.isEmpty { finish(&self) }
                    open = (byte, text.count)
                case (UInt8(ascii: "{"), nil):
                    if !cue.isEmpty { finish(&self) }
                    open = (byte, text.count)
                case (UInt8(ascii: "["), nil):
                    if !content.isEmpty, !source.isEmpty || !cue.isEmpty { finish(&self) }
                    open = (byte, text.count)
                case (UInt8(ascii: ">"), UInt8(ascii: "<")):
                    source.append(open!.at..<text.count)
                    open = nil
                case (UInt8(ascii: "}"), UInt8(ascii: "{")):
                    cue.append(open!.at..<text.count)
                    open = nil
                case (UInt8(ascii: "]"), UInt8(ascii: "[")):
                    content.append(open!.at..<text.count)
                    open = nil
                default: text.append(byte)
                }
            }
            finish(&self)
            paragraphs.append(
                Revision.Paragraph(kind: paragraphs.isEmpty ? .headline : .body, range: start..<text.count)
            )
        }

        private mutating func add(
            _ source: [Range<Int>],
            _ cue: [Range<Int>],
            _ content: [Range<Int>],
            roles: [String: String]
        ) {
            let words = content.map { String(decoding: text[$0], as: UTF8.self) }.joined()
            let isQuoted = words.contains("“") || words.contains("\"")
            let isDirect = isQuoted && (words.hasPrefix("“") || words.hasPrefix("\""))
            var statement = Revision.Statement(
                form: isDirect ? .direct : isQuoted ? .mixed : .indirect,
                kind: cue.first.flatMap { .init(rawValue: String(decoding: text[$0], as: UTF8.self)) }
                    ?? .said,
                content: content
            )
            (statement.source, statement.cue) = (source, cue)
            if let span = source.first {
                let name = String(decoding: text[span], as: UTF8.self)
                if let index = speakers.firstIndex(where: { $0.name == name }) {
                    speakers[index].mentions.append(span)
                    statement.speakers = [index]
                } else {
                    statement.speakers = [speakers.count]
                    let isPerson = name.first?.isUppercase == true
                    speakers.append(
                        Revision.Speaker(
                            name: name,
                            kind: isPerson ? .person : .unnamed,
                            role: roles[name],
                            mentions: [span]
                        )
                    )
                }
                statement.speakerConfidence = 0.9
                statement.chain = [Revision.Statement.Step(mention: span, rule: "name")]
            }
            statements.append(statement)
        }
    }
}
