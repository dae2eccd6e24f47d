#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns what the network says of itself into a probability that a statement is right: that its content
/// covers at least half of what an annotator marked and its source is the same.
///
/// A logistic regression (Platt, 1999) over PolNeAR's and the general news' development articles.
enum Confidence {
    static func probability(_ signals: Attribution.Signals) -> Double {
        let score = -4.0 + 3.0 * Double(signals.content) + 1.0 * Double(signals.cue) + 2.0 * Double(signals.source)
        return 1 / (1 + exp(-score))
    }
}
