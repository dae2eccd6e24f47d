import Foundation
import Testing

@testable import SaysoEncoder

@Suite("Reading a model")
struct EncoderModelTests {
    @Test("a good file gives its sizes", arguments: Fixture.allCases)
    func goodFile(fixture: Fixture) throws {
        let model = try fixture.model
        #expect(model.configuration.width == 64)
        #expect(model.configuration.heads == 2)
        #expect(model.configuration.feedForward == 96)
        #expect(model.configuration.pointerWidth == 16)
        #expect(model.configuration.positions == 40)
        #expect(model.configuration.window == 24)
        #expect(model.configuration.name == fixture.rawValue)
        #expect(model.transitions.count == 49)
        #expect(model.start.count == 7)
        #expect(model.special.unknown == 1)
    }

    @Test("a file put together again is the same model")
    func roundTrip() throws {
        let model = try EncoderModel(bytes: ModelFile(.int8).bytes)
        let input = EncoderInput(pieces: [2, 9, 3], shapes: [0, 1, 2], quotations: [0, 1, 2])
        #expect(Encoder(model).encode([input]) == Encoder(try Fixture.int8.model).encode([input]))
    }

    @Test("a model without a head for names says nothing of them, and the same of everything else")
    func withoutNames() throws {
        var file = try ModelFile(.int8)
        file.metadata["names_layer"] = nil
        file.tensors = file.tensors.filter { !$0.key.hasPrefix("names.") }
        let model = try EncoderModel(bytes: file.bytes)
        #expect(model.configuration.names == nil)
        let windows = EncoderTests.windows([40, 3, 17], model)
        let outputs = Encoder(model).encode(windows)
        var expected = Encoder(try Fixture.int8.model).encode(windows)
        #expect(expected.map(\.names.count) == [400, 30, 170])
        for index in expected.indices { expected[index].names = [] }
        #expect(outputs == expected)
    }

    @Test("a head for names of other sizes than the metadata say is refused")
    func wrongNames() throws {
        for (name, value) in [("names_width", "64"), ("names_width", "33"), ("names_layer", "3")] {
            var file = try ModelFile(.int8)
            file.metadata[name] = value
            let error = #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
            #expect(error?.message.contains("names") == true)
        }
        // whole numbers would need codes of five neighbours
        var file = try ModelFile(.int8)
        file.tensors["names.tags.weight"] = ModelFile.Tensor(
            type: "I8",
            shape: [10, 160],
            bytes: Array(repeating: 1, count: 1600)
        )
        file.tensors["names.tags.scale"] = ModelFile.Tensor(
            type: "F32",
            shape: [10],
            bytes: Array(repeating: 0, count: 40)
        )
        let error = #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
        #expect(error?.code == .wrongType)
    }

    @Test("a model lacking any tensor is refused, by the tensor's name")
    func missingTensors() throws {
        let whole = try ModelFile(.int8)
        for name in whole.tensors.keys {
            var file = whole
            file.tensors[name] = nil
            let error = #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
            #expect(error?.code == .missingTensor)
            #expect(error?.message.contains("'\(name)'") == true, "\(name)")
        }
    }

    @Test("a tensor of another shape or type is refused, by its name")
    func wrongTensors() throws {
        let whole = try ModelFile(.int8)
        for (name, tensor) in whole.tensors {
            var file = whole
            file.tensors[name]?.shape = [1] + tensor.shape
            var error = #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
            #expect(error?.message.contains("'\(name)'") == true, "\(name)")

            file = whole
            // as many bytes, but another meaning
            file.tensors[name]?.type = ["F32": "I32", "I32": "F32", "U8": "I8", "I8": "U8"][tensor.type]!
            error = #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
            #expect(error?.code == .wrongType)
            #expect(error?.message.contains("'\(name)'") == true, "\(name)")
        }
    }

    @Test("values that make no sense are refused", arguments: [Float.nan, .infinity, -.infinity])
    func badFloats(value: Float) throws {
        for (fixture, name) in [
            (Fixture.int8, "layers.1.attention.qkv.scale"), (.int8, "tags.transitions"),
            (.float, "layers.0.attention.qkv.weight"), (.float, "embeddings.word.weight"),
            (.float, "tags.weight"),
        ] {
            var file = try ModelFile(fixture)
            file.set(value, at: 5, of: name)
            let error = #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
            #expect(error?.code == .badValues)
            #expect(error?.message.contains("'\(name)'") == true)
        }
    }

    @Test("a folding table that isn't one is refused", arguments: [-1, 0xD800, 0x110000, Int32.max])
    func badFolding(value: Int32) throws {
        for name in ["folding.scalars", "folding.values"] {
            var file = try ModelFile(.int8)
            file.set(value, at: 2, of: name)
            let error = #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
            #expect(error?.code == .badValues)
        }
    }

    @Test(
        "sizes that the network can't have are refused",
        arguments: [
            ("format", "other"), ("version", "2"), ("layers", "0"), ("layers", "three"), ("width", "65"),
            ("width", "96"), ("heads", "3"), ("feed_forward", "-96"),
            ("pointer_width", "99999999999999999999"),
            ("positions", "1000000"), ("window", "41"), ("window", ""),
        ]
    )
    func badSizes(name: String, value: String) throws {
        var file = try ModelFile(.int8)
        file.metadata[name] = value
        #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
        file.metadata[name] = nil
        #expect(throws: ModelError.self) { try EncoderModel(bytes: file.bytes) }
    }

    /// `SAYSO_FUZZ_CASES` sets how many inputs are tried; a debug build takes ten times as long for each.
    static let fuzzCases =
        ProcessInfo.processInfo.environment["SAYSO_FUZZ_CASES"].flatMap { Int($0) }
        ?? (isOptimised ? 20_000 : 1_000)

    @Test("whatever is changed in a file, reading and running it ends well")
    func damagedFilesFuzz() throws {
        let whole = Fixture.int8.bytes
        let header = 8 + Int(whole[0]) + Int(whole[1]) << 8
        var generator = SeededGenerator(7)
        var read = 0
        for _ in 0..<Self.fuzzCases {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                // most of what can go wrong is in the header
                let inHeader = Int.random(in: 0..<8, using: &generator) > 0
                Self.damage(&bytes, in: inHeader ? 0..<min(header, bytes.count) : 0..<bytes.count, &generator)
            }
            guard let model = try? EncoderModel(bytes: bytes) else { continue }
            read += 1
            if read.isMultiple(of: 8) {
                let ids = Wordpieces(model).pieces(of: "Harbour".utf8)
                let input = EncoderInput(pieces: ids, shapes: [9, 1], quotations: [])
                #expect(Encoder(model).encode([input]).first?.count == ids.count)
            }
        }
        #expect(read > 0)
    }

    private static func damage(
        _ bytes: inout [UInt8],
        in range: Range<Int>,
        _ generator: inout SeededGenerator
    ) {
        guard !range.isEmpty else { return }
        let place = Int.random(in: range, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[place] = .random(in: 0...255, using: &generator)
        case 2: bytes[place] = Array("0123456789{}[]\",:\\-".utf8).randomElement(using: &generator)!
        case 3: bytes.remove(at: place)
        case 4: bytes.insert(.random(in: 0x20..<0x7F, using: &generator), at: place)
        default:
            bytes.removeSubrange(place..<min(bytes.count, place + .random(in: 1..<64, using: &generator)))
        }
    }
}

/// Whether the tests were compiled with optimisation: assertions are left out then.
var isOptimised: Bool {
    var optimised = true
    assert(
        {
            optimised = false
            return true
        }()
    )
    return optimised
}
