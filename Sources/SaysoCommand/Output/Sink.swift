/// Where records go: standard output or a file, or for brat a folder.
struct Sink {
    private enum Target {
        case file(OutputFile)
        case folder(AnnotationFolder)
    }

    private let format: any RecordFormat
    private let selection: Selection
    private let style: TableStyle
    private var target: Target
    private var isFirst = true
    private var isSingle = false
    /// What is written to, so that nobody reads it as an article; nil for standard output.
    let identity: FileIdentity?

    /// Opens the target.
    ///
    /// - Parameters:
    ///   - path: a file or, for brat, a folder; nil for standard output.
    ///   - format: how to write.
    ///   - selection: what to print.
    ///   - inputs: files that are read, none of which may be written.
    ///   - length: how many bytes of the file stay.
    /// - Throws: `UsageError` when the target cannot be opened.
    init(
        _ path: String?,
        format: any RecordFormat,
        selection: Selection,
        inputs: [String],
        keeping length: Int = 0
    ) throws {
        self.format = format
        self.selection = selection
        style = TableStyle(width: Console.width, hasColour: Console.usesColour && path == nil)
        do {
            switch path {
            case nil:
                target = .file(OutputFile())
                identity = nil
            case let path? where format.isFolder:
                target = .folder(try AnnotationFolder(path, inputs: inputs))
                // A folder of texts may get its annotations beside them.
                let isInput = inputs.contains { FileIdentity(path: $0) == FileIdentity(path: path) }
                identity = isInput ? nil : FileIdentity(path: path)
            case let path?:
                let file = try OutputFile(path, inputs: inputs, keeping: length)
                target = .file(file)
                identity = file.identity
            }
        } catch let error as OutputError {
            throw UsageError(message: error.message)
        }
    }

    /// The file that is written; nil for a folder.
    var file: OutputFile? {
        if case .file(let file) = target { return file }
        return nil
    }

    /// Writes a record, so that whoever reads the output has all of it.
    mutating func write(_ record: ArticleRecord) throws {
        switch target {
        case .file(let file):
            if format.isFolder, !isFirst {
                throw UsageError(message: "brat standoff of several articles needs a folder: --output DIR")
            }
            if isFirst {
                isSingle = record.isAlone
                try file.write(format.header(selection, isSingle: isSingle))
            }
            try format.write(record, isFirst: isFirst, isSingle: isSingle, style: style, to: file.write)
            try file.flush()
            isFirst = false
        case .folder(var folder):
            defer { target = .folder(folder) }
            try folder.write(record)
        }
    }

    /// Writes what comes after the last record.
    func finish() throws {
        guard case .file(let file) = target else { return }
        if isFirst { try file.write(format.header(selection, isSingle: false)) }
        try file.write(format.footer(isSingle: isSingle))
        try file.flush()
    }
}
