import Crypto

/// Digests as they are printed.
enum Digests {
    /// `sha256:` and the digest of some bytes in lower-case hexadecimal digits.
    static func sha256(_ bytes: [UInt8]) -> String {
        "sha256:"
            + bytes.withUnsafeBytes { SHA256.hash(data: $0) }.map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }
}
