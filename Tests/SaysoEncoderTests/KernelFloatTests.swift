import CSaysoKernels
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@testable import SaysoEncoder

/// The float parts of each kernel against plain Swift in double precision.
@Suite("Kernels on floats")
struct KernelFloatTests {
    private static func random(_ count: Int, _ seed: UInt64, spread: Float = 2) -> [Float] {
        var generator = SeededGenerator(seed)
        return (0..<count).map { _ in .random(in: -spread...spread, using: &generator) }
    }

    @Test("GELU is within 1e-5 of the exact one", arguments: Kernel.available)
    func gelu(kernel: Kernel) throws {
        let kernels = kernel.functions!.pointee
        // a layer of one input with weight 1 lets values pass through
        let weights: [Float] = Array(repeating: 1, count: 32)
        let matrix = WeightMatrix(rows: 32, columns: 1, bytes: 0..<128, scales: nil)
        let linear = weights.withUnsafeBytes { bytes in
            PackedLinear(
                LinearWeights(matrix: matrix, bias: Array(repeating: 0, count: 32)),
                of: bytes,
                for: kernels
            )
        }
        let values = (0...4000).map { Float($0 - 2000) / 200 } + [-100, 100, -0.0]
        var results = [Float](repeating: 0, count: 32 * values.count)
        var layer = linear.c
        values.withUnsafeBufferPointer { values in
            results.withUnsafeMutableBufferPointer { results in
                var from = sayso_rows(
                    values: values.baseAddress,
                    value_stride: 1,
                    codes: nil,
                    code_stride: 0,
                    scales: nil
                )
                var target = sayso_target(
                    values: results.baseAddress!,
                    row_stride: 32,
                    block_stride: 32,
                    gelu: true
                )
                kernels.multiply(&layer, &from, Int64(values.count), &target)
            }
        }
        for (index, value) in values.enumerated() {
            let x = Double(value)
            let exact = 0.5 * x * (1 + erf(x / 2.0.squareRoot()))
            #expect(abs(Double(results[32 * index + 31]) - exact) < 1e-5, "GELU of \(value)")
        }
    }

    @Test("layer normalisation", arguments: Kernel.available)
    func normalisation(kernel: Kernel) throws {
        let kernels = kernel.functions!.pointee
        let width = 96
        let rows = 3
        var values = Self.random(rows * width, 1)
        let added = Self.random(rows * width, 2)
        let weight = Self.random(width, 3)
        let bias = Self.random(width, 4)
        let before = values
        withUnsafePointers(weight, bias) { weight, bias in
            var norm = sayso_norm(weight: weight, bias: bias)
            var codes = sayso_codes(codes: nil, code_stride: 0, scales: nil)
            kernels.add_and_normalise(&values, added, Int64(width), Int64(rows), &norm, &codes)
        }
        for row in 0..<rows {
            let places = row * width..<(row + 1) * width
            let sums = places.map { Double(before[$0]) + Double(added[$0]) }
            let mean = sums.reduce(0, +) / Double(width)
            let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
            for (index, place) in places.enumerated() {
                let exact = (sums[index] - mean) / variance.squareRoot() * Double(weight[index])
                expect(values[place], exact + Double(bias[index]))
            }
        }
    }

    @Test("attention", arguments: Kernel.available)
    func attention(kernel: Kernel) throws {
        let kernels = kernel.functions!.pointee
        let heads = 2
        for count in [1, 2, 7, 8, 12, 13, 16, 17, 31, 32, 33, 50] {
            let blocks = Self.random(3 * heads * count * 32, 6)
            var context = [Float](repeating: .nan, count: count * heads * 32)
            var scratch = [Float](repeating: .nan, count: Int(sayso_attention_scratch(Int64(count))))
            kernels.attend(
                blocks,
                Int64(32 * count),
                Int64(heads),
                Int64(count),
                &context,
                Int64(32 * heads),
                &scratch
            )
            for head in 0..<heads {
                func value(_ part: Int, _ row: Int, _ index: Int) -> Double {
                    Double(blocks[((part * heads + head) * count + row) * 32 + index])
                }
                for row in 0..<count {
                    let weights = (0..<count).map { other in
                        exp(
                            (0..<32).reduce(0) { $0 + value(0, row, $1) * value(1, other, $1) }
                                / 32.0.squareRoot()
                        )
                    }
                    let total = weights.reduce(0, +)
                    for index in 0..<32 {
                        let exact = (0..<count).reduce(0) { $0 + weights[$1] * value(2, $1, index) } / total
                        expect(context[(row * heads + head) * 32 + index], exact)
                    }
                }
            }
        }
    }

    @Test("attention where one score is far above the others", arguments: Kernel.available)
    func extremeAttention(kernel: Kernel) throws {
        let count = 20
        var blocks = [Float](repeating: 0, count: 3 * count * 32)
        for row in 0..<count {
            blocks[row * 32] = 1000
            blocks[(count + row) * 32] = row == 3 ? 1000 : -1000
            blocks[(2 * count + row) * 32 + 5] = Float(row)
        }
        var context = [Float](repeating: .nan, count: count * 32)
        var scratch = [Float](repeating: .nan, count: Int(sayso_attention_scratch(Int64(count))))
        kernel.functions!.pointee.attend(blocks, Int64(32 * count), 1, Int64(count), &context, 32, &scratch)
        for row in 0..<count {
            expect(context[row * 32 + 5], 3)
        }
    }

    @Test("pointers' scores", arguments: Kernel.available)
    func pointers(kernel: Kernel) throws {
        let width = 48
        for count in [1, 5, 16, 17, 33, 40] {
            let queries = Self.random(count * width, 7)
            let keys = Self.random(count * width, 8)
            var scores = [Float](repeating: .nan, count: count * count)
            var scratch = [Float](
                repeating: .nan,
                count: Int(sayso_pointer_scratch(Int64(count), Int64(width)))
            )
            kernel.functions!.pointee.point(
                queries,
                keys,
                Int64(width),
                Int64(width),
                Int64(count),
                &scores,
                &scratch
            )
            for i in 0..<count {
                for j in 0..<count {
                    let dot = (0..<width).reduce(0.0) { sum, k in
                        sum + Double(queries[i * width + k]) * Double(keys[j * width + k])
                    }
                    expect(scores[i * count + j], dot / Double(width).squareRoot())
                }
            }
        }
    }

    /// Within 1e-5 of the exact value, relative to it or to 1.
    private func expect(
        _ value: Float,
        _ exact: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(abs(Double(value) - exact) <= 1e-5 * max(1, abs(exact)), sourceLocation: sourceLocation)
    }
}

private func withUnsafePointers(
    _ a: [Float],
    _ b: [Float],
    _ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Void
) {
    a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in body(a.baseAddress!, b.baseAddress!) }
    }
}
