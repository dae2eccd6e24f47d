import Dispatch
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Revisions that go into a ledger together.
///
/// What can be done without the ledger (digests, packed bytes, fingerprints) is begun on all processors when the batch
/// is made. Whoever makes the next batch before this one is added has both done at once.
public final class RevisionBatch: Sendable {
    private final class Slot: Sendable {
        let archived: ArchivedRevision
        let prepared = Mutex<PreparedRevision?>(nil)

        init(_ archived: ArchivedRevision) { self.archived = archived }
    }

    private let slots: [Slot]
    private let keepsSources: Bool
    private let next = Atomic(0)

    /// Makes a batch of new revisions.
    ///
    /// - Parameters:
    ///   - revisions: some thousand at a time are quickest.
    ///   - keepsSources: whether the bytes that the articles were read from are kept.
    public convenience init(_ revisions: [Revision], keepsSources: Bool = true) {
        self.init(archived: revisions.map { ArchivedRevision($0) }, keepsSources: keepsSources)
    }

    /// Makes a batch of revisions that were in a ledger before.
    ///
    /// - Parameters:
    ///   - revisions: without ``ArchivedRevision/problems``; some thousand at a time are quickest.
    ///   - keepsSources: whether the bytes that the articles were read from are kept.
    public init(archived revisions: [ArchivedRevision], keepsSources: Bool = true) {
        slots = revisions.map(Slot.init)
        self.keepsSources = keepsSources
        guard revisions.count > 1 else { return }
        for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
            DispatchQueue.global(qos: .userInitiated).async {
                while true {
                    let index = self.next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard index < self.slots.count else { return }
                    _ = self.prepared(index)
                }
            }
        }
    }

    /// The revisions, in order.
    public var revisions: [ArchivedRevision] { slots.map(\.archived) }

    /// A revision, once it is prepared: by whoever comes first.
    private func prepared(_ index: Int) -> PreparedRevision {
        slots[index].prepared.withLock { prepared in
            if let prepared { return prepared }
            let new = PreparedRevision(slots[index].archived.revision, keepsSource: keepsSources)
            prepared = new
            return new
        }
    }

    /// Writes all of them, inside a transaction.
    ///
    /// - Returns: what became of each.
    /// - Throws: what the writer throws.
    func write(with writer: inout RevisionWriter) throws -> [Addition] {
        // Where something fails, no more is prepared than is begun.
        defer { next.store(slots.count, ordering: .relaxed) }
        return try slots.enumerated().map { index, slot in
            try writer.add(prepared(index), id: slot.archived.id, added: slot.archived.added)
        }
    }
}
