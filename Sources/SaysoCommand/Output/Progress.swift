/// A line on standard error that counts documents, when someone is there to see it and the work takes long.
struct Progress {
    private let total: Int?
    private let isOn = Console.errorIsTerminal
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var done = 0
    private var isShown = false

    init(total: Int?) { self.total = total }

    mutating func step() {
        done += 1
        let now = ContinuousClock.now
        guard isOn, now - last > .milliseconds(500) else { return }
        last = now
        let seconds = (now - start) / .seconds(1)
        let rate = Double(done) / seconds
        var line = "\(done)"
        if let total {
            line += " of \(total) articles, \(Int(Double(total - done) / rate)) s left"
        } else {
            line += " articles, \(Int(rate)) a second"
        }
        Console.err("\r\u{1B}[K\(line)")
        isShown = true
    }

    mutating func clear() {
        if isShown { Console.err("\r\u{1B}[K") }
        isShown = false
    }
}
