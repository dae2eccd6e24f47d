import Foundation
@testable import SaysoArticles
import Testing

/// Other people's feeds, each with a comment that says what should come out of it.
@Suite struct FeedCorpusTests {
    /// The corpus beside the checkout; nil where there is none.
    static let folder: URL? = {
        let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
        }
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/data/feeds")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    private static let sourceAddress = "http://127.0.0.1:8097/"
    /// The part of the expectations about what we have that must be met.
    private static let floor = 0.95

    @Test(.enabled(if: folder != nil, "the corpus is not there"))
    func expectationsAreMet() throws {
        let folder = try #require(Self.folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".json") }.sorted()
        var (judged, met, missed) = (0, 0, [String]())
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
            let type = Self.value(of: "Content-type", in: head)
            guard let decoded = try? DecodedText(xml: bytes, contentType: type) else { continue }
            let comment = String(decoding: decoded.bytes.prefix(20_000), as: UTF8.self)
            let served = URIReference(name).resolved(against: URIReference(Self.sourceAddress))
            let stated = Self.value(of: "Content-Location", in: comment).map(URIReference.init)?
                .resolved(against: served)
            let address = (stated?.isWeb == true ? stated : served)?.description
            let feed = Feed(decoded.bytes, address: address)
            guard let text = Self.value(of: "Expect", in: comment),
                let expectation = try? FeedExpectation(text)
            else { continue }
            judged += 1
            if let feed, try expectation.isMet(by: feed) {
                met += 1
            } else {
                missed.append("\(name): \(text)")
            }
        }
        print("\(names.count) feeds, \(judged) with an expectation about what we have, \(met) of them met")
        for line in missed { print("  not met: \(line)") }
        #expect(names.count > 1000)
        #expect(Double(met) >= Self.floor * Double(judged))
    }

    /// What follows a name and a colon in a comment, up to the end of the line or the comment.
    private static func value(of name: String, in comment: String) -> String? {
        guard let start = comment.firstRange(of: name + ":")?.upperBound else { return nil }
        let line = comment[start...].prefix { !$0.isNewline }
        let end = line.firstRange(of: "-->")?.lowerBound ?? line.endIndex
        return line[..<end].trimmingCharacters(in: .whitespaces)
    }
}
