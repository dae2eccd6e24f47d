import Foundation
import Testing

@Suite("The README's examples")
struct ReadmeTests {
    /// The commands that the README shows with their output.
    private static let examples: [(command: String, output: String)] = {
        let url = Checkout.root.appendingPathComponent("README.md")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.matches(of: #/```\n\$ \./sayso ([^\n]+)\n(.*?\n)```/#.dotMatchesNewlines()).map {
            (String($0.1), String($0.2))
        }
    }()

    @Test("All are found")
    func count() {
        #expect(Self.examples.count == 5)
    }

    @Test(
        "The tool prints what they show; a line with … stands for parts that are left out",
        arguments: examples
    )
    func example(command: String, output: String) throws {
        let result = try Tool.shell("cd \"$1\" && COLUMNS=96 \"$SAYSO\" \(command)", Checkout.root.path)
        #expect(result.status == 0)
        let omission = "\n\n…\n"
        guard output.hasSuffix(omission) else {
            #expect(result.text == output)
            return
        }
        let printed = result.text.components(separatedBy: "\n\n")
        let shown = output.dropLast(omission.count).description.components(separatedBy: "\n\n")
        #expect(shown.filter { !printed.contains($0) } == [])
    }
}
