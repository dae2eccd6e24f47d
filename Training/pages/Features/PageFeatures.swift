import Foundation
import SaysoArticles

/// `PageFeatures FOLDER [JUDGEMENTS]`: the blocks of each `*.html` in a folder (UTF-8), one a line: the page, the
/// block's length in words, its measures, its text; columns are parted by tabs. With a file of judgements (a line
/// for each block in the same order) the measures of the second round follow those of the first.
@main
struct PageFeatures {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else {
            FileHandle.standardError.write(Data("usage: PageFeatures FOLDER [JUDGEMENTS]\n".utf8))
            exit(2)
        }
        let folder = URL(fileURLWithPath: arguments[1])
        var judgements: [Float]?
        if arguments.count > 2 {
            let lines = try String(contentsOfFile: arguments[2], encoding: .utf8)
            judgements = lines.split(separator: "\n").compactMap { Float($0) }
        }
        var first = 0
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for name in names where name.hasSuffix(".html") {
            let page = try Data(contentsOf: folder.appendingPathComponent(name))
            let measures = BodyMeasures(Markup(html: Array(String(decoding: page, as: UTF8.self).utf8)))
            let judged = judgements.map { Array($0[first..<first + measures.count]) }
            first += measures.count
            var lines = ""
            for (index, values) in measures.values(judgements: judged).enumerated() {
                let text = String(measures.text(of: index).map { $0.isWhitespace ? " " : $0 })
                let numbers = values.map { "\($0)" }.joined(separator: " ")
                lines += "\(name.dropLast(5))\t\(measures.size(of: index))\t\(numbers)\t\(text)\n"
            }
            FileHandle.standardOutput.write(Data(lines.utf8))
        }
    }
}
