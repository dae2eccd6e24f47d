/// Where records go: standard output or a file, or for brat a folder.
struct Sink {
    private enum Target {
        case file(OutputFile)
        case folder(AnnotationFolder)
    }

    private let format: OutputFormat
    private let isSingle: Bool
    private let style: TableStyle
    private var target: Target
    private var isFirst = true

    /// Opens the target and writes what comes before the first record.
    ///
    /// - Parameters:
    ///   - path: a file or, for brat, a folder; nil for standard output.
    ///   - format: how to write.
    ///   - selection: what to print.
    ///   - isSingle: whether there is one article and no more, which JSON has no array for.
    ///   - inputs: files that are read, none of which may be written.
    /// - Throws: `UsageError` when the target cannot be opened.
    init(
        _ path: String?,
        format: OutputFormat,
        selection: Selection,
        isSingle: Bool,
        inputs: [String]
    ) throws {
        self.format = format
        self.isSingle = isSingle
        style = TableStyle(width: Console.width, hasColour: Console.usesColour && path == nil)
        do {
            switch (path, format) {
            case (nil, _): target = .file(OutputFile())
            case (let path?, .brat): target = .folder(try AnnotationFolder(path, inputs: inputs))
            case (let path?, _): target = .file(try OutputFile(path, inputs: inputs))
            }
        } catch let error as OutputError {
            throw UsageError(message: error.message)
        }
        try write(format.header(selection, isSingle: isSingle))
    }

    /// Writes a record, so that whoever reads the output has all of it.
    mutating func write(_ record: ArticleRecord) throws {
        switch target {
        case .file(let file):
            try format.write(record, isFirst: isFirst, isSingle: isSingle, style: style, to: file.write)
            try file.flush()
            isFirst = false
        case .folder(var folder):
            defer { target = .folder(folder) }
            try folder.write(record)
        }
    }

    /// Writes what comes after the last record.
    func finish() throws { try write(format.footer(isSingle: isSingle)) }

    private func write(_ text: String) throws {
        guard case .file(let file) = target, !text.isEmpty else { return }
        try file.write(text)
        try file.flush()
    }
}
