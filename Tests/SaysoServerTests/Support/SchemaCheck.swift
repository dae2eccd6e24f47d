import Foundation

/// Holds JSON to the schemas of an OpenAPI document: the words of JSON Schema that ours uses, and no others.
struct SchemaCheck {
    let document: [String: Any]

    /// Follows a reference within the document.
    func resolved(_ value: [String: Any]) -> [String: Any] {
        guard let reference = value["$ref"] as? String else { return value }
        var found: Any? = document
        for name in reference.dropFirst(2).split(separator: "/") {
            found = (found as? [String: Any])?[String(name)]
        }
        return found as? [String: Any] ?? [:]
    }

    /// What is wrong with a value, each with its place; empty when it is as the schema wants.
    func flaws(of value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
        let schema = resolved(schema)
        var flaws: [String] = []
        func note(_ text: String) { flaws.append("\(place): \(text)") }
        for name in schema.keys where !Self.known.contains(name) { note("the check knows no “\(name)”") }
        if let types = schema["type"].map({ $0 as? [String] ?? [$0 as? String ?? ""] }) {
            if !types.contains(where: { Self.isOf(type: $0, value) }) {
                note("\(Self.type(of: value)) instead of \(types)")
                return flaws
            }
        }
        if let all = schema["enum"] as? [String], (value as? String).map(all.contains) != true {
            note("“\(value)” is none of \(all)")
        }
        if let only = schema["const"] as? NSObject, only != value as? NSObject {
            note("\(value) is not \(only)")
        }
        for name in ["oneOf", "anyOf"] {
            guard let choices = schema[name] as? [[String: Any]] else { continue }
            let fitting = choices.count { self.flaws(of: value, $0, at: place).isEmpty }
            if fitting == 0 || name == "oneOf" && fitting > 1 { note("\(fitting) of \(name) fit") }
        }
        switch value {
        case let text as String:
            if let least = schema["minLength"] as? Int, text.unicodeScalars.count < least {
                note("too short")
            }
            if let pattern = schema["pattern"] as? String,
                text.range(of: pattern, options: .regularExpression) == nil
            {
                note("“\(text)” is not like \(pattern)")
            }
        case let list as [Any]:
            if let least = schema["minItems"] as? Int, list.count < least { note("too few items") }
            if let most = schema["maxItems"] as? Int, list.count > most { note("too many items") }
            if let items = schema["items"] as? [String: Any] {
                for (index, item) in list.enumerated() {
                    flaws += self.flaws(of: item, items, at: "\(place)[\(index)]")
                }
            }
        case let members as [String: Any]:
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for name in schema["required"] as? [String] ?? [] where members[name] == nil {
                note("no \(name)")
            }
            if let least = schema["minProperties"] as? Int, members.count < least { note("too few members") }
            if let most = schema["maxProperties"] as? Int, members.count > most { note("too many members") }
            for (name, member) in members {
                if let property = properties[name] {
                    flaws += self.flaws(of: member, property, at: "\(place).\(name)")
                } else if schema["additionalProperties"] as? Bool == false {
                    note("“\(name)” is not in the document")
                }
            }
        case let number as NSNumber where !Self.isBoolean(number):
            if let least = schema["minimum"] as? Double, number.doubleValue < least { note("too small") }
            if let most = schema["maximum"] as? Double, number.doubleValue > most { note("too large") }
        default: break
        }
        return flaws
    }

    private static let known: Set<String> = [
        "type", "enum", "const", "oneOf", "anyOf", "minLength", "pattern", "minItems", "maxItems", "items",
        "properties", "required", "minProperties", "maxProperties", "additionalProperties", "minimum",
        "maximum",
        "description", "examples",
    ]

    private static func isOf(type: String, _ value: Any) -> Bool {
        switch type {
        case "integer":
            (value as? NSNumber).map { !isBoolean($0) && $0.doubleValue.rounded() == $0.doubleValue } ?? false
        default: self.type(of: value) == type
        }
    }

    private static func type(of value: Any) -> String {
        switch value {
        case is NSNull: "null"
        case is String: "string"
        case is [Any]: "array"
        case is [String: Any]: "object"
        case let number as NSNumber: isBoolean(number) ? "boolean" : "number"
        default: "unknown"
        }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
    }
}
