import SaysoLedger

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What tells a file from another one of the same name.
struct LedgerFileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// - Parameter path: the file.
    /// - Throws: ``LedgerError`` when there is none.
    init(_ path: String) throws(LedgerError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw LedgerError(
                .missing,
                "\(path): the ledger is gone; put its file back where it was, and ask again"
            )
        }
        (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    }
}
