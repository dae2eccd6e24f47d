import CZlib
@testable import SaysoArchives

/// ZIP files of invented entries.
enum ZipBuilder {
    static func zip(_ files: [(name: String, bytes: [UInt8])], deflated: Bool = false, wide: Bool = false)
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        var list: [UInt8] = []
        for file in files {
            // A gzip member without its head of ten bytes and its tail of eight is a raw deflate stream.
            let stored = deflated ? Array(Deflater.gzip(file.bytes).dropFirst(10).dropLast(8)) : file.bytes
            let sum = file.bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
            let method = deflated ? 8 : 0
            let offset = bytes.count
            let name = Array(file.name.utf8)
            bytes += number(0x0403_4B50, 4) + number(20, 2) + number(0, 2) + number(method, 2) + number(0, 4)
            bytes += number(sum, 4) + number(stored.count, 4) + number(file.bytes.count, 4)
            bytes += number(name.count, 2) + number(0, 2) + name + stored

            let extra =
                wide
                ? number(1, 2) + number(24, 2) + number(file.bytes.count, 8) + number(stored.count, 8)
                    + number(offset, 8)
                : []
            list += number(0x0201_4B50, 4) + number(45, 2) + number(20, 2) + number(0, 2) + number(method, 2)
            list += number(0, 4) + number(sum, 4) + number(wide ? 0xFFFF_FFFF : stored.count, 4)
            list +=
                number(wide ? 0xFFFF_FFFF : file.bytes.count, 4) + number(name.count, 2)
                + number(extra.count, 2)
            list += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
            list += number(wide ? 0xFFFF_FFFF : offset, 4) + name + extra
        }
        let start = bytes.count
        bytes += list
        if wide {
            let place = bytes.count
            bytes += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
            bytes +=
                number(files.count, 8) + number(files.count, 8) + number(list.count, 8) + number(start, 8)
            bytes += number(0x0706_4B50, 4) + number(0, 4) + number(place, 8) + number(1, 4)
        }
        bytes += number(0x0605_4B50, 4) + number(0, 4)
        bytes += number(wide ? 0xFFFF : files.count, 2) + number(wide ? 0xFFFF : files.count, 2)
        bytes +=
            number(wide ? 0xFFFF_FFFF : list.count, 4) + number(wide ? 0xFFFF_FFFF : start, 4) + number(0, 2)
        return bytes
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
