import Testing

@testable import SaysoEncoder

@Suite("The encoder")
struct EncoderTests {
    static func windows(_ lengths: [Int], _ model: EncoderModel) -> [EncoderInput] {
        var generator = SeededGenerator(11)
        return lengths.map { length in
            EncoderInput(
                pieces: (0..<length).map { _ in
                    .random(in: 0..<Int32(model.vocabularyCount), using: &generator)
                },
                shapes: (0..<length).map { _ in .random(in: 0..<7, using: &generator) },
                quotations: (0..<length).map { _ in .random(in: 0..<8, using: &generator) }
            )
        }
    }

    static let lengths = [1, 40, 2, 0, 17, 33, 12, 13, 24, 25, 40, 40, 40, 7, 39, 0, 31, 40, 16, 5, 40, 38]

    @Test(
        "a window's output doesn't depend on the windows beside it, to the bit",
        arguments: Kernel.available,
        Fixture.allCases
    )
    func grouping(kernel: Kernel, fixture: Fixture) throws {
        let encoder = Encoder(try fixture.model, kernel: kernel)
        let windows = Self.windows(Self.lengths, encoder.model)
        let together = encoder.encode(windows)
        #expect(together.map(\.count) == Self.lengths)
        #expect(windows.map { encoder.encode([$0])[0] } == together)
        #expect(encoder.encode(windows.reversed()) == together.reversed())
        var inPairs: [EncoderOutput] = []
        for first in stride(from: 0, to: windows.count, by: 2) {
            inPairs += encoder.encode(Array(windows[first..<min(first + 2, windows.count)]))
        }
        #expect(inPairs == together)
    }

    @Test("many threads get what one gets")
    func threads() async throws {
        let encoder = Encoder(try Fixture.int8.model)
        let windows = Self.windows(Self.lengths, encoder.model)
        let expected = encoder.encode(windows)
        let agreed = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask { @concurrent in encoder.encode(windows) == expected }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(agreed)
    }

    @Test("what is out of range is taken as unknown, and what is too long is cut")
    func outOfRange() throws {
        let encoder = Encoder(try Fixture.int8.model)
        let unknown = encoder.model.special.unknown
        let odd = EncoderInput(
            pieces: [2, -1, 1 << 30, .min, .max, 3],
            shapes: [1, 7, 255],
            quotations: [8, 3]
        )
        let tame = EncoderInput(
            pieces: [2, unknown, unknown, unknown, unknown, 3],
            shapes: [1, 0, 0, 0, 0, 0],
            quotations: [0, 3, 0, 0, 0, 0]
        )
        #expect(encoder.encode([odd]) == encoder.encode([tame]))

        let long = EncoderInput(
            pieces: Array(repeating: 9, count: 1000),
            shapes: Array(repeating: 1, count: 1000),
            quotations: Array(repeating: 1, count: 1000)
        )
        var cut = long
        cut.pieces = Array(long.pieces.prefix(40))
        let outputs = encoder.encode([long, cut])
        #expect(outputs[0] == outputs[1])
        #expect(outputs[0].count == 40)
        #expect(encoder.encode([]) == [])
        #expect(encoder.encode([EncoderInput(pieces: [], shapes: [], quotations: [])])[0].count == 0)
    }

    @Test("an instruction set that the machine lacks is replaced by the portable one")
    func missingKernel() throws {
        for kernel in Kernel.allCases where kernel.functions == nil {
            #expect(Encoder(try Fixture.int8.model, kernel: kernel).kernel == .portable)
        }
        #expect(Kernel.available.first == .portable)
        #expect(Kernel.best == Kernel.available.last)
    }
}
