import Foundation
import SaysoArchives
import SaysoArticles
import TestSupport
import Testing

/// Pages of real outlets: every character of every article leads back to the bytes that spell it.
@Suite struct PagePlacesTests {
    static let folders: [URL] = {
        let root = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
        }
        let data = root.deletingLastPathComponent().appendingPathComponent("shared/data")
        return ["pages/html", "dates/html"].map { data.appendingPathComponent($0) }.filter {
            FileManager.default.fileExists(atPath: $0.path)
        }
    }()

    @Test(.enabled(if: !folders.isEmpty, "the corpora are not there"), arguments: folders)
    func placesAreExact(folder: URL) throws {
        var articles = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let file = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            let source = ContentCoding.isGzip(file) ? ContentCoding.gzip.decode(file).bytes : file
            guard let article = try? Article(page: source) else { continue }
            articles += 1
            #expect(article.brokenPlaces(in: source) == [], "\(name)")
        }
        #expect(articles > 90)
    }
}
