import Dispatch
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Prepares revisions on all processors while the first of them are written already.
final class Preparation: Sendable {
    private final class Slot: Sendable {
        let revision: Revision
        let prepared = Mutex<PreparedRevision?>(nil)

        init(_ revision: Revision) { self.revision = revision }
    }

    private let slots: [Slot]
    private let keepsSources: Bool
    private let next = Atomic(0)

    /// Begins.
    ///
    /// - Parameters:
    ///   - revisions: what to prepare.
    ///   - keepsSources: whether sources' bytes are kept.
    init(_ revisions: [Revision], keepsSources: Bool) {
        slots = revisions.map(Slot.init)
        self.keepsSources = keepsSources
        guard revisions.count > 1 else { return }
        for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
            DispatchQueue.global(qos: .userInitiated).async {
                while true {
                    let index = self.next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard index < self.slots.count else { return }
                    _ = self[index]
                }
            }
        }
    }

    /// How many there are.
    var count: Int { slots.count }

    /// A revision, once it is prepared: by whoever comes first.
    subscript(index: Int) -> PreparedRevision {
        slots[index].prepared.withLock { prepared in
            if let prepared { return prepared }
            let new = PreparedRevision(slots[index].revision, keepsSource: keepsSources)
            prepared = new
            return new
        }
    }

    /// Prepares no more than is begun.
    func stop() { next.store(slots.count, ordering: .relaxed) }
}
