@testable import SaysoEncoder

/// A safetensors file in pieces, to be altered and put together again.
struct ModelFile {
    struct Tensor {
        var type: String
        var shape: [Int]
        var bytes: [UInt8]
    }

    var metadata: [String: String]
    var tensors: [String: Tensor]

    init(_ fixture: Fixture) throws {
        let bytes = fixture.bytes
        let file = try bytes.withUnsafeBytes { try Safetensors($0) }
        metadata = file.metadata
        tensors = file.tensors.mapValues { tensor in
            Tensor(type: tensor.type.rawValue, shape: tensor.shape, bytes: Array(bytes[tensor.bytes]))
        }
    }

    var bytes: [UInt8] {
        var data: [UInt8] = []
        var fields = ["\"__metadata__\":{\(metadata.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ","))}"]
        for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
            let end = data.count + tensor.bytes.count
            fields.append(
                """
                "\(name)":{"dtype":"\(tensor.type)","shape":\(tensor.shape),\
                "data_offsets":[\(data.count),\(end)]}
                """
            )
            data += tensor.bytes
        }
        return safetensors("{\(fields.joined(separator: ","))}", data)
    }

    /// Overwrites one value of a tensor.
    mutating func set<Value: BitwiseCopyable>(_ value: Value, at index: Int, of name: String) {
        tensors[name]?.bytes.withUnsafeMutableBytes { bytes in
            bytes.storeBytes(of: value, toByteOffset: index * MemoryLayout<Value>.stride, as: Value.self)
        }
    }
}

/// The bytes of a safetensors file.
func safetensors(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
    let size = UInt64(header.utf8.count).littleEndian
    return withUnsafeBytes(of: size, Array.init) + Array(header.utf8) + data
}

/// A generator that gives the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    // SplitMix64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
