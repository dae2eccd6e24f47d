extension BodyModel {
    static let second = BodyModel("=0")
}
