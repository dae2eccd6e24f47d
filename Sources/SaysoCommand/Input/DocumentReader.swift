import SaysoArticles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Hands out the documents that arguments name, one after another, reading each when its turn comes.
///
/// What is in hand at any time is one document; of an archive one record, of a feed all of its entries.
struct DocumentReader {
    /// What could not be opened or read.
    typealias Failure = InputFile.Failure

    /// A source that holds several documents.
    private enum Several {
        case lines(LineReader)
        case archive(ArchiveDocuments)
    }

    private var arguments: ArraySlice<String>
    private let form: InputForm
    private let written: Set<FileIdentity>
    private let fetch: PageFetcher
    private let isOne: Bool
    private let begin: (String) -> Int
    private var part = InputPart()
    /// How many documents of the input in hand are passed over.
    private var passed = 0
    private var folder: FolderWalker?
    /// The folder's path, until something is found in it.
    private var emptyFolder: String?
    private var several: Several?
    private var entries: ArraySlice<Document> = []
    /// Bytes of the files that are done.
    private var read = 0
    private var file: InputFile?
    /// What was left out so far.
    private(set) var skips = SkipCounts()
    /// What else is to be said of the inputs that are done.
    private(set) var notes: [String] = []

    /// - Parameters:
    ///   - arguments: files, folders, addresses, or `-` for standard input.
    ///   - form: what files hold.
    ///   - written: files and folders that the tool writes, which are no inputs.
    ///   - fetch: gets what is at an address.
    ///   - begin: is told of each input once its turn comes; how many of its documents are passed over, `Int.max`
    ///     for all.
    init(
        _ arguments: [String],
        form: InputForm = .auto,
        written: Set<FileIdentity> = [],
        fetch: PageFetcher = .none,
        begin: @escaping (String) -> Int = { _ in 0 }
    ) {
        self.arguments = arguments[...]
        self.form = form
        self.written = written
        self.fetch = fetch
        self.begin = begin
        isOne = arguments.count == 1
    }

    /// Whether the next document is there without waiting for whoever writes it.
    var isReady: Bool {
        if !entries.isEmpty { return true }
        switch several {
        case .lines(let lines): return lines.isReady
        case .archive(let archive): return archive.isReady
        case nil: return true
        }
    }

    /// Bytes of the input that were read so far.
    private var position: Int { read + (file?.position ?? 0) }

    /// The next document; nil at the end, or once an interruption is requested.
    mutating func next() async -> Document? {
        while !Interruption.isRequested {
            guard var document = await step() else {
                if isAtEnd { return nil }
                continue
            }
            // Half a document is none.
            if Interruption.isRequested { return nil }
            document.position = position
            part.number += 1
            if part.number <= passed { continue }
            document.part = part
            return document
        }
        return nil
    }

    private var isAtEnd: Bool {
        entries.isEmpty && several == nil && folder == nil && emptyFolder == nil && arguments.isEmpty
    }

    /// Goes on by one step, which may give a document.
    private mutating func step() async -> Document? {
        if let entry = entries.popFirst() { return entry }
        switch several {
        case .lines(var lines):
            let document = line(of: &lines)
            if several != nil { several = .lines(lines) }
            return document
        case .archive(let archive):
            switch archive.next(&skips) {
            case .documents(let documents): entries = documents[...]
            case .failure(let error):
                let path = file?.path ?? ""
                close()
                return failure(path, error)
            case nil:
                if !archive.hasPages, !Interruption.isRequested {
                    notes.append("\(Document.name(of: file?.path ?? "")): holds no page")
                }
                close()
            }
            return nil
        case nil: break
        }
        if folder != nil { return found() }
        if let path = emptyFolder {
            emptyFolder = nil
            return failure(path, Failure(code: "empty-folder", reason: "there is no file in it"))
        }
        guard let argument = arguments.popFirst() else { return nil }
        enter(argument)
        if passed == .max { return nil }
        if PageFetcher.isAddress(argument) { return await fetched(argument) }
        let status = FileStatus(argument)
        if status == nil, let error = Self.refusal(of: argument) {
            var document = failure(argument, error)
            document.isAlone = isOne
            return document
        }
        if argument != "-", status?.isFolder == true {
            folder = FolderWalker(argument, excluding: written)
            emptyFolder = argument
            return nil
        }
        return open(argument)
    }

    /// Why an argument can name nothing; nil when it can.
    private static func refusal(of argument: String) -> Failure? {
        guard argument.isEmpty else { return PageFetcher.refusal(of: argument) }
        return Failure(code: "unreadable", reason: "name a file, a folder or an address")
    }

    private mutating func line(of lines: inout LineReader) -> Document? {
        do throws(Failure) {
            while let line = try lines.next() {
                if !line.isBlank { return JSONLine.document(line, of: lines.path) }
            }
        } catch {
            let document = failure("\(lines.path):\(lines.number)", error)
            // One line that is too long is no other line's trouble.
            if error.code != "too-large" { close() }
            return document
        }
        close()
        return nil
    }

    /// The next file of the folder.
    private mutating func found() -> Document? {
        switch folder?.next() {
        case nil:
            folder = nil
            return nil
        case .failure(let path, let reason):
            emptyFolder = nil
            enter(path)
            return failure(path, Failure(code: "unreadable", reason: reason))
        case .file(let path, _):
            emptyFolder = nil
            enter(path)
            if passed == .max { return nil }
            return open(path, isFound: true)
        }
    }

    private mutating func enter(_ input: String) {
        part = InputPart(input: input)
        passed = begin(input)
    }

    private mutating func close() {
        several = nil
        read += file?.position ?? 0
        file = nil
    }

    /// Opens a file and reads all of it, but for one of several documents, which are read when they are wanted.
    ///
    /// - Parameters:
    ///   - path: the file, or `-` for standard input.
    ///   - isFound: whether it was found in a folder and not named.
    /// - Returns: why it cannot be read; nil when it can.
    private mutating func open(_ path: String, isFound: Bool = false) -> Document? {
        do throws(Failure) {
            let file = try InputFile(path)
            self.file = file
            // Whoever writes a pipe line by line wants its answers before there is more to look at.
            var kind =
                form == .jsonl && file.size == nil
                ? .lines : InputKind.detect(try file.start(InputKind.needed))
            var isCompressed = kind == .gzip
            if kind == .lines { isCompressed = try file.start(2) == [0x1F, 0x8B] }
            if isCompressed { kind = try Gzip.kind(of: file) }
            if form == .jsonl || form == .auto && kind == .lines {
                if form == .jsonl { try expectLines(of: file, kind) }
                let lines = LineReader(file, longest: InputFile.largestDocument, isCompressed: isCompressed)
                several = .lines(lines)
                return nil
            }
            if isFound, kind == .binary || (kind == .markup && form == .auto) {
                skips.count(.notText)
                close()
                return nil
            }
            if kind == .binary, let document = try binary(file) {
                close()
                return document
            }
            if kind == .archive || kind == .package || form == .warc, form != .text {
                several = .archive(
                    try form.hinting(at: kind, about: "archive") { () throws(Failure) in
                        try ArchiveDocuments(file)
                    }
                )
                return nil
            }
            let bytes = try Gzip.contents(of: file, limit: InputFile.largestDocument)
            close()
            var documents = try documents(bytes, id: .text(Self.name(of: path)), path: path, origin: Origin())
            for index in documents.indices where isFound {
                (documents[index].isFound, documents[index].isAlone) = (true, false)
            }
            entries = documents[...]
            return nil
        } catch {
            close()
            var document = failure(path, error)
            document.isAlone = isOne && !isFound
            return document
        }
    }

    /// A file that is no text, of which no more is read than it takes to say so; nil when it may be text after all.
    private func binary(_ file: InputFile) throws(Failure) -> Document? {
        let start = try file.start(InputKind.needed)
        guard InputKind.detect(start) == .binary, (try? Article(bytes: start)) == nil else { return nil }
        return Document(
            id: .text(Self.name(of: file.path)),
            path: file.path,
            content: .success(.bytes(start)),
            isAlone: isOne
        )
    }

    /// Gets what is at an address; nil when there is something to read.
    private mutating func fetched(_ address: String) async -> Document? {
        do throws(Failure) {
            let page = try await fetch.page(at: address)
            let origin = Origin(url: page.url, contentType: page.contentType, retrieved: page.retrieved)
            var documents = try documents(page.body, id: .text(page.url), path: address, origin: origin)
            if !page.problems.isEmpty {
                for index in documents.indices { documents[index].isAlone = false }
                documents += page.problems.map { failure(address, Failure(code: "damaged", reason: $0)) }
            }
            entries = documents[...]
            return nil
        } catch {
            var document = failure(address, error)
            document.isAlone = isOne
            return document
        }
    }

    /// Sees to it that a file may hold a JSON object a line.
    private func expectLines(of file: InputFile, _ kind: InputKind) throws(Failure) {
        // A line that is broken is no other line's trouble.
        guard kind != .lines,
            try file.start(InputKind.needed).first(where: { $0 > 0x20 }) != UInt8(ascii: "{")
        else { return }
        guard kind == .binary || kind.name != nil else { return }
        throw Failure(code: "json", reason: "not JSON Lines" + form.hint(at: kind))
    }

    /// The documents that the bytes of a file or an address hold, as the user names them or as they look.
    private mutating func documents(
        _ bytes: [UInt8],
        id: DocumentID,
        path: String,
        origin: Origin
    ) throws(Failure) -> [Document] {
        let kind = InputKind.detect(Array(bytes.prefix(InputKind.needed)))
        var documents = try form.hinting(at: kind, about: "feed") { () throws(Failure) in
            try Self.documents(bytes, as: form.kind ?? kind, id: id, path: path, origin: origin, &skips)
        }
        for index in documents.indices {
            documents[index].hint = form.hint(at: kind)
            documents[index].isAlone = isOne && documents.count == 1 && documents[0].provenance.entry == nil
        }
        return documents
    }

    /// The documents that some bytes hold: one, or a feed's entries.
    static func documents(
        _ bytes: [UInt8],
        as kind: InputKind,
        id: DocumentID,
        path: String,
        origin: Origin,
        record: Provenance.Record? = nil,
        _ skips: inout SkipCounts
    ) throws(Failure) -> [Document] {
        let provenance = Provenance(url: origin.url, record: record)
        switch kind {
        case .page:
            let content = Document.Content.page(bytes, origin)
            return [Document(id: id, path: path, content: .success(content), provenance: provenance)]
        case .feed:
            let feed = try FeedFile(bytes, origin: origin)
            return feed.documents(id: id, path: path, provenance: provenance, &skips)
        default:
            return [Document(id: id, path: path, content: .success(.bytes(bytes)), provenance: provenance)]
        }
    }

    private func failure(_ path: String, _ failure: Failure) -> Document {
        let message = "\(Document.name(of: path)): \(failure.reason)"
        return Document(
            id: .text(Self.name(of: path)),
            path: path,
            content: .failure(DocumentError(code: failure.code, message: message))
        )
    }

    /// What a file's document is called: the name without its ending, or without two where the second is gzip's.
    private static func name(of path: String) -> String {
        if path == "-" { return "stdin" }
        if PageFetcher.isAddress(path) { return path }
        var url = URL(fileURLWithPath: path)
        if url.pathExtension == "gz" { url.deletePathExtension() }
        return url.deletingPathExtension().lastPathComponent
    }
}
