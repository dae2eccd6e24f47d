import CZlib
import SaysoLedger

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

/// Writes the files of a folder as a ZIP archive, as they are (APPNOTE 6.3.10, method 0).
struct ZipWriter {
    /// Without the format's extension to 64 bits.
    static let mostFiles = Int(UInt16.max)
    static let tooMany = "a ZIP has at most 65,535 files; choose fewer days or one outlet"

    private static let piece = 64 << 10
    /// What a file takes beside its bytes and twice its name, and what the archive's end takes.
    private static let (entry, end) = (30 + 46, 22)

    private let write: ([UInt8]) throws -> Void
    private var directory: [UInt8] = []
    private var count = 0
    private var position = 0

    /// - Parameter write: takes the bytes, in order.
    init(_ write: @escaping ([UInt8]) throws -> Void) {
        self.write = write
    }

    /// Writes a folder's files, in the order of their names, and the archive's end; nothing when they are too
    /// many or too large.
    ///
    /// - Parameters:
    ///   - folder: has files alone.
    ///   - write: takes the bytes, in order.
    /// - Throws: ``LedgerError`` when it is too large for the format; what `write` throws.
    static func write(folder: String, to write: ([UInt8]) throws -> Void) throws {
        try withoutActuallyEscaping(write) { write in
            var zip = ZipWriter(write)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            var size = end
            for name in names { size += try Self.size("\(folder)/\(name)") + entry + 2 * name.utf8.count }
            try check(size, names.count)
            for name in names {
                try zip.add(name, "\(folder)/\(name)")
            }
            try zip.finish()
        }
    }

    private mutating func add(_ name: String, _ path: String) throws {
        var (size, sum) = (0, CZlib.crc32(0, nil, 0))
        try Self.read(path) { bytes in
            size += bytes.count
            sum = bytes.withUnsafeBufferPointer { CZlib.crc32(sum, $0.baseAddress, UInt32($0.count)) }
        }
        let room = size + Self.entry + 2 * name.utf8.count + directory.count + Self.end
        try Self.check(position + room, count + 1)
        // Version 2.0, names in UTF-8, nothing compressed, 1 January 1980.
        var fields =
            Self.bytes(20, 2) + Self.bytes(0x0800, 2) + Self.bytes(0, 2) + Self.bytes(0, 2)
            + Self.bytes(0x21, 2)
        fields += Self.bytes(Int(sum), 4) + Self.bytes(size, 4) + Self.bytes(size, 4)
        fields += Self.bytes(name.utf8.count, 2) + Self.bytes(0, 2)
        directory += Self.bytes(0x0201_4B50, 4) + Self.bytes(20, 2) + fields
        directory += Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 4)
        directory += Self.bytes(position, 4) + Array(name.utf8)
        count += 1
        try put(Self.bytes(0x0403_4B50, 4) + fields + Array(name.utf8))
        try Self.read(path) { try put($0) }
    }

    private mutating func finish() throws {
        let start = position
        try put(directory)
        let ends = Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(count, 2) + Self.bytes(count, 2)
        try put(
            Self.bytes(0x0605_4B50, 4) + ends + Self.bytes(directory.count, 4) + Self.bytes(start, 4)
                + Self.bytes(0, 2)
        )
    }

    /// Sees to it that an archive of so many bytes and files is one.
    private static func check(_ size: Int, _ files: Int) throws {
        guard files <= mostFiles else { throw LedgerError(.invalid, tooMany) }
        guard size < Int(UInt32.max) else {
            throw LedgerError(
                .invalid,
                "this is larger than a ZIP archive may be; sayso export writes it as a folder"
            )
        }
    }

    private static func size(_ path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw LedgerError(.unreadable, "the export cannot be read again")
        }
        return Int(status.st_size)
    }

    private mutating func put(_ bytes: [UInt8]) throws {
        position += bytes.count
        try write(bytes)
    }

    /// A number, the lowest byte first.
    private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func read(_ path: String, _ work: ([UInt8]) throws -> Void) throws {
        guard let file = fopen(path, "rb") else {
            throw LedgerError(.unreadable, "the export cannot be read again")
        }
        defer { fclose(file) }
        var room = [UInt8](repeating: 0, count: piece)
        while true {
            let count = fread(&room, 1, piece, file)
            if count == 0 { return }
            try work(Array(room[..<count]))
        }
    }
}
