import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How much was done in how much time: said at the end of long work, and whenever SIGUSR1 asks.
final class Throughput: Sendable {
    private struct Counts {
        var (documents, failed, statements, words) = (0, 0, 0, 0)
        var place = ""
    }

    private let counts = Mutex(Counts())
    private let start = ContinuousClock.now

    /// Says how much is done whenever SIGUSR1 comes, until what is returned is cancelled.
    func answerSignals() -> any DispatchSourceSignal {
        signal(SIGUSR1, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGUSR1, queue: .global())
        source.setEventHandler { Console.complain(self.line(isOver: false)) }
        source.resume()
        return source
    }

    /// Counts a document.
    func count(_ record: ArticleRecord) {
        counts.withLock { counts in
            counts.documents += 1
            counts.failed += record.errors.isEmpty ? 0 : 1
            counts.statements += record.shown.count
            counts.words += record.words
            counts.place = record.path
        }
    }

    /// How many documents were counted.
    var documents: Int { counts.withLock(\.documents) }

    /// What is said.
    ///
    /// - Parameter isOver: whether the work is done.
    /// - Returns: one line.
    func line(isOver: Bool) -> String {
        let counts = counts.withLock { $0 }
        let seconds = max((ContinuousClock.now - start) / .seconds(1), 0.001)
        func rate(_ count: Int) -> String {
            let rate = Double(count) / seconds
            return rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate.rounded()))"
        }
        let failed = counts.failed > 0 ? " (\(counts.failed) failed)" : ""
        let statements =
            ", " + Display.count(counts.statements, "statement", "statements") + ", "
            + Display.count(counts.words, "word", "words")
        let line =
            Display.count(counts.documents, "article", "articles") + failed
            + (counts.words == 0 ? "" : statements)
            + " in \((seconds * 10).rounded() / 10) s: \(rate(counts.documents)) articles"
            + (counts.words == 0 ? "" : " and \(rate(counts.words)) words") + " a second"
        return isOver || counts.place.isEmpty ? line : line + "; at \(counts.place)"
    }
}
