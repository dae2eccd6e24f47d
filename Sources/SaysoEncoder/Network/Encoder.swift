import CSaysoKernels

/// Runs a model's network over windows of wordpieces.
///
/// One encoder serves any number of threads at once: the weights are shared, and each call works in memory of
/// its own. What comes out for a window is the same to the bit whatever other windows go in with it.
package final class Encoder: Sendable {
    /// The model whose network this is.
    package let model: EncoderModel
    /// The instruction set in use.
    package let kernel: Kernel

    let layers: [PackedLayer]
    let embeddings: PackedEmbeddings
    let tags: PackedLinear
    let queries: PackedLinear
    let keys: PackedLinear
    let names: PackedNames?

    /// Rows that go through the network together, so that activations stay in the second cache and a read of
    /// the weights serves many rows.
    private static let groupRows = 192

    /// Lays the weights out for an instruction set.
    ///
    /// - Parameters:
    ///   - model: The network.
    ///   - kernel: The instruction set; one that this machine can't run is replaced by the portable one.
    /// - Complexity: Linear in the size of the weights; some ten milliseconds.
    package init(_ model: EncoderModel, kernel: Kernel = .best) {
        self.model = model
        let runnable = kernel.functions == nil ? Kernel.portable : kernel
        self.kernel = runnable
        let kernels = runnable.functions!.pointee
        (layers, tags, queries, keys, names) = model.storage.withBytes { file in
            (
                model.layers.map { PackedLayer($0, of: file, for: kernels) },
                PackedLinear(model.tags, of: file, for: kernels),
                PackedLinear(model.queries, of: file, for: kernels),
                PackedLinear(model.keys, of: file, for: kernels),
                model.names.map { PackedNames($0, of: file, for: kernels) }
            )
        }
        embeddings = PackedEmbeddings(model.embeddings)
    }

    /// Encodes windows of any lengths.
    ///
    /// No input is wrong: windows are cut at the network's number of positions, and what is out of range is
    /// taken as unknown. An empty window has an empty output.
    ///
    /// - Parameter inputs: The windows.
    /// - Returns: One output for each window, in their order.
    package func encode(_ inputs: [EncoderInput]) -> [EncoderOutput] {
        let batch = WindowBatch(inputs, for: model)
        let groups = batch.groups(ofRows: Self.groupRows)
        let rows = groups.map { batch.windows[$0].reduce(0) { $0 + $1.count } }.max() ?? 0
        let longest = batch.windows.map(\.count).max() ?? 0
        let scratch = Scratch(rows: rows, longest: longest, model.configuration)
        return model.storage.withBytes { file in
            withExtendedLifetime((self, scratch)) {
                groups.flatMap { group in
                    NetworkPass(self, batch.windows[group], scratch).run(batch, file)
                }
            }
        }
    }
}
