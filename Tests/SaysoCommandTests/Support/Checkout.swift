import Foundation

/// The checkout that the tests were built from.
enum Checkout {
    /// The folder with `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Corpora and a scorer that some machines have beside the checkout; nil where there are none.
    static let shared: URL? = {
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
        let needed = [
            "eval/score.py", "eval/score_speakers.py", "data/polnear/dev/attributions",
            "data/news/dev/attributions", "data/speakers/dev.jsonl", "data/news/dev/speakers.jsonl",
        ]
        let isThere = needed.allSatisfy {
            FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
        }
        return isThere ? folder : nil
    }()

    /// A file or folder of `Examples`.
    ///
    /// - Parameter name: the file's name.
    /// - Returns: its path.
    static func example(_ name: String) -> String {
        root.appendingPathComponent("Examples").appendingPathComponent(name).path
    }
}

extension Checkout {
    /// A network that is small, quick, and knows nothing.
    static let tinyModel = root.appendingPathComponent(
        "Tests/SaysoEncoderTests/Fixtures/tiny-int8.safetensors"
    )
}
