/// A safetensors file whose header has been checked against its bytes.
struct Safetensors {
    /// The type of a tensor's values. Others are legal in the format, but no network of ours has them.
    enum ElementType: String {
        case uint8 = "U8"
        case int8 = "I8"
        case int32 = "I32"
        case float32 = "F32"

        var size: Int {
            switch self {
            case .uint8, .int8: 1
            case .int32, .float32: 4
            }
        }
    }

    /// A tensor's type, shape and place in the file.
    struct Tensor: Equatable {
        var type: ElementType
        var shape: [Int]
        /// Bytes of the file; as many as type and shape say.
        var bytes: Range<Int>
    }

    /// No honest header is longer; reading one needs several times its size in memory.
    static let longestHeader = 1 << 20

    let tensors: [String: Tensor]
    let metadata: [String: String]

    /// Reads and checks the header, so that each tensor's bytes are inside the file and nobody else's.
    init(_ file: UnsafeRawBufferPointer) throws(ModelError) {
        guard file.count >= 8 else {
            throw ModelError(.truncated, "a safetensors file has at least 8 bytes, this has \(file.count)")
        }
        let stated = UInt64(littleEndian: file.loadUnaligned(as: UInt64.self))
        guard stated <= Self.longestHeader else {
            throw ModelError(.malformedHeader, "this is no safetensors file, or its header is damaged")
        }
        let headerEnd = 8 + Int(stated)
        guard headerEnd <= file.count else {
            throw ModelError(.truncated, "the header of \(stated) bytes is longer than the file")
        }
        let header = try SafetensorsHeader(json: Array(file[8..<headerEnd]))
        metadata = header.metadata
        tensors = try Self.checked(header.entries, dataFrom: headerEnd, to: file.count)
    }

    private static func checked(
        _ entries: [String: SafetensorsHeader.Entry],
        dataFrom start: Int,
        to end: Int
    ) throws(ModelError) -> [String: Tensor] {
        let size = end - start
        var tensors: [String: Tensor] = [:]
        var reached = 0
        let inOrder = entries.sorted { a, b in
            (a.value.offsets.lowerBound, a.value.offsets.upperBound)
                < (b.value.offsets.lowerBound, b.value.offsets.upperBound)
        }
        for (name, entry) in inOrder {
            guard let type = ElementType(rawValue: entry.type) else {
                throw ModelError(.wrongType, "tensor '\(name)' has the unknown type '\(entry.type)'")
            }
            var bytes = type.size
            for dimension in entry.shape {
                let (product, overflow) = bytes.multipliedReportingOverflow(by: dimension)
                guard !overflow else {
                    throw ModelError(.wrongShape, "tensor '\(name)' is larger than memory: \(entry.shape)")
                }
                bytes = product
            }
            guard entry.offsets.upperBound <= size else {
                throw ModelError(.truncated, "tensor '\(name)' ends past the file's \(end) bytes")
            }
            guard entry.offsets.lowerBound == reached else {
                throw ModelError(.badOffsets, "tensor '\(name)' overlaps another or follows a gap")
            }
            guard entry.offsets.count == bytes else {
                throw ModelError(
                    .badOffsets,
                    "tensor '\(name)' has \(entry.offsets.count) bytes, its shape needs \(bytes)"
                )
            }
            reached = entry.offsets.upperBound
            let place = start + entry.offsets.lowerBound..<start + entry.offsets.upperBound
            tensors[name] = Tensor(type: type, shape: entry.shape, bytes: place)
        }
        guard reached == size else {
            throw ModelError(.badOffsets, "\(size - reached) bytes at the end belong to no tensor")
        }
        return tensors
    }
}
