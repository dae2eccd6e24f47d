import ArgumentParser
import SaysoLedger

/// Which articles and statements are counted.
struct AuditOptions: ParsableArguments {
    @Option(help: .init("Only articles of this day or later days (2025-03-01).", valueName: "day"))
    var since: String?

    @Option(help: .init("Only articles of this day or earlier days.", valueName: "day"))
    var until: String?

    @Option(
        help: .init("Only what this speaker said: a number such as p12, or a name.", valueName: "speaker")
    )
    var speaker: String?

    /// What they mean for a ledger.
    var scope: AuditScope {
        var scope = AuditScope()
        (scope.since, scope.until, scope.speaker) = (since, until, speaker)
        return scope
    }
}
