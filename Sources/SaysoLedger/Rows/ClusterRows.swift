extension ClusterSummary: LedgerRow {
    package static let columns = [
        "cluster", "outlets", "articles", "first", "outlet", "speakers", "statement", "url", "content",
    ]

    package var cells: [Cell] {
        [
            .number(Int(id)), .number(outlets), .number(articles), .text(first.published),
            .text(first.outlet), .list(first.speakers), .text(first.statement.description),
            .text(first.url), .text(first.content),
        ]
    }
}

/// What is told of one printing of a quotation.
package struct AppearanceRow: LedgerRow {
    private let cluster: QuotationCluster
    private let index: Int

    private init(_ cluster: QuotationCluster, _ index: Int) {
        (self.cluster, self.index) = (cluster, index)
    }

    /// All printings of a quotation, the first first.
    package static func all(of cluster: QuotationCluster) -> [AppearanceRow] {
        cluster.appearances.indices.map { AppearanceRow(cluster, $0) }
    }

    package static let columns = [
        "cluster", "statement", "published", "outlet", "story", "speakers", "headline", "url", "content",
        "difference",
    ]

    package var cells: [Cell] {
        let appearance = cluster.appearances[index]
        return [
            .number(Int(cluster.id)), .text(appearance.statement.description), .text(appearance.published),
            .text(appearance.outlet), .number(Int(appearance.story)), .list(appearance.speakers),
            .text(appearance.headline), .text(appearance.url), .text(appearance.content),
            .difference(
                index == 0
                    ? nil : WordDifference(from: cluster.appearances[0].content, to: appearance.content)
            ),
        ]
    }
}
