/// The ids of the wordpieces that have a meaning of their own.
package struct SpecialPieces: Hashable, Sendable {
    /// `[PAD]`: nothing.
    package let padding: Int32
    /// `[UNK]`: a word that the vocabulary can't spell.
    package let unknown: Int32
    /// `[CLS]`: begins a window.
    package let beginning: Int32
    /// `[SEP]`: ends a window.
    package let end: Int32

    init(vocabulary: UnsafeRawBufferPointer) throws(ModelError) {
        var found: [String: Int32] = [:]
        for (id, piece) in vocabulary.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        where piece.first == UInt8(ascii: "[") && piece.count == 5 {
            let name = String(decoding: piece, as: UTF8.self)
            if found[name] == nil { found[name] = Int32(truncatingIfNeeded: id) }
        }

        func id(_ name: String) throws(ModelError) -> Int32 {
            guard let id = found[name] else {
                throw ModelError(.badValues, "the vocabulary has no piece '\(name)'")
            }
            return id
        }

        padding = try id("[PAD]")
        unknown = try id("[UNK]")
        beginning = try id("[CLS]")
        end = try id("[SEP]")
    }
}
