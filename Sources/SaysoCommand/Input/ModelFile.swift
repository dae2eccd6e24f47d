import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The network that `--model` names, or the one built in.
enum ModelFile {
    static func extractor(_ path: String?) throws -> StatementExtractor {
        guard let path else { return try StatementExtractor() }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
            throw ModelFileError(message: "\(path): missing or unreadable")
        }
        do {
            return try StatementExtractor(model: [UInt8](data))
        } catch {
            throw ModelFileError(message: "\(path): \(error)")
        }
    }
}

/// Why a `--model` file is of no use.
struct ModelFileError: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}
