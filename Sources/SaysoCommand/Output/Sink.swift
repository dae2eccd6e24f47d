#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where output goes: standard output, a file, or for brat a folder.
final class Sink {
    private let descriptor: Int32
    private let folder: URL?
    private var names: Set<String> = []

    init(_ path: String?, format: OutputFormat) throws {
        guard let path else {
            (descriptor, folder) = (STDOUT_FILENO, nil)
            return
        }
        if format == .brat {
            let folder = URL(fileURLWithPath: path, isDirectory: true)
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            } catch {
                throw OutputError(message: "\(path): cannot be made a folder")
            }
            (descriptor, self.folder) = (-1, folder)
        } else {
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
            folder = nil
            guard descriptor >= 0 else {
                throw OutputError(message: "\(path): \(String(cString: strerror(errno)))")
            }
        }
    }

    deinit {
        if descriptor > STDERR_FILENO { close(descriptor) }
    }

    /// Writes what belongs to no document.
    func write(_ text: String) throws {
        if !text.isEmpty { try Console.write(text, to: descriptor) }
    }

    /// Writes a document's output; into a folder also its text, as brat wants them side by side.
    func write(_ text: String, for document: Document, _ record: ArticleRecord) throws {
        guard let folder else { return try write(text) }
        guard record.errors.isEmpty, case .success(let bytes) = document.content else { return }
        let stem = Self.fileName(record.id.description)
        var name = stem
        var number = 2
        while !names.insert(name).inserted {
            name = "\(stem)-\(number)"
            number += 1
        }
        do {
            try Data(bytes).write(to: folder.appendingPathComponent(name + ".txt"))
            try Data(text.utf8).write(to: folder.appendingPathComponent(name + ".ann"))
        } catch {
            throw OutputError(message: "\(folder.path)/\(name).ann: cannot be written")
        }
    }

    /// An identifier as a file's name: no slashes, no leading dot.
    private static func fileName(_ id: String) -> String {
        let name = String(id.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
        return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
    }
}

/// Why output has nowhere to go.
struct OutputError: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}
