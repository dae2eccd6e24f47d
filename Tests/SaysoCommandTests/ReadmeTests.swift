import Foundation
import Testing

@Suite("The README's examples")
struct ReadmeTests {
    /// Commands that follow each other, each with what it prints.
    struct Example: Sendable, CustomTestStringConvertible {
        let steps: [(command: String, output: String)]
        var testDescription: String { steps[0].command }
    }

    /// What the README shows.
    private static let examples: [Example] = {
        let url = Checkout.root.appendingPathComponent("README.md")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.matches(of: #/```\n\$ (.*?\n)```/#.dotMatchesNewlines()).map { block in
            Example(
                steps: block.1.description.components(separatedBy: "\n$ ").map { step in
                    let lines = step.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                    return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
                }
            )
        }
    }()

    @Test("All are found")
    func count() {
        #expect(Self.examples.map(\.steps.count) == [1, 1, 1, 1, 1, 4])
    }

    @Test(
        "The tool prints what they show; a line with … stands for parts that are left out",
        arguments: examples
    )
    func example(_ example: Example) throws {
        // Ledgers that the commands make go there.
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/Examples",
            withDestinationPath: Checkout.root.appendingPathComponent("Examples").path
        )
        for (command, output) in example.steps {
            let command = command.replacing("./sayso", with: "\"$SAYSO\"")
            let result = try Tool.shell("cd \"$1\" && COLUMNS=96 \(command)", folder.path)
            #expect(result.status == 0)
            Self.expect(result.text, shows: output)
        }
    }

    private static func expect(_ text: String, shows output: String) {
        let omission = "\n\n…\n"
        guard output.hasSuffix(omission) else {
            // All but the last step of an example lose their last line's end.
            #expect(text == output || text == output + "\n")
            return
        }
        let printed = text.components(separatedBy: "\n\n")
        let shown = output.dropLast(omission.count).description.components(separatedBy: "\n\n")
        #expect(shown.filter { !printed.contains($0) } == [])
    }
}
