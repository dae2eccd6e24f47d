/// Tells whether a file that begins with some bytes is text at all, before all of it is read.
package enum BinaryStart {
    /// Whether bytes begin as no text does, in whatever encoding.
    ///
    /// - Parameter bytes: a file's first kilobytes, or all of it.
    /// - Returns: true when it is no text.
    package static func isBinary(_ bytes: [UInt8]) -> Bool {
        if BinaryContent.signature(of: bytes) != nil { return true }
        let controls = BinaryContent.Controls(bytes)
        guard controls.areBinary(among: bytes.count) else { return false }
        // UTF-16 has zeros, but hardly any on one side.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
        let (fewer, more) = (
            min(controls.nulsAtEven, controls.nulsAtOdd), max(controls.nulsAtEven, controls.nulsAtOdd)
        )
        return bytes.count < 4 || more <= bytes.count / 5 || fewer > bytes.count / 100
    }
}
