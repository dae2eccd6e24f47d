/// A line on standard error that counts articles, when someone is there to see it and the work takes long.
struct Progress {
    /// How much there is to do, in bytes of all inputs or in articles; nil when that is not known.
    var size: Int?
    private let isOn = Console.errorIsTerminal
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var done = 0
    private var isShown = false

    /// - Parameter paths: the inputs, whose sizes tell how long it takes.
    init(_ paths: [String]) {
        size = isOn ? Self.size(of: paths) : nil
    }

    /// - Parameter size: how many articles there are; nil when that is not known yet.
    init(size: Int?) { self.size = size }

    /// One article more is done.
    ///
    /// - Parameter position: how much of it all is done, in bytes or in articles.
    mutating func step(position: Int) {
        done += 1
        let now = ContinuousClock.now
        guard isOn, now - last > .milliseconds(500) else { return }
        last = now
        Console.err("\r\u{1B}[K" + Self.line(done, position: position, of: size, after: now - start))
        isShown = true
    }

    /// Takes the line away.
    mutating func clear() {
        if isShown { Console.err("\r\u{1B}[K") }
        isShown = false
    }

    /// What the line says.
    static func line(_ done: Int, position: Int, of size: Int?, after time: Duration) -> String {
        let seconds = max(time / .seconds(1), 0.001)
        let rate = Double(done) / seconds
        let line =
            "\(done) articles, \(rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate.rounded()))") a second"
        guard let size, size > 0, position > 0, position <= size else { return line }
        let left = Int(seconds * Double(size - position) / Double(position))
        let span = left < 120 ? "\(left) s" : left < 7200 ? "\(left / 60) min" : "\(left / 3600) h"
        return line + ", \(position * 100 / size)%, \(span) left"
    }

    /// Bytes of files and folders together; nil when one of the inputs is endless or far away.
    private static func size(of paths: [String]) -> Int? {
        var total = 0
        for path in paths {
            guard path != "-", let status = FileStatus(path) else { return nil }
            total += status.size
            guard status.isFolder else { continue }
            var walker = FolderWalker(path)
            while let item = walker.next() {
                if case .file(_, let size) = item { total += size }
            }
        }
        return total
    }
}
