/// What files hold, when the user says so.
enum InputForm: String, CaseIterable, Sendable {
    case auto, text, html, feed, warc, jsonl

    /// What a document is read as; nil when its content decides.
    var kind: InputKind? {
        switch self {
        case .auto, .warc, .jsonl: nil
        case .text: .text
        case .html: .page
        case .feed: .feed
        }
    }

    /// What to add to the message that something is not what the user says: what it is. Empty when that is not
    /// plain to see.
    func hint(at kind: InputKind) -> String {
        let isThat =
            switch self {
            case .auto: true
            case .warc: kind == .archive || kind == .package
            case .jsonl: kind == .lines
            case .text, .html, .feed: kind == self.kind
            }
        guard !isThat, let name = kind.name else { return "" }
        return "; it looks like \(name), which is read without --input \(rawValue)"
    }

    /// Reads what the user says is there.
    ///
    /// - Parameters:
    ///   - kind: what it looks like.
    ///   - code: that of the failure that says that it is not what the user says.
    ///   - read: reads it.
    /// - Returns: what was read.
    /// - Throws: what `read` throws, with a hint.
    func hinting<Result>(
        at kind: InputKind,
        about code: String,
        _ read: () throws(InputFile.Failure) -> Result
    ) throws(InputFile.Failure) -> Result {
        do throws(InputFile.Failure) {
            return try read()
        } catch {
            let hint = error.code == code ? hint(at: kind) : ""
            throw InputFile.Failure(code: error.code, reason: error.reason + hint)
        }
    }
}
