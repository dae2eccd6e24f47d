import GRDB
import SaysoLedger
import Testing

@Suite("The same quotation in many places")
struct ClusterTests {
    /// Clusters by what the ledger adds in some order, as sets of statements' names; nothing that stands alone.
    static func clusters(_ revisions: [Revision], batch: Int = 1000) throws -> [String: Int64] {
        try withLedger { ledger in
            for start in stride(from: 0, to: revisions.count, by: batch) {
                try ledger.add(Array(revisions[start..<min(start + batch, revisions.count)]))
            }
            return try ledger.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT url || '#' || statement.number AS name, cluster_id FROM statement
                        JOIN revision ON revision.id = revision_id
                        """
                )
                return Dictionary(
                    uniqueKeysWithValues: rows.enumerated().map {
                        ($1["name"] as String, $1["cluster_id"] as Int64? ?? -Int64($0) - 1)
                    }
                )
            }
        }
    }

    @Test(
        "Pairs are found with precision and recall",
        arguments: ["development", "test"]
    )
    func pairs(name: String) throws {
        let set = name == "test" ? QuotationSet.test : .development
        let clusters = try Self.clusters(set.revisions)
        var all: [(label: String, cluster: Int64, words: String)] = []
        for (revision, labels) in zip(set.revisions, set.labels) {
            for (index, label) in labels.enumerated() {
                let cluster = try #require(clusters["\(revision.publication.url!)#\(index)"])
                all.append((label, cluster, revision.words(revision.statements[index].content)))
            }
        }
        var (right, found, wanted) = (0, 0, 0)
        for (index, left) in all.enumerated() {
            for other in all[(index + 1)...] {
                let (isSame, isFound) = (left.label == other.label, left.cluster == other.cluster)
                wanted += isSame ? 1 : 0
                found += isFound ? 1 : 0
                right += isSame && isFound ? 1 : 0
                if isSame != isFound {
                    print("  \(isSame ? "missed" : "wrong"): \(left.words) / \(other.words)")
                }
            }
        }
        let (precision, recall) = (Double(right) / Double(found), Double(right) / Double(wanted))
        print(
            "clusters, \(name): \(set.revisions.count) articles, \(all.count) statements, precision \(precision), "
                + "recall \(recall) (\(right) right, \(found) found, \(wanted) wanted)"
        )
        #expect(precision >= 0.98)
        #expect(recall >= 0.90)
    }

    @Test("The order of adding makes no difference", arguments: 1...8 as ClosedRange<UInt64>)
    func order(seed: UInt64) throws {
        let revisions = QuotationSet.test.revisions + QuotationSet.development.revisions
        var generator = Seeded(state: seed)
        let first = Self.partition(try Self.clusters(revisions))
        let second = Self.partition(
            try Self.clusters(revisions.shuffled(using: &generator), batch: Int(seed) * 3)
        )
        #expect(first == second)
    }

    static func partition(_ clusters: [String: Int64]) -> Set<Set<String>> {
        Set(Dictionary(grouping: clusters.keys) { clusters[$0]! }.values.map(Set.init))
    }
}

/// SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
