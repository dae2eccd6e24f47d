extension Schema {
    /// What is watched.
    static let following = """

        """
}
