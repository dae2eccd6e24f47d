import Testing

@testable import SaysoEncoder

@Suite("Parity with PyTorch")
struct ParityTests {
    @Test("the float network gives PyTorch's logits", arguments: Kernel.available)
    func float(kernel: Kernel) throws {
        try compare(.float, kernel, within: 1e-4)
    }

    /// The sums are exact, so with windows in which no activation lies between two codes, only the floats'
    /// rounding differs.
    @Test("the int8 network gives the simulated int8's logits", arguments: Kernel.available)
    func int8(kernel: Kernel) throws {
        try compare(.int8, kernel, within: 1e-4)
    }

    private func compare(_ fixture: Fixture, _ kernel: Kernel, within tolerance: Float) throws {
        let encoder = Encoder(try fixture.model, kernel: kernel)
        let expectations = try fixture.expectations
        let outputs = encoder.encode(expectations.map(\.input))
        #expect(encoder.kernel == kernel)
        #expect(outputs.count == expectations.count)
        for (output, (_, expected)) in zip(outputs, expectations) {
            #expect(output.count == expected.count)
            let tags = distance(output.tags, expected.tags)
            let pointers = distance(output.pointers, expected.pointers)
            #expect(tags < tolerance, "tags of a window of \(output.count)")
            let names = distance(output.names, expected.names)
            #expect(pointers < tolerance, "pointers of a window of \(output.count)")
            #expect(names < tolerance, "names of a window of \(output.count)")
        }
    }
}

/// The largest difference between two lists; infinite where they differ in length or hold no numbers.
func distance(_ a: [Float], _ b: [Float]) -> Float {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { largest, pair in
        let difference = abs(pair.0 - pair.1)
        return difference.isNaN ? .infinity : max(largest, difference)
    }
}
