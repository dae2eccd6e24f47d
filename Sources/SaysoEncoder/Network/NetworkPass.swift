import CSaysoKernels

/// One group of windows on its way through the network.
struct NetworkPass {
    let encoder: Encoder
    private let kernels: sayso_kernels
    let windows: ArraySlice<Range<Int>>
    let scratch: Scratch
    private let sizes: ModelConfiguration
    /// The first window's first row.
    let first: Int
    private let count: Int

    init(_ encoder: Encoder, _ windows: ArraySlice<Range<Int>>, _ scratch: Scratch) {
        self.encoder = encoder
        kernels = encoder.kernel.functions!.pointee
        self.windows = windows
        self.scratch = scratch
        sizes = encoder.model.configuration
        first = windows.first?.lowerBound ?? 0
        count = (windows.last?.upperBound ?? 0) - first
    }

    func run(_ batch: WindowBatch, _ file: UnsafeRawBufferPointer) -> [EncoderOutput] {
        embed(batch, file)
        for (index, layer) in encoder.layers.enumerated() {
            attend(layer)
            feedForward(layer)
            if let names = encoder.names, names.layer == index + 1 { tagNames(names) }
        }
        multiply(encoder.tags, values, count, to: scratch.tags, stride: 32)
        let width = ModelConfiguration.pointers * sizes.pointerWidth
        multiply(encoder.queries, values, count, to: scratch.added, stride: width)
        multiply(encoder.keys, values, count, to: scratch.context, stride: width)
        return windows.map(output)
    }

    private var width: Int { sizes.width }

    /// The rows that run through the network, and their codes.
    private var values: sayso_rows { values(from: 0) }

    func values(from row: Int) -> sayso_rows {
        sayso_rows(
            values: scratch.values + row * width,
            value_stride: Int64(width),
            codes: scratch.codes + row * width,
            code_stride: Int64(width),
            scales: scratch.scales + row
        )
    }

    private var codes: sayso_codes { codes(from: 0) }

    private func codes(from row: Int) -> sayso_codes {
        sayso_codes(
            codes: scratch.codes + row * width,
            code_stride: Int64(width),
            scales: scratch.scales + row
        )
    }

    func multiply(
        _ linear: PackedLinear,
        _ rows: sayso_rows,
        _ count: Int,
        to target: UnsafeMutablePointer<Float>,
        stride: Int,
        blockStride: Int = 32,
        gelu: Bool = false
    ) {
        var linear = linear.c
        var rows = rows
        var target = sayso_target(
            values: target,
            row_stride: Int64(stride),
            block_stride: Int64(blockStride),
            gelu: gelu
        )
        kernels.multiply(&linear, &rows, Int64(count), &target)
    }

    private func embed(_ batch: WindowBatch, _ file: UnsafeRawBufferPointer) {
        var tables = encoder.embeddings.c(file)
        var norm = encoder.embeddings.norm.c
        for window in windows where !window.isEmpty {
            let row = window.lowerBound - first
            var codes = codes(from: row)
            kernels.embed(
                &tables,
                Array(batch.pieces[window]),
                Array(batch.shapes[window]),
                Array(batch.quotations[window]),
                Int64(width),
                Int64(window.count),
                scratch.values + row * width,
                &norm,
                &codes
            )
        }
    }

    /// values = norm(values + output(attention(values)))
    private func attend(_ layer: PackedLayer) {
        let blockStride = 32 * scratch.rows
        multiply(
            layer.attentionInputs,
            values,
            count,
            to: scratch.blocks,
            stride: 32,
            blockStride: blockStride
        )
        for window in windows where !window.isEmpty {
            let row = window.lowerBound - first
            kernels.attend(
                scratch.blocks + 32 * row,
                Int64(blockStride),
                Int64(sizes.heads),
                Int64(window.count),
                scratch.context + row * width,
                Int64(width),
                scratch.attention
            )
        }
        var codes = codes
        if layer.attentionOutput.isCoded {
            kernels.quantise(scratch.context, Int64(width), Int64(width), Int64(count), &codes)
        }
        var context = values
        context.values = UnsafePointer(scratch.context)
        multiply(layer.attentionOutput, context, count, to: scratch.added, stride: width)
        var norm = layer.attentionNorm.c
        kernels.add_and_normalise(scratch.values, scratch.added, Int64(width), Int64(count), &norm, &codes)
    }

    /// values = norm(values + down(gelu(up(values))))
    private func feedForward(_ layer: PackedLayer) {
        let inner = sizes.feedForward
        var norm = layer.feedForwardNorm.c
        var hiddenCodes = sayso_codes(
            codes: scratch.hiddenCodes,
            code_stride: Int64(inner),
            scales: scratch.hiddenScales
        )
        let hidden = sayso_rows(
            values: scratch.hidden,
            value_stride: Int64(inner),
            codes: scratch.hiddenCodes,
            code_stride: Int64(inner),
            scales: scratch.hiddenScales
        )
        for row in stride(from: 0, to: count, by: Scratch.feedForwardRows) {
            let here = min(Scratch.feedForwardRows, count - row)
            multiply(layer.up, values(from: row), here, to: scratch.hidden, stride: inner, gelu: true)
            if layer.down.isCoded {
                kernels.quantise(scratch.hidden, Int64(inner), Int64(inner), Int64(here), &hiddenCodes)
            }
            multiply(layer.down, hidden, here, to: scratch.added, stride: width)
            var codes = codes(from: row)
            kernels.add_and_normalise(
                scratch.values + row * width,
                scratch.added,
                Int64(width),
                Int64(here),
                &norm,
                &codes
            )
        }
    }

    private func output(_ window: Range<Int>) -> EncoderOutput {
        let row = window.lowerBound - first
        let count = window.count
        let tags = logits(scratch.tags, ModelConfiguration.tags, of: window)
        let nameOutputs = ModelConfiguration.Names.outputs
        let names = encoder.names == nil ? [] : logits(scratch.names, nameOutputs, of: window)
        let total = ModelConfiguration.pointers * count * count
        let pointers = [Float](unsafeUninitializedCapacity: total) { buffer, size in
            size = total
            guard count > 0, let scores = buffer.baseAddress else { return }
            let stride = ModelConfiguration.pointers * sizes.pointerWidth
            for pointer in 0..<ModelConfiguration.pointers {
                let from = row * stride + pointer * sizes.pointerWidth
                kernels.point(
                    scratch.added + from,
                    scratch.context + from,
                    Int64(stride),
                    Int64(sizes.pointerWidth),
                    Int64(count),
                    scores + pointer * count * count,
                    scratch.attention
                )
            }
        }
        return EncoderOutput(count: count, tags: tags, pointers: pointers, names: names)
    }

    /// A window's rows of a table that is 32 wide, without what pads them.
    private func logits(_ table: UnsafePointer<Float>, _ outputs: Int, of window: Range<Int>) -> [Float] {
        [Float](unsafeUninitializedCapacity: window.count * outputs) { buffer, size in
            for piece in 0..<window.count {
                let row = table + 32 * (window.lowerBound - first + piece)
                let from = UnsafeBufferPointer(start: row, count: outputs)
                _ = buffer[piece * outputs..<(piece + 1) * outputs].initialize(fromContentsOf: from)
            }
            size = window.count * outputs
        }
    }
}
