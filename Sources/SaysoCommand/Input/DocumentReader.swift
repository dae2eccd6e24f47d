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

/// Hands out the documents that paths name, one after another, reading each when its turn comes.
struct DocumentReader: Sequence, IteratorProtocol {
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

    mutating func next() -> Document? {
        while true {
            if let line = lines?.next() {
                if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }), line.error == nil { continue }
                return JSONLine.document(line)
            }
            lines = nil
            guard let path = paths.popFirst() else { return nil }
            let file = File(path: path)
            if isJSONLines, file.error == nil {
                lines = LineReader(file)
            } else {
                let name = path == "-" ? "stdin" : URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
                return Document(id: .text(name), path: path, content: file.contents())
            }
        }
    }
}

/// One line of a JSONL file: `{"id": …, "text": …}`; other members are allowed and ignored.
private struct JSONLine: Decodable {
    let id: DocumentID?
    let text: String

    static func document(_ line: LineReader.Line) -> Document {
        let place = "\(line.path):\(line.number)"
        if let error = line.error { return Document(id: .text(place), path: place, content: .failure(error)) }
        do {
            let parsed = try JSONDecoder().decode(JSONLine.self, from: Data(line.bytes))
            return Document(id: parsed.id ?? .number(line.number), path: place, content: .success(Array(parsed.text.utf8)))
        } catch DecodingError.keyNotFound(let key, _) {
            return failure(line, place, "the object has no \"\(key.stringValue)\"")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let member = context.codingPath.map(\.stringValue).joined(separator: ".")
            return failure(line, place, member.isEmpty ? "not a JSON object" : "\"\(member)\" is not a text")
        } catch {
            return failure(line, place, "not valid JSON")
        }
    }

    private static func failure(_ line: LineReader.Line, _ place: String, _ reason: String) -> Document {
        let error = DocumentError(code: "json", message: "\(place): \(reason)")
        return Document(id: .number(line.number), path: place, content: .failure(error))
    }
}

/// An open file, or why it cannot be opened.
private final class File {
    let path: String
    private(set) var error: DocumentError?
    private let descriptor: Int32

    init(path: String) {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            error = DocumentError(code: "unreadable", message: "\(path): \(String(cString: strerror(errno)))")
            return
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            error = DocumentError(code: "directory", message: "\(path): is a directory; name the files in it")
        }
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    /// Reads some more bytes: an empty array at the end.
    func read() -> Result<[UInt8], DocumentError> {
        if let error { return .failure(error) }
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, filled in
            repeat {
                #if canImport(Glibc)
                    count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                #else
                    count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
                #endif
            } while count < 0 && errno == EINTR
            filled = Swift.max(0, count)
        }
        guard count >= 0 else {
            let error = DocumentError(code: "unreadable", message: "\(path): \(String(cString: strerror(errno)))")
            self.error = error
            return .failure(error)
        }
        return .success(bytes)
    }

    /// Everything in the file.
    func contents() -> Result<[UInt8], DocumentError> {
        var all: [UInt8] = []
        while true {
            switch read() {
            case .success(let bytes) where bytes.isEmpty: return .success(all)
            case .success(let bytes):
                if all.isEmpty { all = bytes } else { all += bytes }
            case .failure(let error): return .failure(error)
            }
        }
    }
}

/// A file's lines, in bounded memory but for the line in hand.
private struct LineReader {
    struct Line {
        let path: String
        /// Counted from 1.
        let number: Int
        let bytes: ArraySlice<UInt8>
        let error: DocumentError?
    }

    private let file: File
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0
    private var isAtEnd = false

    init(_ file: File) { self.file = file }

    mutating func next() -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return line(buffer[start..<end])
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return line(buffer[start...])
            }
            switch file.read() {
            case .success(let bytes):
                isAtEnd = bytes.isEmpty
                searched -= start
                buffer.removeFirst(start)
                start = 0
                buffer += bytes
            case .failure(let error):
                isAtEnd = true
                start = buffer.count
                return line([], error)
            }
        }
    }

    private mutating func line(_ bytes: ArraySlice<UInt8>, _ error: DocumentError? = nil) -> Line {
        number += 1
        return Line(path: file.path, number: number, bytes: bytes, error: error)
    }
}
