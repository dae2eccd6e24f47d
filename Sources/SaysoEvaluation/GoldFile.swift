#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file that an evaluation cannot do without.
enum GoldFile {
    /// Everything in it.
    ///
    /// - Throws: `EvaluationError` that names the file when it cannot be read.
    static func bytes(_ url: URL) throws(EvaluationError) -> [UInt8] {
        guard let data = try? Data(contentsOf: url) else {
            throw EvaluationError(message: "\(url.path): missing or unreadable")
        }
        return [UInt8](data)
    }
}
