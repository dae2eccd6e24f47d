/// Windows one after the other, with nothing in them that could lead the kernels astray.
struct WindowBatch {
    private(set) var pieces: [Int32] = []
    private(set) var shapes: [UInt8] = []
    private(set) var quotations: [UInt8] = []
    /// The rows of each window.
    private(set) var windows: [Range<Int>] = []

    /// A window longer than the network's positions is cut; an id that is unknown, too large or missing
    /// becomes the unknown piece, the first shape or the first place.
    init(_ inputs: [EncoderInput], for model: EncoderModel) {
        for input in inputs {
            let start = pieces.count
            let count = min(input.pieces.count, model.configuration.positions)
            for index in 0..<count {
                let piece = input.pieces[index]
                let known = piece >= 0 && Int(piece) < model.vocabularyCount
                pieces.append(known ? piece : model.special.unknown)
                shapes.append(Self.value(input.shapes, at: index, below: ModelConfiguration.shapes))
                quotations.append(
                    Self.value(input.quotations, at: index, below: ModelConfiguration.quotations)
                )
            }
            windows.append(start..<pieces.count)
        }
    }

    private static func value(_ values: [UInt8], at index: Int, below limit: Int) -> UInt8 {
        index < values.count && values[index] < limit ? values[index] : 0
    }

    /// Indices of windows, in groups of whole windows with some `rows` rows each.
    func groups(ofRows rows: Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var first = 0
        for (index, window) in windows.enumerated()
        where window.upperBound - windows[first].lowerBound >= rows || index == windows.count - 1 {
            groups.append(first..<index + 1)
            first = index + 1
            if first == windows.count { break }
        }
        return groups
    }
}
