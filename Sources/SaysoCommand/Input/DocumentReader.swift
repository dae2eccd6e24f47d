#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Hands out the documents that paths name, one after another, reading each when its turn comes.
struct DocumentReader {
    private var paths: ArraySlice<String>
    private let isJSONLines: Bool
    private var lines: LineReader?

    /// - Parameters:
    ///   - paths: files, or `-` for standard input.
    ///   - isJSONLines: whether each line of the files is a document.
    init(paths: [String], isJSONLines: Bool) {
        self.paths = paths[...]
        self.isJSONLines = isJSONLines
    }

    /// Whether the next document is there without waiting for whoever writes it.
    var isReady: Bool { lines?.isReady ?? true }

    /// The next document; nil at the end, or once an interruption is requested.
    mutating func next() -> Document? {
        while !Interruption.isRequested {
            do throws(InputFile.Failure) {
                while let line = try lines?.next() {
                    if !line.isBlank { return JSONLine.document(line, of: lines?.path ?? "") }
                }
            } catch {
                defer { lines = nil }
                return failure(lines?.path ?? "", error)
            }
            lines = nil
            guard let path = paths.popFirst() else { return nil }
            do throws(InputFile.Failure) {
                let file = try InputFile(path)
                if isJSONLines {
                    lines = LineReader(file)
                    continue
                }
                let bytes = try file.contents()
                // Half a document is none.
                return Interruption.isRequested ? nil : document(path, .success(.bytes(bytes)))
            } catch {
                return failure(path, error)
            }
        }
        return nil
    }

    private func failure(_ path: String, _ failure: InputFile.Failure) -> Document {
        let message = "\(Document.name(of: path)): \(failure.reason)"
        return document(path, .failure(DocumentError(code: failure.code, message: message)))
    }

    private func document(_ path: String, _ content: Result<Document.Content, DocumentError>) -> Document {
        let name =
            path == "-" ? "stdin" : URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return Document(id: .text(name), path: path, content: content)
    }
}
