/// An invented article in the shapes that crawlers save.
public struct ScrapedArticle: Sendable {
    /// The summary before the story.
    public var standfirst: String
    /// When it came out.
    public var timeLine: String
    /// The story; each paragraph is a list of sentences.
    public var paragraphs: [[String]]

    /// The body as one paragraph with nothing between its sentences, as taken from a page's metadata.
    public var glued: String { paragraphs.flatMap { $0 }.joined() }

    /// The body as it was laid out.
    public var body: String { paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n") }

    /// Standfirst, glued body, time line, body.
    public var text: String { [standfirst, glued, timeLine, body].joined(separator: "\n") }

    /// A story of a ferry between places that do not exist.
    public static let ferry = ScrapedArticle(
        standfirst: """
            Orlo Transport Ministry spokeswoman Dessa Marn said on Saturday that the Velsund ferry will sail \
            "before the first snow" after a summer of repairs.
            """,
        timeLine: "16:19 GMT 26.04.2025 (Updated: 16:28 GMT 26.04.2025)",
        paragraphs: [
            [
                "\"The patience that our islanders have shown deserves more than another promise.",
                "We know what this crossing means to each family on Velsund,\" Marn said.",
            ],
            [
                "The spokeswoman added that the shipyard's final report has not yet come, but that she expects no delay."
            ],
            [
                "Marn said that the Velsund ferry will sail \"before the first snow\" after a summer of repairs."
            ],
            [
                "\"Our engineers have gone through every valve and cable of this ship since May,\" yard manager "
                    + "Oddur Vane told reporters at the quay."
            ],
            ["Those who sold the faulty pumps will be named and made to pay for the repairs, Marn said."],
            [
                "Earlier in the day, island council leader Tove Rask said that the supply boats had brought "
                    + "everything that the shops had ordered."
            ],
        ]
    )
}
