import ArgumentParser
import SaysoLedger

/// Which articles and statements are counted.
struct AuditOptions: ParsableArguments {
    @OptionGroup var published: PublishedOptions

    @Option(
        help: .init("Only what this speaker said: a number such as p12, or a name.", valueName: "speaker")
    )
    var speaker: String?

    /// What they mean for a ledger.
    var scope: AuditScope {
        var scope = AuditScope()
        (scope.published, scope.speaker) = (published.days, speaker)
        return scope
    }
}
