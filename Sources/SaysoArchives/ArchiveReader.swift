/// Reads the records of an archive one by one: WARC 1.0 and 1.1 (ISO 28500), ARC 1 and 2, plain or compressed with gzip
/// as a whole or record by record, and WACZ. What it is shows in its bytes; names do not matter.
///
/// ```swift
/// let reader = try ArchiveReader(FileSource(path: "harbour.warc.gz"))
/// while let item = try reader.next() {
///     switch item {
///     case .record(let record): print(record.address, record.body.count, record.problems)
///     case .problem(let problem): print(problem)
///     }
/// }
/// ```
///
/// Memory holds one record and some ten thousand places of earlier ones, however long the archive is.
public final class ArchiveReader {
    /// How an archive is read.
    public struct Options: Sendable {
        /// How many bytes a record may have, stored and decoded; longer ones are reported and passed over.
        public var limits: DecodingLimits
        /// Whether digests that records state are checked.
        public var checksDigests: Bool
        /// How many records are remembered for the revisits that refer to them.
        public var rememberedRecords: Int

        /// Says how an archive is read.
        public init(
            limits: DecodingLimits = DecodingLimits(),
            checksDigests: Bool = true,
            rememberedRecords: Int = 50_000
        ) {
            self.limits = limits
            self.checksDigests = checksDigests
            self.rememberedRecords = rememberedRecords
        }
    }

    let options: Options
    let earlier: EarlierRecords
    private var current: RecordReader?
    private var package: WebArchivePackage?
    private var earlierCounts: [RecordKind: Int] = [:]

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - source: the archive's bytes.
    ///   - options: how it is read.
    /// - Throws: that it cannot be read, is empty, or is no archive.
    public init(_ source: any ByteSource, options: Options = Options()) throws(ArchiveError) {
        self.options = options
        earlier = EarlierRecords(limit: options.rememberedRecords)
        var source = source
        var beginning: [UInt8] = []
        while beginning.count < 4, try source.read(into: &beginning) > 0 {}
        guard !beginning.isEmpty else {
            throw ArchiveError(code: .empty, message: "the archive has no bytes")
        }
        if beginning.starts(with: [0x50, 0x4B, 3, 4]) || beginning.starts(with: [0x50, 0x4B, 5, 6]) {
            package = try WebArchivePackage(source, limits: options.limits)
        } else {
            current = try open(source, beginning: beginning, entry: nil)
        }
    }

    /// How many records of each kind there were so far, those among them that are not handed over.
    public var counts: [RecordKind: Int] {
        earlierCounts.merging(current?.counts ?? [:], uniquingKeysWith: +)
    }

    /// The next record, or the next problem that left none.
    ///
    /// - Returns: it; `nil` at the end.
    /// - Throws: that the source cannot be read on.
    public func next() throws(ArchiveError) -> ArchiveItem? {
        while true {
            if let item = try current?.next() { return item }
            earlierCounts = counts
            current = nil
            guard let entry = try package?.nextEntry() else { return nil }
            switch entry {
            case .problem(let problem): return .problem(problem)
            case .file(let name, let source):
                var beginning: [UInt8] = []
                do throws(ArchiveError) {
                    while beginning.count < 4, try source.read(into: &beginning) > 0 {}
                    current = try open(source, beginning: beginning, entry: name)
                } catch  where error.code != .unreadable {
                    let location = ArchiveLocation(
                        entry: name,
                        basis: .file,
                        offset: 0,
                        length: beginning.count
                    )
                    return .problem(ArchiveProblem(.notARecord, error.message, at: location))
                }
            }
        }
    }
}
