/// Reads JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org).
enum JSONFeedReader {
    /// What the document says, and how many of its items are no objects; nil when it is no object itself.
    static func read(_ document: JSONDocument) -> (feed: FeedDraft, entries: [FeedDraft], strays: Int)? {
        guard let root = document.root, root.kind == .object else { return nil }
        var feed = draft(of: root)
        feed.link.offer(address(root["home_page_url"]), rank: 1)
        feed.own = address(root["feed_url"])
        feed.summary.offer(content(root["description"], .plain), rank: 0)
        let all = items(of: root)
        let items = all.filter { $0.kind == .object }
        var entries = items.map { item in
            var entry = draft(of: item)
            entry.id.offer(item["id"]?.scalar, rank: 0)
            entry.link.offer(address(item["url"]), rank: 1)
            entry.link.offer(address(item["external_url"]), rank: 0)
            entry.summary.offer(content(item["summary"], .plain), rank: 0)
            entry.contents = [content(item["content_html"], .escaped), content(item["content_text"], .plain)]
                .compactMap { $0 }
            entry.published.offer(time(item["date_published"]), rank: 0)
            entry.updated.offer(time(item["date_modified"]), rank: 0)
            entry.categories = item["tags"]?.elements.compactMap(\.string) ?? []
            return entry
        }
        if let last = items.last, document.unclosed.contains(last.index) {
            entries[entries.count - 1].isWhole = false
        }
        return (feed, entries, all.count - items.count)
    }

    private static func items(of root: JSONValue) -> [JSONValue] {
        guard let items = root["items"], items.kind == .array || items.kind == .object else { return [] }
        return items.elements
    }

    /// What feeds and items have alike.
    private static func draft(of object: JSONValue) -> FeedDraft {
        var draft = FeedDraft()
        draft.title.offer(content(object["title"], .plain), rank: 0)
        draft.language.offer(object["language"]?.string, rank: 0)
        let authors = (object["authors"] ?? object["author"])?.elements ?? []
        draft.authors = authors.compactMap { $0["name"]?.string.flatMap(FeedAuthor.name) }
        return draft
    }

    private static func address(_ value: JSONValue?) -> URIReference? { value?.string.map(URIReference.init) }

    private static func time(_ value: JSONValue?) -> StatedTime? {
        value?.scalar.flatMap { FeedDate.time(in: $0, language: nil) }
    }

    private static func content(_ value: JSONValue?, _ form: Feed.Content.Form) -> Feed.Content? {
        guard let value, value.kind == .string, !value.range.isEmpty else { return nil }
        return Feed.Content(
            form: form,
            range: value.range,
            language: nil,
            nodes: value.index..<value.index + 1
        )
    }
}
