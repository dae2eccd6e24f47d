#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns what the network says of itself into a probability that a statement is right: that its content
/// covers at least half of what an annotator marked, and its source is the same.
///
/// A logistic regression (Platt, 1999) over the log-odds of the three signals, fitted on the development
/// articles of PolNeAR and of the general news.
enum Confidence {
    static func probability(_ signals: Attribution.Signals) -> Double {
        let score =
            -2.425 + 0.573 * logOdds(signals.content) + 0.144 * logOdds(signals.cue)
            + 0.226 * logOdds(signals.source)
        return 1 / (1 + exp(-score))
    }

    private static func logOdds(_ probability: Float) -> Double {
        let probability = min(max(Double(probability), 0.001), 0.999)
        return log(probability / (1 - probability))
    }
}
