/// One window of wordpieces, with what the network is told about each.
package struct EncoderInput: Hashable, Sendable {
    /// Ids of the wordpieces, those that begin and end the window with them.
    package var pieces: [Int32]
    /// The shape of each piece's word, below 7.
    package var shapes: [UInt8]
    /// The place of each piece in a quotation or paragraph, below 8.
    package var quotations: [UInt8]

    /// Makes a window. The three lists run side by side.
    package init(pieces: [Int32], shapes: [UInt8], quotations: [UInt8]) {
        self.pieces = pieces
        self.shapes = shapes
        self.quotations = quotations
    }
}

/// What the network says about a window.
package struct EncoderOutput: Hashable, Sendable {
    /// Wordpieces in the window.
    package var count: Int
    /// The logit of each tag for each piece: `tags[7 * piece + tag]`.
    package var tags: [Float]
    /// The logit of each link from piece to piece: `pointers[(pointer * count + from) * count + to]`.
    package var pointers: [Float]
    /// The logits of each piece being part of a name, `names[10 * piece + tag]`: outside, then a beginning and
    /// an inside for people, organisations, places and others; last, of its being a man's and not a woman's.
    /// Empty where the model can't tell.
    package var names: [Float]
}
