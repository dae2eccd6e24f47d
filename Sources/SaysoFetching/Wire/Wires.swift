/// The connections that are kept open between requests: at most so many, and each in one hand at a time.
actor Wires {
    private let options: FetchOptions
    /// Those that nobody uses, the longest unused first.
    private var idle: [Wire] = []

    init(_ options: FetchOptions) { self.options = options }

    func take(_ key: Wire.Key) -> Wire {
        if let index = idle.lastIndex(where: { $0.key == key }) { return idle.remove(at: index) }
        return Wire(key, options)
    }

    func giveBack(_ wire: Wire) async {
        idle.append(wire)
        if idle.count > options.hosts { await idle.removeFirst().close() }
    }

    func closeAll() async {
        let all = idle
        idle = []
        for wire in all { await wire.close() }
    }
}
