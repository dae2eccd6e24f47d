extension QuotationSet {
    /// Twenty articles to set the thresholds by.
    static let development = QuotationSet(
        "development",
        """
        == Coastwire
        a|Mara Osk|“The spillway was inspected on Friday and we found no crack longer than a finger.”
        b|Jon Tarrel|“Nobody from the ministry has answered a single one of our eleven letters.”
        == Orrin Post
        a|Osk|“The spillway was inspected on Friday, and we found no crack longer than a finger,”
        b|Mr Tarrel|“Nobody from the ministry answered any of our eleven letters,”
        == Vale Herald
        a|Mara Osk|that the spillway had been inspected on Friday and no crack longer than a finger was found
        == Lantern
        a|Mara Osk|“On Friday the spillway was inspected. We found no crack that was longer than a finger”
        -|Mara Osk|“The spillway gates will be replaced next summer at a cost of four million crowns.”
        == Coastwire
        c|Ada Brell|“This budget asks the poorest families in Sarn to pay for the errors of the richest bank.”
        -|Lio Venn|“We take the concerns of all our customers very seriously and continue to review procedures.”
        == Orrin Post
        c|Ada Brell|“asks the poorest families in Sarn to pay for the errors of the richest bank”
        -|Ruta Hald|“We take the concerns of all our customers very seriously and continue to review procedures.”
        == Vale Herald
        c|Brell|“This budget asks Sarn’s poorest families to pay for errors of the richest bank”
        == Coastwire
        d|Teo Marn|“The organisation favours a colourful programme that honours travelled neighbours.”
        == Harbour Mail
        d|Teo Marn|"The organization favors a colorful program that honors traveled neighbors."
        == Lantern
        e|a senior official|“Three of the barges carried fuel that was never declared at the port of Kess.”
        == Orrin Post
        e|Pia Dorn|“Three of the barges carried fuel that was never declared at the port of Kess,”
        == Vale Herald
        e|the harbour office|“Three of the barges carried fuel never declared at the port of Kess”
        == Coastwire
        f|Nils Orvo|“I walked the whole length of the tunnel before dawn. There was water up to my knees.”
        f|Nils Orvo|“I called the engineers at six and told them to stop every train on the eastern line.”
        == Harbour Mail
        f|Nils Orvo|“I walked the whole length of the tunnel before dawn. There was water up to my knees. I called the engineers at six and told them to stop every train on the eastern line.”
        == Lantern
        f|Orvo|“I called the engineers at six and told them to stop every train”
        -|Nils Orvo|“I will walk the eastern line again next week with two engineers from the company.”
        == Coastwire
        g|Elsa Quill|“The vaccine reached four in five villages, and the fever is falling in all of them.”
        == Vale Herald
        g|Elsa Quill|“The vaccine has arrived in four of five villages and the fever is falling everywhere.”
        == Orrin Post
        g|Dr Elsa Quill|“The vaccine reached four in five villages, and the fever is falling,”
        -|Elsa Quill|“The vaccine is safe for children over two years old and for nursing mothers.”
        == Lantern
        -|Bram Toll|“I am not going to comment on a matter that is before the court.”
        -|Ada Brell|“The poorest families in Sarn deserve schools that open on time.”
        == Harbour Mail
        -|Una Feld|“I am not going to comment on a matter that is before the court.”
        """
    )
}
