import Testing

@testable import SaysoEncoder

@Suite("Reading safetensors")
struct SafetensorsTests {
    static let good = safetensors(
        """
        {"__metadata__":{"a\\u00e9\\ud83d\\ude00\\n":"b"},
        "x" : {"dtype":"I8","shape":[2,3],"data_offsets":[0,6]},
        "y":{"shape":[],"data_offsets":[6,10],"dtype":"F32"},
        "empty":{"dtype":"F32","shape":[0,9],"data_offsets":[6,6]}}\u{20}
        """,
        Array(0..<10)
    )

    func read(_ bytes: [UInt8]) throws(ModelError) -> Safetensors {
        try bytes.span.bytes.withUnsafeBytes { file throws(ModelError) in try Safetensors(file) }
    }

    @Test("a file gives its tensors and metadata")
    func goodFile() throws {
        let file = try read(Self.good)
        let start = Self.good.count - 10
        #expect(file.metadata == ["aé😀\n": "b"])
        #expect(
            file.tensors == [
                "x": Safetensors.Tensor(type: .int8, shape: [2, 3], bytes: start..<start + 6),
                "y": Safetensors.Tensor(type: .float32, shape: [], bytes: start + 6..<start + 10),
                "empty": Safetensors.Tensor(type: .float32, shape: [0, 9], bytes: start + 6..<start + 6),
            ]
        )
    }

    @Test("a file cut anywhere is refused")
    func cut() {
        for length in 0..<Self.good.count {
            #expect(throws: ModelError.self) { try read(Array(Self.good.prefix(length))) }
        }
        #expect(throws: ModelError.self) { try read(Self.good + [0]) }
    }

    static let hostile: [(header: String, code: ModelError.Code)] = [
        ("", .malformedHeader),
        ("[]", .malformedHeader),
        ("{", .malformedHeader),
        ("{}x", .malformedHeader),
        ("{\"x\"}", .malformedHeader),
        ("{\"x\":{}}", .malformedHeader),
        ("{\"x\":{},}", .malformedHeader),
        ("{\"\\x\":{}}", .malformedHeader),
        ("{\"\\ud800\":{}}", .malformedHeader),
        ("{\"\\ud800\\ud800\":{}}", .malformedHeader),
        ("{\"\\u12", .malformedHeader),
        ("{\"a\u{1}\":{}}", .malformedHeader),
        ("{\"__metadata__\":{\"a\":1}}", .malformedHeader),
        ("{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", .duplicateName),
        ("{\"__metadata__\":{},\"__metadata__\":{}}", .duplicateName),
        (tensor("I8", "[4]", "0,4") + tensor("I8", "[4]", "0,4"), .duplicateName),
        (tensor("I8\",\"dtype\":\"I8", "[4]", "0,4"), .duplicateName),
        (tensor("I8\",\"other\":\"I8", "[4]", "0,4"), .malformedHeader),
        (tensor("I9", "[4]", "0,4"), .wrongType),
        (tensor("BF16", "[2]", "0,4"), .wrongType),
        (tensor("I8", "4", "0,4"), .malformedHeader),
        (tensor("I8", "[-4]", "0,4"), .malformedHeader),
        (tensor("I8", "[4.0]", "0,4"), .malformedHeader),
        (tensor("I8", "[04]", "0,4"), .malformedHeader),
        (tensor("I8", "[1,1,1,1,1,1,1,1,4]", "0,4"), .malformedHeader),
        (tensor("I8", "[99999999999999999999]", "0,4"), .malformedHeader),
        (tensor("I8", "[4294967296,4294967296]", "0,4"), .wrongShape),
        (tensor("F32", "[4611686018427387904]", "0,4"), .wrongShape),
        (tensor("I8", "[9223372036854775807]", "0,9223372036854775807"), .truncated),
        (tensor("I8", "[5]", "0,4"), .badOffsets),
        (tensor("I8", "[3]", "1,4"), .badOffsets),
        (tensor("I8", "[4]", "4,0"), .badOffsets),
        (tensor("I8", "[4]", "0"), .malformedHeader),
        (tensor("I8", "[4]", "0,4,4"), .malformedHeader),
        (tensor("I8", "[5]", "0,5"), .truncated),
        (tensor("I8", "[3]", "0,3"), .badOffsets),
        (tensor("I8", "[4]", "0,4") + tensor("I8", "[3]", "1,4", name: "y"), .badOffsets),
        (tensor("I8", "[2]", "0,2") + tensor("I8", "[1]", "3,4", name: "y"), .badOffsets),
    ]

    static func tensor(_ type: String, _ shape: String, _ offsets: String, name: String = "x") -> String {
        "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(offsets)]},"
    }

    @Test("a hostile header is refused for what is wrong with it", arguments: hostile)
    func hostileHeader(header: String, code: ModelError.Code) {
        let whole = header.hasPrefix("\"") ? "{\(header.dropLast())}" : header
        let error = #expect(throws: ModelError.self) { try read(safetensors(whole, [0, 0, 0, 0])) }
        #expect(error?.code == code, "\(error.map(String.init(describing:)) ?? "read")")
    }

    @Test(
        "a header that claims to be enormous is refused",
        arguments: [UInt64.max, 1 << 63, 1 << 31, 1 << 21]
    )
    func enormous(size: UInt64) {
        let bytes = withUnsafeBytes(of: size.littleEndian, Array.init) + Array(repeating: 0x20, count: 64)
        let error = #expect(throws: ModelError.self) { try read(bytes) }
        #expect(error?.code == .malformedHeader)
    }
}
