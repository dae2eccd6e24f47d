/// The header of a safetensors file: names, types, shapes and places of tensors, and metadata.
struct SafetensorsHeader: Equatable {
    /// One entry as the header states it; offsets count from the header's end.
    struct Entry: Equatable {
        var type: String
        var shape: [Int]
        var offsets: Range<Int>
    }

    var entries: [String: Entry] = [:]
    var metadata: [String: String] = [:]
}

extension SafetensorsHeader {
    /// Reads the header's JSON.
    ///
    /// The format allows little: an object of objects, strings and arrays of whole numbers, so no more JSON
    /// than that is understood, and nothing nests deeper than the code here does.
    init(json: [UInt8]) throws(ModelError) {
        var reader = HeaderReader(bytes: json)
        var names: Set<String> = []
        var entries: [String: Entry] = [:]
        var metadata: [String: String]?
        try reader.object { reader, name throws(ModelError) in
            guard names.insert(name).inserted else {
                throw ModelError(.duplicateName, "the header names '\(name)' twice")
            }
            if name == "__metadata__" {
                metadata = try reader.strings()
            } else {
                entries[name] = try Self.entry(named: name, from: &reader)
            }
        }
        try reader.end()
        self.entries = entries
        self.metadata = metadata ?? [:]
    }

    private static func entry(named name: String, from reader: inout HeaderReader) throws(ModelError) -> Entry
    {
        var type: String?
        var shape: [Int]?
        var offsets: [Int]?
        try reader.object { reader, key throws(ModelError) in
            switch key {
            case "dtype" where type == nil: type = try reader.string()
            case "shape" where shape == nil: shape = try reader.numbers(atMost: 8)
            case "data_offsets" where offsets == nil: offsets = try reader.numbers(atMost: 2)
            case "dtype", "shape", "data_offsets":
                throw ModelError(.duplicateName, "tensor '\(name)' states '\(key)' twice")
            default:
                throw ModelError(.malformedHeader, "tensor '\(name)' has an unknown field '\(key)'")
            }
        }
        guard let type, let shape, let offsets, offsets.count == 2 else {
            throw ModelError(.malformedHeader, "tensor '\(name)' lacks its type, shape or two offsets")
        }
        guard offsets[0] <= offsets[1] else {
            throw ModelError(.badOffsets, "tensor '\(name)' ends before it begins")
        }
        return Entry(type: type, shape: shape, offsets: offsets[0]..<offsets[1])
    }
}

extension HeaderReader {
    /// An object whose values are all strings.
    fileprivate mutating func strings() throws(ModelError) -> [String: String] {
        var all: [String: String] = [:]
        try object { reader, name throws(ModelError) in
            let value = try reader.string()
            guard all.updateValue(value, forKey: name) == nil else {
                throw ModelError(.duplicateName, "the metadata name '\(name)' twice")
            }
        }
        return all
    }
}
