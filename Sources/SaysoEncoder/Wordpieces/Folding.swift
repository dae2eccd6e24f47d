/// What becomes of characters outside ASCII before a word is looked up: lower case, no accents.
struct Folding: Sendable {
    private let scalars: [UInt32]
    /// Four for each scalar, padded with zeros.
    private let values: [UInt32]

    init(_ reader: TensorReader) throws(ModelError) {
        let count = try reader.tensor("folding.scalars").shape.first ?? 0
        scalars = try reader.integers("folding.scalars", [count]).map(UInt32.init(bitPattern:))
        values = try reader.integers("folding.values", [count, 4]).map(UInt32.init(bitPattern:))
        guard zip(scalars, scalars.dropFirst()).allSatisfy(<) else {
            throw ModelError(.badValues, "tensor 'folding.scalars' isn't in ascending order")
        }
        guard scalars.allSatisfy({ Unicode.Scalar($0) != nil }) else {
            throw ModelError(.badValues, "tensor 'folding.scalars' holds what is no Unicode scalar")
        }
        guard values.allSatisfy({ Unicode.Scalar($0) != nil }) else {
            throw ModelError(.badValues, "tensor 'folding.values' holds what is no Unicode scalar")
        }
    }

    /// Appends the folded scalar in UTF-8, and tells how many scalars it became.
    func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) -> Int {
        if let row = row(of: scalar.value) {
            var count = 0
            for value in values[4 * row..<4 * row + 4] where value != 0 {
                guard let result = Unicode.Scalar(value) else { continue }
                folded.append(contentsOf: UTF8.encode(result)!)
                count += 1
            }
            return count
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .control, .format, .privateUse:
            return 0
        default:
            // what replaced damaged bytes says nothing either
            guard scalar != "\u{FFFD}" else { return 0 }
            folded.append(contentsOf: UTF8.encode(scalar)!)
            return 1
        }
    }

    private func row(of scalar: UInt32) -> Int? {
        var low = 0
        var high = scalars.count
        while low < high {
            let middle = (low + high) / 2
            if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        return low < scalars.count && scalars[low] == scalar ? low : nil
    }
}
