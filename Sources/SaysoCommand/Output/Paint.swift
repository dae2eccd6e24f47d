/// Escape sequences, or none.
struct Paint {
    let isOn: Bool

    func plain(_ text: String) -> String { text }
    func bold(_ text: String) -> String { sequence("1", text) }
    func dim(_ text: String) -> String { sequence("2", text) }
    func cue(_ text: String) -> String { sequence("36", text) }

    private func sequence(_ code: String, _ text: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
