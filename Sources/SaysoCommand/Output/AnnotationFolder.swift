import SaysoArticles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder as brat wants it: of each article `NAME.txt`, its text in UTF-8, and beside it `NAME.ann`.
struct AnnotationFolder {
    private let path: String
    private let inputs: [String]
    private var names: Set<String> = []

    init(_ path: String, inputs: [String]) throws {
        self.path = path
        self.inputs = inputs
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw UsageError(message: "\(path): cannot be made a folder")
        }
    }

    /// Writes both files of an article.
    mutating func write(_ record: ArticleRecord) throws {
        guard let text = record.article?.text else { return }
        let name = self.name(for: record.id.description)
        let textPath = "\(path)/\(name).txt"
        // An article that lies in this very folder, as UTF-8, is its own text.
        if (try? InputFile(textPath).contents()) != text.utf8 {
            let file = try OutputFile(textPath, inputs: inputs)
            try file.write(text.description)
            try file.flush()
        }
        let annotations = try OutputFile("\(path)/\(name).ann", inputs: inputs)
        var brat = Brat(record)
        try brat.write(to: annotations.write)
        try annotations.flush()
    }

    /// An identifier as a file's name that no other article has: no slashes, no leading dot, not too long.
    private mutating func name(for id: String) -> String {
        let safe = String(id.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
        var stem = safe.isEmpty || safe.hasPrefix(".") ? "_" + safe : safe
        while stem.utf8.count > 200 { stem.removeLast() }
        var name = stem
        var number = 2
        // Some file systems do not tell capitals from small letters.
        while !names.insert(name.lowercased()).inserted {
            name = "\(stem)-\(number)"
            number += 1
        }
        return name
    }
}
