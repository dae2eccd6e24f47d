/// A gzip file (RFC 1952) that is decompressed as it is read: of one member or of several after one another.
package final class GzipStream {
    /// Why it cannot be read on.
    package enum Failure: Error {
        case damaged
        case cutOff
    }

    private let inflater = Inflater(.gzip)
    private var input: [UInt8] = []
    private var position = 0
    /// Whether a member has begun and not ended.
    private var isWithin = false

    package init() {}

    /// Whether more can be decompressed without reading.
    package var hasInput: Bool { position < input.count }

    /// Appends some more decompressed bytes.
    ///
    /// - Parameters:
    ///   - bytes: where they are appended.
    ///   - read: appends more of the file; zero at its end.
    /// - Returns: how many; zero at the end.
    /// - Throws: that the file is damaged or cut off, and what `read` throws.
    package func read(
        into bytes: inout [UInt8],
        reading read: (inout [UInt8]) throws -> Int
    ) throws -> Int {
        let old = bytes.count
        while bytes.count == old {
            if !hasInput {
                input.removeAll(keepingCapacity: true)
                position = 0
                if try read(&input) == 0 {
                    if isWithin { throw Failure.cutOff }
                    return 0
                }
            }
            if !isWithin {
                inflater.reset()
                isWithin = true
            }
            switch inflater.decompress(input, from: &position, into: &bytes, atMost: 1 << 16) {
            case .progress: continue
            case .end: isWithin = false
            case .corrupt: throw Failure.damaged
            }
        }
        return bytes.count - old
    }
}
