import SaysoLedger

extension Revision {
    /// Invented articles that differ in their names and numbers.
    static func invented(_ number: Int) -> Revision {
        Revision(
            marked: """
                Dam \(number) at Orrin holds, ministry says

                <Mara Osk> {said} [“Dam \(number) is safe, naïve as that sounds.”] Engineers look at it daily.

                <Jon Tarrel> {warned} [that spillway \(number) would not last the winter].
                """,
            url: "https://coastwire.example/dam/\(number)",
            outlet: "Coastwire",
            page: { "<html><body><p>\($0)</p><!-- \(number) --></body></html>" }
        )
    }
}
