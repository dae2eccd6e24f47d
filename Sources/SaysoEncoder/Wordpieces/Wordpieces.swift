/// Cuts words into the wordpieces of a model's vocabulary, as BERT's uncased models do.
///
/// A word is what is left between white space after each punctuation mark has become a word of its own;
/// cutting text into such words is the caller's part.
package struct Wordpieces: Sendable {
    private let trie: PieceTrie
    private let folding: Folding
    private let unknown: Int32

    /// A word of more characters than this is one unknown piece.
    private static let longestWord = 100

    /// Makes the vocabulary of a model ready for looking up words.
    ///
    /// - Complexity: Linear in the size of the vocabulary; some milliseconds.
    package init(_ model: EncoderModel) {
        trie = model.storage.withBytes { file in
            PieceTrie(vocabulary: UnsafeRawBufferPointer(rebasing: file[model.vocabulary]))
        }
        folding = model.folding
        unknown = model.special.unknown
    }

    /// The ids of a word's pieces.
    package func pieces(of word: some Sequence<UInt8>) -> [Int32] {
        var ids: [Int32] = []
        append(word: Array(word).span, to: &ids)
        return ids
    }

    /// Appends the ids of a word's pieces: at least one, whatever the bytes are.
    ///
    /// - Parameters:
    ///   - word: One word in UTF-8. Damaged characters are passed over.
    ///   - ids: Where the ids go.
    package func append(word: Span<UInt8>, to ids: inout [Int32]) {
        word.withUnsafeBufferPointer { bytes in
            // folding changes no ASCII character's length, and most words are nothing else
            let simple = bytes.count <= Self.longestWord && bytes.allSatisfy { (0x21..<0x7F).contains($0) }
            if simple {
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
                    for (index, byte) in bytes.enumerated() {
                        folded.initializeElement(at: index, to: Self.lowercased(byte))
                    }
                    match(UnsafeBufferPointer(folded), to: &ids)
                }
            } else {
                folded(bytes).withUnsafeBufferPointer { match($0, to: &ids) }
            }
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }

    /// The word as the vocabulary spells it; empty where nothing is left or it is too long.
    private func folded(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        var characters = 0
        var decoder = UTF8()
        var bytes = word.makeIterator()
        decoding: while characters <= Self.longestWord {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar) where scalar.isASCII:
                guard (0x20..<0x7F).contains(scalar.value) else { continue }
                folded.append(Self.lowercased(UInt8(scalar.value)))
                characters += 1
            case .scalarValue(let scalar):
                characters += folding.append(scalar, to: &folded)
            case .error:
                continue
            case .emptyInput:
                break decoding
            }
        }
        return characters <= Self.longestWord ? folded : []
    }

    /// Takes the longest piece again and again; one unknown piece if that ends before the word does.
    private func match(_ word: UnsafeBufferPointer<UInt8>, to ids: inout [Int32]) {
        let before = ids.count
        var position = 0
        while position < word.count {
            let node = position == 0 ? PieceTrie.beginning : PieceTrie.continuation
            guard let (id, end) = trie.longestMatch(in: word, from: position, below: node) else {
                ids.removeSubrange(before...)
                break
            }
            ids.append(id)
            position = end
        }
        if ids.count == before { ids.append(unknown) }
    }
}
