#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@testable import SaysoEncoder

/// The files beside these tests; `Training/sayso_training/parity.py` writes them.
enum Fixture: String, CaseIterable {
    case int8 = "tiny-int8"
    case float = "tiny-float"

    /// The bytes of the model's file.
    var bytes: [UInt8] { Self.read("\(rawValue).safetensors") }

    /// The model.
    var model: EncoderModel {
        get throws { try EncoderModel(bytes: bytes) }
    }

    /// Windows, and what PyTorch says of them.
    var expectations: [(input: EncoderInput, output: EncoderOutput)] {
        get throws {
            let bytes = Self.read("\(rawValue)-expected.safetensors")
            return try bytes.withUnsafeBytes { file in
                let tensors = try Safetensors(file).tensors
                let reader = TensorReader(file: file, tensors: tensors)
                func count(_ name: String) -> Int { tensors[name]?.shape.first ?? 0 }
                func octets(_ name: String) throws -> [UInt8] { try Array(file[reader.tensor(name).bytes]) }

                var pieces = try reader.integers("pieces", [count("pieces")])[...]
                var shapes = try octets("shapes")[...]
                var quotations = try octets("quotations")[...]
                var tags = try reader.floats("tags", count("tags"))[...]
                var pointers = try reader.floats("pointers", count("pointers"))[...]
                var names = try reader.floats("names", count("names"))[...]
                return try reader.integers("lengths", [count("lengths")]).map { length in
                    let count = Int(length)
                    return (
                        EncoderInput(
                            pieces: pieces.take(count),
                            shapes: shapes.take(count),
                            quotations: quotations.take(count)
                        ),
                        EncoderOutput(
                            count: count,
                            tags: tags.take(7 * count),
                            pointers: pointers.take(2 * count * count),
                            names: names.take(10 * count)
                        )
                    )
                }
            }
        }
    }

    private static func read(_ name: String) -> [UInt8] {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        guard let file = fopen("/\(folder)/Fixtures/\(name)", "rb") else {
            fatalError("there is no fixture \(name); see Training/sayso_training/parity.py")
        }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
    }
}

extension ArraySlice {
    /// Takes the first elements away.
    fileprivate mutating func take(_ count: Int) -> [Element] {
        defer { self = dropFirst(count) }
        return Array(prefix(count))
    }
}
