extension BodyModel {
    static let first = BodyModel("=0")
}
