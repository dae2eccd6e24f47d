import CSaysoKernels

/// A linear layer laid out for one instruction set.
struct PackedLinear: Sendable {
    let isCoded: Bool
    private let inputs: Int
    private let outputs: Int
    private let panels: AlignedMemory
    /// Scales, bias and corrections, one after the other.
    private let perOutput: AlignedMemory
    private let columns: Int

    init(_ weights: LinearWeights, of file: UnsafeRawBufferPointer, for kernels: sayso_kernels) {
        let matrix = weights.matrix
        inputs = matrix.columns
        outputs = matrix.rows
        columns = outputs.roundedUp(to: Int(kernels.panel))
        isCoded = matrix.scales != nil
        perOutput = AlignedMemory(byteCount: 3 * columns * 4)
        perOutput.pointer(at: 4 * columns, as: Float.self).update(from: weights.bias, count: outputs)

        let source = file.baseAddress! + matrix.bytes.lowerBound
        if let scales = matrix.scales {
            panels = AlignedMemory(byteCount: columns * inputs.roundedUp(to: 4))
            perOutput.pointer(as: Float.self).update(from: scales, count: outputs)
            sayso_pack_codes(
                source,
                Int64(outputs),
                Int64(inputs),
                kernels.panel,
                kernels.offset,
                panels.pointer(),
                perOutput.pointer(at: 8 * columns)
            )
        } else {
            panels = AlignedMemory(byteCount: columns * inputs * 4)
            sayso_pack_floats(source, Int64(outputs), Int64(inputs), kernels.panel, panels.pointer())
        }
    }

    /// The layer as the kernels take it; good while the layer lives.
    var c: sayso_linear {
        sayso_linear(
            inputs: Int64(inputs),
            outputs: Int64(outputs),
            panels: UnsafeRawPointer(panels.start),
            scales: isCoded ? UnsafePointer(perOutput.pointer(as: Float.self)) : nil,
            bias: UnsafePointer(perOutput.pointer(at: 4 * columns)),
            corrections: isCoded ? UnsafePointer(perOutput.pointer(at: 8 * columns, as: Int32.self)) : nil
        )
    }
}

/// A layer normalisation where the kernels can read it.
struct PackedNorm: Sendable {
    private let memory: AlignedMemory
    private let width: Int

    init(_ weights: NormWeights) {
        width = weights.weight.count
        memory = AlignedMemory(byteCount: 2 * width * 4)
        memory.pointer(as: Float.self).update(from: weights.weight, count: width)
        memory.pointer(at: 4 * width, as: Float.self).update(from: weights.bias, count: width)
    }

    /// The normalisation as the kernels take it; good while it lives.
    var c: sayso_norm {
        sayso_norm(
            weight: UnsafePointer(memory.pointer(as: Float.self)),
            bias: UnsafePointer(memory.pointer(at: 4 * width, as: Float.self))
        )
    }
}

/// The tables of embeddings where the kernels can read them; the largest, the words', stays in the file.
struct PackedEmbeddings: Sendable {
    let norm: PackedNorm
    private let memory: AlignedMemory
    private let words: Int
    /// Where positions, shapes, quotations and the words' scales begin, in floats; the last only if there are
    /// any.
    private let places: [Int]

    init(_ weights: EncoderModel.EmbeddingWeights) {
        norm = PackedNorm(weights.norm)
        words = weights.words.bytes.lowerBound
        let tables =
            [weights.positions, weights.shapes, weights.quotations]
            + [weights.words.scales].compactMap(\.self)
        memory = AlignedMemory(byteCount: tables.reduce(0) { $0 + $1.count } * 4)
        var places: [Int] = []
        var size = 0
        for table in tables {
            memory.pointer(at: 4 * size, as: Float.self).update(from: table, count: table.count)
            places.append(size)
            size += table.count
        }
        self.places = places
    }

    /// The tables as the kernels take them; good while they and the file live.
    func c(_ file: UnsafeRawBufferPointer) -> sayso_embeddings {
        let floats = UnsafePointer(memory.pointer(as: Float.self))
        return sayso_embeddings(
            words: file.baseAddress! + words,
            word_scales: places.count > 3 ? floats + places[3] : nil,
            positions: floats + places[0],
            shapes: floats + places[1],
            quotations: floats + places[2]
        )
    }
}

/// One layer of the network, packed.
struct PackedLayer: Sendable {
    let attentionInputs: PackedLinear
    let attentionOutput: PackedLinear
    let attentionNorm: PackedNorm
    let up: PackedLinear
    let down: PackedLinear
    let feedForwardNorm: PackedNorm

    init(_ layer: EncoderModel.LayerWeights, of file: UnsafeRawBufferPointer, for kernels: sayso_kernels) {
        attentionInputs = PackedLinear(layer.attentionInputs, of: file, for: kernels)
        attentionOutput = PackedLinear(layer.attentionOutput, of: file, for: kernels)
        attentionNorm = PackedNorm(layer.attentionNorm)
        up = PackedLinear(layer.up, of: file, for: kernels)
        down = PackedLinear(layer.down, of: file, for: kernels)
        feedForwardNorm = PackedNorm(layer.feedForwardNorm)
    }
}

/// The head that tells names, packed.
struct PackedNames: Sendable {
    /// How many layers the rows that it reads have been through.
    let layer: Int
    let hidden: PackedLinear
    let tags: PackedLinear

    init(_ names: EncoderModel.NameWeights, of file: UnsafeRawBufferPointer, for kernels: sayso_kernels) {
        layer = names.layer
        hidden = PackedLinear(names.hidden, of: file, for: kernels)
        tags = PackedLinear(names.tags, of: file, for: kernels)
    }
}
