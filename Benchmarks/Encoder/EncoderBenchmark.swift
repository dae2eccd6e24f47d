import CPeak
import SaysoEncoder

/// Says how fast the encoder is, as shares of what the machine can do at the same moment.
///
///     swift run -c release EncoderBenchmark [instruction set]
///
/// Times are those of the thread, medians of turns taken in rotation, so that a machine with other work on it
/// gives nearly the same shares as an idle one.
@main
enum EncoderBenchmark {
    static let turns = 41
    static let rows = 192

    static func main() throws {
        let kernel = CommandLine.arguments.dropFirst().first.flatMap(Kernel.init(rawValue:)) ?? .best
        var model = try EncoderModel.embedded()
        let reading = try loadingSeconds { model = try EncoderModel.embedded() }
        let packing = loadingSeconds { _ = Encoder(model, kernel: kernel) }
        let indexing = loadingSeconds { _ = Wordpieces(model) }
        print("instruction set \(kernel.rawValue), of \(Kernel.available.map(\.rawValue))")
        let costs = products(model.configuration, kernel)
        encode(model, kernel, costs)
        words(model)
        print("loading: \(reading) to read the model, \(packing) to pack it, \(indexing) for the vocabulary")
    }

    /// The least that some loading takes in three goes, as text.
    static func loadingSeconds(_ load: () throws -> Void) rethrows -> String {
        var times: [Double] = []
        for _ in 0..<3 {
            let start = threadSeconds()
            try load()
            times.append(threadSeconds() - start)
        }
        return text(1000 * (times.min() ?? 0)) + " ms"
    }

    /// Measures the four products, and returns the seconds that matrix products and attention take per piece.
    static func products(_ sizes: ModelConfiguration, _ kernel: Kernel) -> (
        products: Double, attention: Double
    ) {
        let width = sizes.width
        let inner = sizes.feedForward
        let all = [
            ProductBenchmark("attention.qkv", inputs: width, outputs: 3 * width, rows: rows, kernel: kernel),
            ProductBenchmark("attention.output", inputs: width, outputs: width, rows: rows, kernel: kernel),
            ProductBenchmark("feed_forward.up", inputs: width, outputs: inner, rows: 48, kernel: kernel),
            ProductBenchmark("feed_forward.down", inputs: inner, outputs: width, rows: 48, kernel: kernel),
            ProductBenchmark(
                "feed_forward.up with GELU",
                inputs: width,
                outputs: inner,
                rows: 48,
                gelu: true,
                kernel: kernel
            ),
        ]
        let attention = AttentionBenchmark(rows: 130, heads: sizes.heads, kernel: kernel)
        var peaks: [Double] = []
        var times: [[Double]] = all.map { _ in [] }
        var attentionTimes: [Double] = []
        for turn in 0..<turns {
            var done = 0.0
            let time = seconds { done = Double(peak_multiplications(200_000)) }
            if turn > 0 { peaks.append(done / time) }
            for (index, product) in all.enumerated() {
                let time = seconds { for _ in 0..<8 { product.run() } } / 8
                if turn > 0 { times[index].append(time) }
            }
            attentionTimes.append(seconds { for _ in 0..<4 { attention.run() } } / 4)
        }

        let peak = median(peaks)
        print(column("", 28) + column("G MAC/s") + column("of peak"))
        print(column("int8 peak", 28) + column(text(peak * 1e-9)))
        for (product, times) in zip(all, times) {
            let rate = product.multiplications / median(times)
            let share = peak > 0 ? text(100 * rate / peak) + " %" : "?"
            print(column(product.name, 28) + column(text(rate * 1e-9)) + column(share))
        }
        let perPiece = zip(all, times).dropLast().reduce(0) { $0 + median($1.1) / Double($1.0.rows) }
        return (
            perPiece * Double(sizes.layers), median(attentionTimes) / 130 * Double(sizes.layers)
        )
    }

    /// Measures the whole network on windows of 100 to 160 pieces.
    static func encode(
        _ model: EncoderModel,
        _ kernel: Kernel,
        _ costs: (products: Double, attention: Double)
    ) {
        let encoder = Encoder(model, kernel: kernel)
        var generator = SystemRandomNumberGenerator()
        let windows = (0..<12).map { index in
            let count = min(100 + 60 * index / 11, model.configuration.positions)
            return EncoderInput(
                pieces: (0..<count).map { _ in
                    .random(in: 0..<Int32(model.vocabularyCount), using: &generator)
                },
                shapes: (0..<count).map { UInt8($0 % 7) },
                quotations: (0..<count).map { UInt8($0 % 8) }
            )
        }
        let pieces = Double(windows.reduce(0) { $0 + $1.pieces.count })
        var times: [Double] = []
        for _ in 0..<(kernel == .portable ? 1 : 15) {
            times.append(seconds { _ = encoder.encode(windows) })
        }
        let perPiece = median(times) / pieces
        func share(_ part: Double) -> String { text(100 * part / perPiece, decimals: 0) + " %" }
        print("whole encode: \(text(1 / perPiece, decimals: 0)) wordpieces a second on one core")
        print(
            "of which matrix products \(share(costs.products)), attention \(share(costs.attention)),",
            "the rest \(share(perPiece - costs.products - costs.attention))"
        )
    }

    /// Measures the cutting of words into pieces.
    static func words(_ model: EncoderModel) {
        let wordpieces = Wordpieces(model)
        let sentence = """
            The minister told reporters on Saturday that negotiations over Zürich's harbour \
            reconstruction had collapsed , according to spokeswoman Marguerite Löwenthal , who called it " unacceptable " .
            """
        let words = sentence.split(separator: " ").map { Array($0.utf8) }
        var ids: [Int32] = []
        ids.reserveCapacity(1 << 20)
        var times: [Double] = []
        for _ in 0..<turns {
            ids.removeAll(keepingCapacity: true)
            let time = seconds {
                for _ in 0..<1000 { for word in words { wordpieces.append(word: word.span, to: &ids) } }
            }
            times.append(time / Double(1000 * words.count))
        }
        print("wordpieces: \(text(median(times) * 1e9, decimals: 0)) ns a word")
    }
}
