import Foundation

@testable import SaysoStatements

/// The specifications of Microsoft's Recognizers-Text, which are no part of the project.
enum RecognizerSpecs {
    /// An expression that a specification finds in an input.
    struct Case {
        let input: String
        let reference: String?
        let text: String
        /// "date", "daterange", "datetime", "duration" …
        let kind: String
        let timex: String
        let modifier: String?
        /// What it can mean: a value, or a beginning and an end without it.
        let meanings: [(start: String?, end: String?)]
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../../shared/data/time").standardizedFileURL

    static let files = [
        "DateTimeModel", "DateParser", "DateTimeParser", "DatePeriodParser", "TimeParser", "DurationParser",
    ]

    static var areThere: Bool {
        FileManager.default.isReadableFile(atPath: folder.appendingPathComponent(files[0] + ".json").path)
    }

    static func cases(_ file: String) throws -> [Case] {
        var data = try Data(contentsOf: folder.appendingPathComponent(file + ".json"))
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
        let specs = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
        return specs.flatMap { spec -> [Case] in
            let context = spec["Context"] as? [String: Any]
            let results = spec["Results"] as? [[String: Any]] ?? []
            return results.compactMap { result in
                guard let input = spec["Input"] as? String, let text = result["Text"] as? String else {
                    return nil
                }
                let reference = context?["ReferenceDateTime"] as? String
                return result["Resolution"] == nil
                    ? parsed(input, reference, text, result) : modelled(input, reference, text, result)
            }
        }
    }

    private static func modelled(
        _ input: String,
        _ reference: String?,
        _ text: String,
        _ result: [String: Any]
    )
        -> Case?
    {
        let resolution = result["Resolution"] as? [String: Any]
        guard let values = resolution?["values"] as? [[String: String]], let first = values.first else {
            return nil
        }
        let kind = (result["TypeName"] as? String ?? "datetimeV2.").dropFirst("datetimeV2.".count)
        return Case(
            input: input,
            reference: reference,
            text: text,
            kind: kind.isEmpty ? first["type"] ?? "" : String(kind),
            timex: first["timex"] ?? "",
            modifier: first["Mod"],
            meanings: values.map { value in
                value["value"].map { ($0, nil) } ?? (value["start"], value["end"])
            }
        )
    }

    private static func parsed(_ input: String, _ reference: String?, _ text: String, _ result: [String: Any])
        -> Case?
    {
        guard let value = result["Value"] as? [String: Any] else { return nil }
        let meanings = ["PastResolution", "FutureResolution"].compactMap {
            key -> (start: String?, end: String?)? in
            guard let named = value[key] as? [String: String], !named.isEmpty else { return nil }
            let start = ["date", "dateTime", "time", "startDate", "startDateTime", "startTime", "duration"]
                .lazy.compactMap { named[$0] }.first
            return (start, ["endDate", "endDateTime", "endTime"].lazy.compactMap { named[$0] }.first)
        }
        return Case(
            input: input,
            reference: reference,
            text: text,
            kind: result["Type"] as? String ?? "",
            timex: value["Timex"] as? String ?? "",
            modifier: value["Mod"] as? String,
            meanings: meanings
        )
    }
}
