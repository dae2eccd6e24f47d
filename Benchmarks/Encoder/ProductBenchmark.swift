import CSaysoKernels
import SaysoEncoder

/// One of the network's matrix products: int8 codes by int8 weights, to floats with a bias.
final class ProductBenchmark {
    let name: String
    let inputs: Int
    let outputs: Int
    let rows: Int
    private let kernels: sayso_kernels
    private let gelu: Bool
    private let panels: UnsafeMutableRawPointer
    private let floats: UnsafeMutableRawPointer
    private let codes: UnsafeMutableRawPointer
    private let results: UnsafeMutableRawPointer

    init(_ name: String, inputs: Int, outputs: Int, rows: Int, gelu: Bool = false, kernel: Kernel) {
        self.name = name
        self.inputs = inputs
        self.outputs = outputs
        self.rows = rows
        self.gelu = gelu
        kernels = kernel.functions!.pointee
        panels = Self.memory(inputs * outputs) { UInt8(truncatingIfNeeded: $0 &* 167 >> 3) }
        codes = Self.memory(rows * inputs) { UInt8(truncatingIfNeeded: $0 &* 91 >> 2) }
        floats = Self.memory(4 * (3 * outputs + rows)) { _ in 0 }
        results = Self.memory(4 * rows * outputs) { _ in 0 }
    }

    deinit {
        for memory in [panels, floats, codes, results] { memory.deallocate() }
    }

    private static func memory(_ count: Int, _ byte: (Int) -> UInt8) -> UnsafeMutableRawPointer {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 64)
        for index in 0..<count { memory.storeBytes(of: byte(index), toByteOffset: index, as: UInt8.self) }
        return memory
    }

    /// Multiplications with addition in one run.
    var multiplications: Double { Double(rows * inputs * outputs) }

    func run() {
        let perOutput = floats.assumingMemoryBound(to: Float.self)
        var linear = sayso_linear(
            inputs: Int64(inputs),
            outputs: Int64(outputs),
            panels: panels,
            scales: perOutput,
            bias: perOutput + outputs,
            corrections: UnsafeRawPointer(perOutput + 2 * outputs).assumingMemoryBound(to: Int32.self)
        )
        var from = sayso_rows(
            values: nil,
            value_stride: 0,
            codes: codes.assumingMemoryBound(to: UInt8.self),
            code_stride: Int64(inputs),
            scales: perOutput + 3 * outputs
        )
        var target = sayso_target(
            values: results.assumingMemoryBound(to: Float.self),
            row_stride: Int64(outputs),
            block_stride: 32,
            gelu: gelu
        )
        kernels.multiply(&linear, &from, Int64(rows), &target)
    }
}

/// Attention of a window's rows to each other, all heads of one layer.
final class AttentionBenchmark {
    private let kernels: sayso_kernels
    private let rows: Int
    private let heads: Int
    private var blocks: [Float]
    private var context: [Float]
    private var scratch: [Float]

    init(rows: Int, heads: Int, kernel: Kernel) {
        kernels = kernel.functions!.pointee
        self.rows = rows
        self.heads = heads
        blocks = (0..<3 * heads * rows * 32).map { Float($0 % 31) / 31 - 0.5 }
        context = Array(repeating: 0, count: rows * heads * 32)
        scratch = Array(repeating: 0, count: Int(sayso_attention_scratch(Int64(rows))))
    }

    func run() {
        kernels.attend(
            &blocks,
            Int64(32 * rows),
            Int64(heads),
            Int64(rows),
            &context,
            Int64(32 * heads),
            &scratch
        )
    }
}
