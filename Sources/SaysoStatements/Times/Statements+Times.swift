extension [Statement] {
    /// Reads the times that the article states, and when each statement was said.
    ///
    /// - Returns: the article's time expressions, in order.
    mutating func readTimes(in prose: Prose) -> [TimeExpression] { [] }
}
