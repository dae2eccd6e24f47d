import Foundation
import Testing

@Suite("sayso evaluate --speakers")
struct EvaluateSpeakersTests {
    private let folder: TemporaryFolder
    private let gold: String

    /// One source that is found and has, as far as the gold knows, an unlikely name.
    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/text",
            withIntermediateDirectories: true
        )
        try folder.file("text/lock.txt", "Nils Orrin, the keeper, said that the lock is open.")
        gold = try folder.file(
            "speakers.jsonl",
            #"{"doc": "lock", "event": "E7", "source": [[0, 10]], "speaker": "Zed Quill", "#
                + #""kind": "person", "form": "name", "role": "keeper"}"#
        )
    }

    @Test(
        "The table has a line for everything, for each form and for each kind; errors are listed when asked for"
    )
    func table() throws {
        let result = try Tool.run("evaluate", "--speakers", gold)
        #expect(result.status == 0)
        let names = result.text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
        #expect(
            names == [
                "end", "all", "name", "person", "of", "all", "name", "person", "share", "wrong", "words",
            ]
        )

        let listed = try Tool.run("evaluate", "--speakers", gold, "--errors")
        #expect(listed.text.hasPrefix(result.text))
        let error = try #require(listed.text.split(separator: "\n").last).split(
            separator: "\t",
            omittingEmptySubsequences: false
        )
        #expect(error.count == 9)
        #expect(error[1...4] == ["lock", "E7", "Nils Orrin", "Zed Quill (person)"])
        #expect(error[6] == "keeper")
    }

    @Test("JSON has the same figures, and the errors when asked for")
    func json() throws {
        let result = try Tool.run("evaluate", "--speakers", gold, "--errors", "--format", "json")
        let object = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        let all = try #require(object["all"] as? [String: Double])
        #expect(all["gold"] == 1)
        #expect(all["found"] == 1)
        #expect(all["exact"] == 0)
        let errors = try #require(object["errors"] as? [[String: Any]])
        #expect(errors.map { $0["source_text"] as? String } == ["Nils Orrin"])
        let plain = try Tool.run("evaluate", "--speakers", gold, "--format", "json")
        #expect(!plain.text.contains("errors"))
    }

    @Test("Texts elsewhere are found with --text; a missing one is named")
    func texts() throws {
        let other = try TemporaryFolder()
        let result = try Tool.run("evaluate", "--speakers", gold, "--text", other.path)
        #expect(result.status == 2)
        #expect(result.errors == "sayso: \(other.path)/lock.txt: missing or unreadable\n")
        try other.file("lock.txt", "Nils Orrin said that the lock is open.")
        #expect(try Tool.run("evaluate", "--speakers", gold, "--text", other.path).status == 0)
    }

    @Test("A text that cannot be read is named, and fails the run")
    func unreadable() throws {
        try folder.file("text/lock.txt", "")
        let result = try Tool.run("evaluate", "--speakers", gold)
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("sayso: lock: "))
    }
}
