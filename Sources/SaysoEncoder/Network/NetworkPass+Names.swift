import CSaysoKernels

extension NetworkPass {
    /// names = tags(the hidden values of five neighbours), hidden = gelu(hidden(values)), window by window.
    func tagNames(_ names: PackedNames) {
        guard let width = encoder.model.configuration.names?.width else { return }
        let neighbours = ModelConfiguration.Names.neighbours
        for window in windows where !window.isEmpty {
            let row = window.lowerBound - first
            let count = window.count
            let hidden = scratch.nameHidden + neighbours * width
            multiply(names.hidden, values(from: row), count, to: hidden, stride: width, gelu: true)
            // a longer window may have left something where this one ends
            (hidden + count * width).update(repeating: 0, count: neighbours * width)
            // Rows lie one after the other, so a row that is five wide and one on holds the neighbours.
            let around = sayso_rows(
                values: scratch.nameHidden,
                value_stride: Int64(width),
                codes: nil,
                code_stride: 0,
                scales: nil
            )
            multiply(names.tags, around, count, to: scratch.names + 32 * row, stride: 32)
        }
    }
}
