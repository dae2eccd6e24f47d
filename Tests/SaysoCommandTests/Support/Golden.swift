import Foundation
import Testing

/// Compares with a file in the folder `Golden` beside a test; with `SAYSO_RECORD=1` writes it instead, and fails
/// so that nobody takes a recording for a passed test.
///
/// - Parameters:
///   - actual: what the test made.
///   - name: the file's name.
///   - file: the test's own file.
///   - location: where the test is.
func expectGolden(
    _ actual: String,
    _ name: String,
    file: String = #filePath,
    location: SourceLocation = #_sourceLocation
) {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent()
        .appendingPathComponent("Golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["SAYSO_RECORD"] != nil {
        do {
            try Data(actual.utf8).write(to: url)
            Issue.record(
                "recorded \(name); read what changed, and run again without SAYSO_RECORD",
                sourceLocation: location
            )
        } catch {
            Issue.record(error, sourceLocation: location)
        }
        return
    }
    let expected = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
    #expect(actual == expected, "see Golden/\(name); SAYSO_RECORD=1 writes it anew", sourceLocation: location)
}
