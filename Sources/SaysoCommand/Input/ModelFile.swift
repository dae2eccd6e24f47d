import SaysoStatements

/// The network that `--model` names, or the one built in.
enum ModelFile {
    static func extractor(_ path: String?) throws -> StatementExtractor {
        guard let path else { return try StatementExtractor() }
        do {
            return try StatementExtractor(model: InputFile(path).contents())
        } catch let failure as InputFile.Failure {
            throw UsageError(message: "\(path): \(failure.reason)")
        } catch {
            throw UsageError(message: "\(path): \(error)")
        }
    }
}
