/// Dates of feeds: for machines as the standards want them, or as people write them.
enum FeedDate {
    /// Bytes; a longer text is more than a date.
    private static let longest = 120

    /// The time that a text states; nil when it states none, or day and month could be either way round.
    static func time(in text: String, language: String?) -> StatedTime? {
        if let time = MachineDate.time(in: text) { return time }
        guard text.utf8.count <= longest else { return nil }
        let order = WrittenDateReader.Order(language: language, host: nil)
        return WrittenDateReader.dates(in: text, order: order).first.flatMap {
            $0.other == nil ? $0.time : nil
        }
    }
}
