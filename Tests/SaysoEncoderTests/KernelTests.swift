import CSaysoKernels
import Testing

@testable import SaysoEncoder

@Suite("Kernels")
struct KernelTests {
    /// Rows, inputs, outputs: none a multiple of anything in some.
    static let sizes = [
        (1, 1, 1), (2, 3, 5), (5, 4, 16), (11, 7, 33), (12, 8, 32), (13, 30, 31), (23, 33, 65), (25, 64, 96),
        (37, 129, 7), (48, 384, 40), (70, 128, 70), (33, 1536, 32),
    ]

    @Test("sums of codes are the same on every machine, and right", arguments: Kernel.available)
    func codeProducts(kernel: Kernel) throws {
        var generator = SeededGenerator(5)
        for (rows, inputs, outputs) in Self.sizes {
            let weights = (0..<inputs * outputs).map { _ in Int8.random(in: .min ... .max, using: &generator)
            }
            let codes = (0..<rows * inputs).map { _ in Int8.random(in: -127...127, using: &generator) }
            let result = product(kernel, codes: codes, weights: weights, rows, inputs, outputs)
            for row in 0..<rows {
                for output in 0..<outputs {
                    var sum = 0
                    for input in 0..<inputs {
                        sum += Int(codes[row * inputs + input]) * Int(weights[output * inputs + input])
                    }
                    // floats hold sums of this size exactly
                    #expect(result[row * outputs + output] == Float(sum))
                }
            }
        }
    }

    @Test(
        "the largest sums don't overflow",
        arguments: Kernel.available,
        [(Int8.min, Int8(-127)), (.min, 127), (127, -127), (127, 127)]
    )
    func largestSums(kernel: Kernel, extremes: (weight: Int8, code: Int8)) throws {
        let (weight, code) = extremes
        let inputs = 1024
        let result = product(
            kernel,
            codes: Array(repeating: code, count: 7 * inputs),
            weights: Array(repeating: weight, count: 33 * inputs),
            7,
            inputs,
            33
        )
        #expect(result.allSatisfy { $0 == Float(inputs * Int(code) * Int(weight)) })
    }

    /// One product with all scales 1 and no bias.
    private func product(
        _ kernel: Kernel,
        codes: [Int8],
        weights: [Int8],
        _ rows: Int,
        _ inputs: Int,
        _ outputs: Int
    ) -> [Float] {
        let kernels = kernel.functions!.pointee
        let matrix = WeightMatrix(
            rows: outputs,
            columns: inputs,
            bytes: 0..<weights.count,
            scales: Array(repeating: 1, count: outputs)
        )
        let linear = weights.withUnsafeBytes { bytes in
            PackedLinear(
                LinearWeights(matrix: matrix, bias: Array(repeating: 0, count: outputs)),
                of: bytes,
                for: kernels
            )
        }
        let stride = inputs.roundedUp(to: 4)
        var stored = [UInt8](repeating: 0, count: rows * stride)
        for row in 0..<rows {
            for input in 0..<inputs {
                let code = codes[row * inputs + input]
                stored[row * stride + input] = UInt8(truncatingIfNeeded: Int(code) + Int(kernels.offset))
            }
        }
        let scales = [Float](repeating: 1, count: rows)
        let width = outputs.roundedUp(to: 32)
        var results = [Float](repeating: .nan, count: rows * width)
        var layer = linear.c
        stored.withUnsafeBufferPointer { stored in
            scales.withUnsafeBufferPointer { scales in
                results.withUnsafeMutableBufferPointer { results in
                    var from = sayso_rows(
                        values: nil,
                        value_stride: 0,
                        codes: stored.baseAddress,
                        code_stride: Int64(stride),
                        scales: scales.baseAddress
                    )
                    var target = sayso_target(
                        values: results.baseAddress!,
                        row_stride: Int64(width),
                        block_stride: 32,
                        gelu: false
                    )
                    kernels.multiply(&layer, &from, Int64(rows), &target)
                }
            }
        }
        return (0..<rows).flatMap { results[$0 * width..<$0 * width + outputs] }
    }

    @Test("codes are the nearest, ties to even", arguments: Kernel.available)
    func quantisation(kernel: Kernel) throws {
        let kernels = kernel.functions!.pointee
        var values = [Float](repeating: 0, count: 64)
        values[..<10] = [127, -127, 0.5, 1.5, -0.5, -1.5, 2.49, -2.51, 126.4, 0]
        var codes = [UInt8](repeating: 9, count: 64)
        var scales: [Float] = [0, 0]
        quantise(kernels, values, width: 32, rows: 2, &codes, &scales)
        let signed = codes.map { Int8(truncatingIfNeeded: Int($0) - Int(kernels.offset)) }
        #expect(signed[..<10] == [127, -127, 0, 2, 0, -2, 2, -3, 126, 0])
        // a row of nothing but zeros has codes and scale zero
        #expect(signed[10...].allSatisfy { $0 == 0 })
        #expect(scales == [1, 0])
    }

    private func quantise(
        _ kernels: sayso_kernels,
        _ values: [Float],
        width: Int,
        rows: Int,
        _ codes: inout [UInt8],
        _ scales: inout [Float]
    ) {
        codes.withUnsafeMutableBufferPointer { codes in
            scales.withUnsafeMutableBufferPointer { scales in
                var to = sayso_codes(
                    codes: codes.baseAddress,
                    code_stride: Int64(width),
                    scales: scales.baseAddress
                )
                kernels.quantise(values, Int64(width), Int64(width), Int64(rows), &to)
            }
        }
    }
}
