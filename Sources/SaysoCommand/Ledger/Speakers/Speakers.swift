import ArgumentParser
import SaysoLedger

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `sayso speakers`: who is who over all articles of a ledger.
struct Speakers: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell who is who over all articles of a ledger, and decide it.",
        discussion: """
            Speakers of different articles are one when names and roles agree; when in doubt they stay apart, and \
            doubts lists them. What you decide is logged, can be undone, and is never changed by articles that come \
            later. Speakers are named by number, such as p12, or by name where only one has it.

            EXAMPLES:
              sayso speakers list osk
              sayso speakers show p12
              sayso speakers doubts
              sayso speakers merge p12 p40
              sayso speakers apart p12 p40
              sayso speakers split p12 --articles https://coastwire.example/harbour
              sayso speakers rename p12 "Mara Osk"
              sayso speakers link p12 Q42
              sayso speakers undo
              sayso speakers log
            """,
        subcommands: [
            SpeakersList.self,
            SpeakersShow.self,
            SpeakersDoubts.self,
            SpeakersMerge.self,
            SpeakersApart.self,
            SpeakersSplit.self,
            SpeakersRename.self,
            SpeakersLink.self,
            SpeakersUndo.self,
            SpeakersLog.self,
        ]
    )
}

/// Whoever decides.
enum DecisionAuthor {
    /// The user's name.
    static var name: String {
        let environment = ProcessInfo.processInfo.environment
        return environment["LOGNAME"] ?? environment["USER"]
            ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "unknown"
    }
}

/// How a decision is confirmed.
enum DecisionReport {
    static func print(_ decision: SpeakerDecision) {
        let end = decision.undone == nil ? "sayso speakers undo \(decision.number) undoes it" : "undone"
        Console.out("\(Display.line("\(decision.action.rawValue) \(decision.details)")): \(end)\n")
    }
}

/// Days as people write them.
enum LedgerDay {
    /// `2025-03-03` for 20250303.
    static func text(_ day: Int?) -> String? {
        guard let day else { return nil }
        let digits = String(day)
        let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.suffix(2))"
    }
}
