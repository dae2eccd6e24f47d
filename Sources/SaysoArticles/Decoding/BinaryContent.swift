/// Recognises bytes that are not text, so that nobody gets statements out of a picture.
enum BinaryContent {
    private static let signatures: [(start: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "a PDF document; extract its text first"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document; extract its text first"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document; save it as text first"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"),
        ([0x1F, 0x8B], "gzip-compressed; decompress it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd-compressed; decompress it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz-compressed; decompress it first"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("SQLite format 3\0".utf8), "an SQLite database"),
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32; convert it to UTF-8 first"),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32; convert it to UTF-8 first"),
    ]

    /// What the bytes are, when they begin as a well-known format does.
    static func signature(of bytes: [UInt8]) -> String? {
        signatures.first { bytes.starts(with: $0.start) }?.name
    }

    /// How many control characters some bytes hold, leaving out those that lay out text.
    struct Controls {
        var count = 0
        var nulsAtEven = 0
        var nulsAtOdd = 0

        init(_ bytes: [UInt8]) {
            bytes.withUnsafeBufferPointer { bytes in
                var count = 0
                for byte in bytes {
                    let isControl = byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
                    count &+= isControl || byte == 0x7F ? 1 : 0
                }
                self.count = count
                guard count > 0 else { return }
                for index in bytes.indices where bytes[index] == 0 {
                    if index & 1 == 0 { nulsAtEven += 1 } else { nulsAtOdd += 1 }
                }
            }
        }

        var nuls: Int { nulsAtEven + nulsAtOdd }

        /// Random bytes are 11% controls; text has none but for the odd accident.
        func areBinary(among total: Int) -> Bool {
            count > 4 + total / 20 || count * 2 > total
        }
    }
}
