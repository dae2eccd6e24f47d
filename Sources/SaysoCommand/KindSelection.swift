import ArgumentParser
import SaysoStatements

/// The kinds of statements to print: `--kind said,thought`, `--kind speech`, `--kind all`.
struct KindSelection: ExpressibleByArgument, Sendable {
    /// Everything, whatever the cue says of it.
    static let all = KindSelection(kinds: Set(Saying.Kind.allCases))
    /// What was spoken or written: no beliefs, no decisions.
    static let speech = KindSelection(kinds: all.kinds.filter(\.isUttered))

    /// What a user can write, parted by commas.
    static var allValueStrings: [String] { ["speech", "all"] + Saying.Kind.allCases.map(\.rawValue) }

    /// The kinds.
    let kinds: Set<Saying.Kind>

    private init(kinds: Set<Saying.Kind>) { self.kinds = kinds }

    init?(argument: String) {
        var kinds: Set<Saying.Kind> = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            switch name {
            case "all": kinds = Self.all.kinds
            case "speech": kinds.formUnion(Self.speech.kinds)
            default:
                guard let kind = Saying.Kind(rawValue: String(name)) else { return nil }
                kinds.insert(kind)
            }
        }
        self.init(kinds: kinds)
    }
}
