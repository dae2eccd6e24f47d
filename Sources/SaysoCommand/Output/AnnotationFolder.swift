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
    /// For each name in use, the number that the next article of that name gets.
    private var names: [String: Int] = [:]

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
        // An article that lies in this very folder, as UTF-8, is its own text; another one is not ours to touch.
        let there = try? InputFile(textPath).contents()
        if let there, there != text.utf8 {
            throw UsageError(message: "\(textPath): holds another text; choose another folder")
        }
        if there == nil {
            let file = try OutputFile(textPath, inputs: inputs)
            try file.write(text.description)
            try file.flush()
        }
        let annotations = try OutputFile("\(path)/\(name).ann", inputs: inputs)
        try Brat(record).write(to: annotations.write)
        try annotations.flush()
    }

    /// An identifier as a file's name that no other article has: no slashes, no leading dot, not too long.
    private mutating func name(for id: String) -> String {
        // By scalars: a slash with an accent is one character, and a slash to the file system all the same.
        var scalars = String.UnicodeScalarView(id.unicodeScalars.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
        if scalars.first == "." || scalars.isEmpty { scalars.insert("_", at: scalars.startIndex) }
        var stem = String(scalars)
        while stem.utf8.count > 200 { stem.unicodeScalars.removeLast() }
        var name = stem
        // Some file systems do not tell capitals from small letters.
        while let number = names[name.lowercased()] {
            names[stem.lowercased()] = (names[stem.lowercased()] ?? number) + 1
            name = "\(stem)-\(names[stem.lowercased()] ?? number)"
        }
        names[name.lowercased()] = 1
        return name
    }
}
