import CSaysoKernels

/// The memory that one call of the encoder works in.
struct Scratch {
    /// Rows that one pass through a feed-forward part takes.
    ///
    /// Their hidden values, the widest of all, then stay in the second cache with the weights streaming past.
    static let feedForwardRows = 96

    let rows: Int
    let values: UnsafeMutablePointer<Float>
    let added: UnsafeMutablePointer<Float>
    let context: UnsafeMutablePointer<Float>
    /// Queries, keys and values, head by head, `32 * rows` apart.
    let blocks: UnsafeMutablePointer<Float>
    let hidden: UnsafeMutablePointer<Float>
    let attention: UnsafeMutablePointer<Float>
    let tags: UnsafeMutablePointer<Float>
    let codes: UnsafeMutablePointer<UInt8>
    let scales: UnsafeMutablePointer<Float>
    let hiddenCodes: UnsafeMutablePointer<UInt8>
    let hiddenScales: UnsafeMutablePointer<Float>
    /// The names' hidden values of one window, with rows of zeros before and after it.
    let nameHidden: UnsafeMutablePointer<Float>
    let names: UnsafeMutablePointer<Float>
    private let memory: AlignedMemory

    /// Room for groups of `rows` rows, the longest window of which has `longest`.
    init(rows: Int, longest: Int, _ sizes: ModelConfiguration) {
        let width = sizes.width
        let pointers = ModelConfiguration.pointers * sizes.pointerWidth
        let attentionFloats = max(
            Int(sayso_attention_scratch(Int64(longest))),
            Int(sayso_pointer_scratch(Int64(longest), Int64(sizes.pointerWidth)))
        )

        var size = 0
        func place(_ bytes: Int) -> Int {
            defer { size += bytes.roundedUp(to: 64) }
            return size
        }
        let valuesAt = place(rows * width * 4)
        let addedAt = place(rows * max(width, pointers) * 4)
        let contextAt = place(rows * max(width, pointers) * 4)
        let blocksAt = place(rows * 3 * width * 4)
        let hiddenAt = place(Self.feedForwardRows * sizes.feedForward * 4)
        let attentionAt = place(attentionFloats * 4)
        let tagsAt = place(rows * 32 * 4)
        let codesAt = place(rows * width)
        let scalesAt = place(rows * 4)
        let hiddenCodesAt = place(Self.feedForwardRows * sizes.feedForward)
        let hiddenScalesAt = place(Self.feedForwardRows * 4)
        let neighbours = 2 * ModelConfiguration.Names.neighbours
        let nameHiddenAt = place((longest + neighbours) * (sizes.names?.width ?? 0) * 4)
        let namesAt = place(sizes.names == nil ? 0 : rows * 32 * 4)

        memory = AlignedMemory(byteCount: size)
        self.rows = rows
        values = memory.pointer(at: valuesAt)
        added = memory.pointer(at: addedAt)
        context = memory.pointer(at: contextAt)
        blocks = memory.pointer(at: blocksAt)
        hidden = memory.pointer(at: hiddenAt)
        attention = memory.pointer(at: attentionAt)
        tags = memory.pointer(at: tagsAt)
        codes = memory.pointer(at: codesAt)
        scales = memory.pointer(at: scalesAt)
        hiddenCodes = memory.pointer(at: hiddenCodesAt)
        hiddenScales = memory.pointer(at: hiddenScalesAt)
        nameHidden = memory.pointer(at: nameHiddenAt)
        names = memory.pointer(at: namesAt)
    }
}
