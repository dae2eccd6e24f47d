import SaysoArchives

/// A file's lines, in bounded memory but for the line in hand.
struct LineReader {
    struct Line {
        /// Counted from 1.
        let number: Int
        let bytes: ArraySlice<UInt8>

        /// Whether it holds anything but white space.
        var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
    }

    private let file: InputFile
    private var buffer: [UInt8] = []
    private var start = 0
    /// Of the last line, counted from 1.
    private(set) var number = 0
    private var isAtEnd = false
    private let longest: Int
    /// Decompresses the file; nil where it is plain.
    private let gzip: GzipStream?

    var path: String { file.path }

    /// - Parameters:
    ///   - file: what is read.
    ///   - longest: the most bytes that a line may have.
    ///   - isCompressed: whether the file is compressed with gzip.
    init(_ file: InputFile, longest: Int = .max, isCompressed: Bool = false) {
        self.file = file
        self.longest = longest
        gzip = isCompressed ? GzipStream() : nil
    }

    /// Whether the next line is there without waiting for whoever writes it.
    var isReady: Bool {
        isAtEnd || buffer[start...].contains(0x0A) || gzip?.hasInput == true || file.isReady
    }

    /// - Throws: why the file cannot be read any further, or that the line is too long; the next one may be read then.
    mutating func next() throws(InputFile.Failure) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) { return line(to: end) }
            // Half a line is none.
            if isAtEnd, start == buffer.count || Interruption.isRequested { return nil }
            if isAtEnd { return line(to: buffer.count) }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            if searched > longest { try passOver() }
            do throws(InputFile.Failure) {
                isAtEnd = try read() == 0
            } catch {
                isAtEnd = true
                buffer = []
                number += 1
                throw error
            }
        }
    }

    /// Passes over the rest of a line that is too long.
    private mutating func passOver() throws(InputFile.Failure) {
        while !isAtEnd, !buffer.contains(0x0A) {
            buffer.removeAll(keepingCapacity: true)
            isAtEnd = try read() == 0
        }
        buffer.removeFirst(buffer.firstIndex(of: 0x0A).map { $0 + 1 } ?? buffer.count)
        number += 1
        throw InputFile.tooLong(longest)
    }

    /// Appends more of the file to the buffer.
    private mutating func read() throws(InputFile.Failure) -> Int {
        guard let gzip else { return try file.read(into: &buffer) }
        do {
            return try gzip.read(into: &buffer) { try file.read(into: &$0) }
        } catch let failure as InputFile.Failure {
            throw failure
        } catch {
            // An interruption is no damage.
            if Interruption.isRequested { return 0 }
            throw InputFile.Failure(code: "gzip", reason: "the gzip file is damaged or cut off")
        }
    }

    private mutating func line(to end: Int) -> Line {
        number += 1
        defer { start = min(end + 1, buffer.count) }
        return Line(number: number, bytes: buffer[start..<end])
    }
}
