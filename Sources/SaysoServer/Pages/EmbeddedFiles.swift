import CSaysoAssets

/// The files that are built into the binary.
enum EmbeddedFiles {
    /// All of them, by name.
    static let all: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        var number = 0
        while let file = sayso_asset_at(number)?.pointee {
            files[String(cString: file.name)] = Array(
                UnsafeBufferPointer(start: file.bytes, count: file.size)
            )
            number += 1
        }
        return files
    }()
}
