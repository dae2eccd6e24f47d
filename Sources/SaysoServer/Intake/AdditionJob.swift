import SaysoLedger

/// Something that is being added, or was.
struct AdditionJob: Sendable {
    /// How far it is.
    enum State: String, Sendable, CaseIterable {
        /// Others are added first.
        case waiting
        case running
        /// All was read; ``problems`` has what could not be added.
        case done
        /// It was given up; ``failure`` says why. What ``added`` has is in the ledger.
        case failed
    }

    /// A document that is no article.
    struct DocumentProblem: LedgerRow {
        /// Where it came from.
        let path: String
        let error: IntakeError

        static let columns = ["path", "code", "message"]
        var cells: [Cell] { [.text(path), .text(error.code), .text(error.message)] }
    }

    /// Names it in addresses.
    let id: String
    /// What was handed in, in words: addresses, and names of files.
    let title: String
    var state = State.waiting
    /// How many documents are known to be in it.
    var documents = 0
    /// How many of them were read.
    var documentsRead = 0
    /// What is in the ledger now, in order.
    var added: [AddedArticle] = []
    /// What could not be read.
    var problems: [DocumentProblem] = []
    /// Why it was given up, and what to do.
    var failure: Problem?
    /// When it was handed in; ISO 8601 in UTC.
    let began: String
    /// When it ended; nil while it goes on.
    var ended: String?

    /// Whether nothing will change any more.
    var isOver: Bool { state == .done || state == .failed }

    /// Notes a step.
    mutating func take(_ step: AdditionStep) {
        switch step {
        case .found(let count): documents += count
        case .read: documentsRead += 1
        case .problem(let error, let path): problems.append(DocumentProblem(path: path, error: error))
        case .added(let article): added.append(article)
        }
    }

    /// Writes it as the API answers it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("job", id)
            json.member("title", title)
            json.member("state", state.rawValue)
            json.member("documents", documents)
            json.member("read", documentsRead)
            json.rows("articles", added)
            json.rows("problems", problems)
            json.member("failure", failure?.detail)
            json.member("began", began)
            json.member("ended", ended)
        }
    }
}
