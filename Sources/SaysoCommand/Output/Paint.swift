/// Escape sequences, or none.
struct Paint {
    /// What a text is, for the eye.
    enum Style {
        case plain, bold, dim, cue, gone, come
    }

    let isOn: Bool

    /// A text in a style; it takes as many columns as before.
    func text(_ text: String, _ style: Style) -> String {
        guard isOn, !text.isEmpty else { return text }
        let code =
            switch style {
            case .plain: ""
            case .bold: "1"
            case .dim: "2"
            case .cue: "36"
            case .gone: "31"
            case .come: "32"
            }
        return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
