extension Schema {
    /// The same words in many places.
    static let copies = """
        -- Articles that are copies of one text: a wire story in several papers.
        CREATE TABLE story (
            id INTEGER PRIMARY KEY
        );

        -- The same quotation in several places.
        CREATE TABLE cluster (
            id INTEGER PRIMARY KEY
        );
        """
}
