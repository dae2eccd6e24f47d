#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder of brat standoff and the texts that it annotates.
package struct GoldCorpus: Sendable {
    /// One article and what its first annotator found.
    package struct Document: Sendable {
        /// The file's name without its ending and the annotator's suffix.
        package let name: String
        /// The text's bytes.
        package let bytes: [UInt8]
        /// The attributions that have a content, in the order of the file.
        package let attributions: [GoldAttribution]
    }

    /// The articles, by name.
    package let documents: [Document]

    /// Reads a corpus.
    ///
    /// - Parameters:
    ///   - folder: where the `*.ann` files are; of several annotators' (`NAME_ef2d.ann`) the first counts.
    ///   - texts: where `NAME.txt` is; by default the folder `text` beside the other one.
    /// - Throws: `EvaluationError` when a folder or file is missing or holds nothing.
    package init(folder: String, texts: String? = nil) throws {
        let folder = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
        let texts =
            texts.map { URL(fileURLWithPath: $0, isDirectory: true) }
            ?? folder.deletingLastPathComponent().appendingPathComponent("text", isDirectory: true)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw EvaluationError(message: "\(folder.path): no such folder, or it cannot be read")
        }
        var seen: Set<String> = []
        var documents: [Document] = []
        for file in names.sorted() where file.hasSuffix(".ann") {
            let name = Self.documentName(of: file)
            guard seen.insert(name).inserted else { continue }
            let standoff = try GoldFile.bytes(folder.appendingPathComponent(file))
            let bytes = try GoldFile.bytes(texts.appendingPathComponent(name + ".txt"))
            let attributions = GoldAttribution.read(brat: String(decoding: standoff, as: UTF8.self))
            documents.append(Document(name: name, bytes: bytes, attributions: attributions))
        }
        guard !documents.isEmpty else {
            throw EvaluationError(message: "\(folder.path): no .ann files in it")
        }
        self.documents = documents
    }

    /// Takes the ending and an annotator's suffix of four hexadecimal digits off a file's name.
    static func documentName(of file: String) -> String {
        let stem = file.dropLast(".ann".count)
        let suffix = stem.suffix(5)
        let isAnnotator =
            suffix.count == 5 && suffix.first == "_"
            && suffix.dropFirst().allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
        return String(isAnnotator ? stem.dropLast(5) : stem)
    }
}

/// Why an evaluation could not be made.
package struct EvaluationError: Error, CustomStringConvertible {
    /// What is wrong with which file.
    package let message: String

    /// The message.
    package var description: String { message }
}
