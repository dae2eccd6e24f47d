import CSaysoWeights

/// A network's weights and vocabulary, checked through and through, as its file has them.
///
/// The file is a safetensors file; `Docs/model-format.md` lists its tensors. A model that has been made holds
/// nothing that could make the encoder fail.
package struct EncoderModel: Sendable {
    /// The network's sizes.
    package let configuration: ModelConfiguration
    /// The ids of the wordpieces that have a meaning of their own.
    package let special: SpecialPieces
    /// Wordpieces in the vocabulary.
    package let vocabularyCount: Int
    /// How well a tag follows another: `transitions[7 * from + to]`.
    package let transitions: [Float]
    /// How well a tag begins a window.
    package let start: [Float]

    let storage: Storage
    let vocabulary: Range<Int>
    let folding: Folding
    let embeddings: EmbeddingWeights
    let layers: [LayerWeights]
    let tags: LinearWeights
    let queries: LinearWeights
    let keys: LinearWeights
    let names: NameWeights?

    /// Reads a model from the bytes of its file.
    ///
    /// - Throws: `ModelError` where the file is damaged, or is no model that this version can run.
    package init(bytes: [UInt8]) throws(ModelError) {
        try self.init(storage: .array(bytes))
    }

    /// The model that is built into the binary.
    ///
    /// - Throws: `ModelError` where the program was built with a file that is no model.
    package static func embedded() throws(ModelError) -> EncoderModel {
        try EncoderModel(storage: .embedded)
    }
}

extension EncoderModel {
    /// Where the file's bytes are.
    enum Storage: Sendable {
        case embedded
        case array([UInt8])

        func withBytes<Result, Failure: Error>(
            _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            switch self {
            case .embedded:
                let count = sayso_embedded_model_size()
                return try body(UnsafeRawBufferPointer(start: sayso_embedded_model(), count: count))
            case .array(let bytes):
                return try bytes.span.bytes.withUnsafeBytes(body)
            }
        }
    }

    /// What a wordpiece's first vector is summed from.
    struct EmbeddingWeights: Sendable {
        var words: WeightMatrix
        var positions: [Float]
        var shapes: [Float]
        var quotations: [Float]
        var norm: NormWeights
    }

    /// One layer of the network.
    struct LayerWeights: Sendable {
        var attentionInputs: LinearWeights
        var attentionOutput: LinearWeights
        var attentionNorm: NormWeights
        var up: LinearWeights
        var down: LinearWeights
        var feedForwardNorm: NormWeights
    }

    /// The head that tells names: rows of one layer, then the tags of five neighbours.
    struct NameWeights: Sendable {
        var layer: Int
        var hidden: LinearWeights
        var tags: LinearWeights
    }

    private init(storage: Storage) throws(ModelError) {
        self = try storage.withBytes { file throws(ModelError) in
            try EncoderModel(file: file, storage: storage)
        }
    }

    private init(file: UnsafeRawBufferPointer, storage: Storage) throws(ModelError) {
        let safetensors = try Safetensors(file)
        let sizes = try ModelConfiguration(metadata: safetensors.metadata)
        let reader = TensorReader(file: file, tensors: safetensors.tensors)
        self.storage = storage
        configuration = sizes

        let vocabulary = try reader.tensor("vocabulary")
        guard vocabulary.type == .uint8, vocabulary.shape.count == 1 else {
            throw ModelError(.wrongType, "tensor 'vocabulary' must be a list of U8")
        }
        self.vocabulary = vocabulary.bytes
        let text = UnsafeRawBufferPointer(rebasing: file[vocabulary.bytes])
        vocabularyCount = text.count { $0 == UInt8(ascii: "\n") } + 1
        special = try SpecialPieces(vocabulary: text)
        folding = try Folding(reader)

        embeddings = EmbeddingWeights(
            words: try reader.matrix("embeddings.word", rows: vocabularyCount, columns: sizes.width),
            positions: try reader.floats("embeddings.position.weight", sizes.positions, sizes.width),
            shapes: try reader.floats("embeddings.shape.weight", ModelConfiguration.shapes, sizes.width),
            quotations: try reader.floats(
                "embeddings.quotation.weight",
                ModelConfiguration.quotations,
                sizes.width
            ),
            norm: try reader.norm("embeddings.norm", width: sizes.width)
        )

        var layers: [LayerWeights] = []
        for layer in 0..<sizes.layers {
            layers.append(try LayerWeights(reader, "layers.\(layer)", sizes))
        }
        self.layers = layers

        tags = try reader.linear("tags", inputs: sizes.width, outputs: ModelConfiguration.tags)
        let pointers = ModelConfiguration.pointers * sizes.pointerWidth
        queries = try reader.linear("pointers.query", inputs: sizes.width, outputs: pointers)
        keys = try reader.linear("pointers.key", inputs: sizes.width, outputs: pointers)
        transitions = try reader.floats("tags.transitions", ModelConfiguration.tags, ModelConfiguration.tags)
        start = try reader.floats("tags.start", ModelConfiguration.tags)
        names = try sizes.names.map { names throws(ModelError) in
            try NameWeights(reader, names, width: sizes.width)
        }
    }
}

extension EncoderModel.LayerWeights {
    fileprivate init(_ reader: TensorReader, _ name: String, _ sizes: ModelConfiguration) throws(ModelError) {
        attentionInputs = try reader.linear(
            "\(name).attention.qkv",
            inputs: sizes.width,
            outputs: 3 * sizes.width
        )
        attentionOutput = try reader.linear(
            "\(name).attention.output",
            inputs: sizes.width,
            outputs: sizes.width
        )
        attentionNorm = try reader.norm("\(name).attention.norm", width: sizes.width)
        up = try reader.linear("\(name).feed_forward.up", inputs: sizes.width, outputs: sizes.feedForward)
        down = try reader.linear("\(name).feed_forward.down", inputs: sizes.feedForward, outputs: sizes.width)
        feedForwardNorm = try reader.norm("\(name).feed_forward.norm", width: sizes.width)
    }
}

extension EncoderModel.NameWeights {
    fileprivate init(
        _ reader: TensorReader,
        _ sizes: ModelConfiguration.Names,
        width: Int
    ) throws(ModelError) {
        layer = sizes.layer
        hidden = try reader.linear("names.hidden", inputs: width, outputs: sizes.width)
        let neighbourhood = 2 * ModelConfiguration.Names.neighbours + 1
        tags = try reader.linear(
            "names.tags",
            inputs: neighbourhood * sizes.width,
            outputs: ModelConfiguration.Names.outputs
        )
        guard tags.matrix.scales == nil else {
            throw ModelError(.wrongType, "tensor 'names.tags.weight' has type I8, not F32")
        }
    }
}
