import SaysoLedger
import Testing

@Suite("Keys of articles")
struct ArticleKeyTests {
    @Test(
        "Addresses of one article have one key",
        arguments: [
            "https://coastwire.example/harbour", "http://www.coastwire.example/harbour/",
            "https://COASTWIRE.example:443/harbour#part",
            "https://coastwire.example/harbour?utm_source=mail&fbclid=1",
        ]
    )
    func same(address: String) {
        #expect(ArticleKey.of(address: address) == "coastwire.example/harbour")
    }

    @Test(
        "Other addresses have others",
        arguments: [
            "https://coastwire.example/harbour?id=7", "https://coastwire.example/Harbour",
            "https://m.coastwire.example/harbour", "https://coastwire.example:8080/harbour",
        ]
    )
    func other(address: String) throws {
        #expect(try #require(ArticleKey.of(address: address)) != "coastwire.example/harbour")
    }

    @Test(
        "What is no address has none",
        arguments: ["", "harbour", "mailto:a@b.example", "https://", "ftp://a/b"]
    )
    func none(text: String) {
        #expect(ArticleKey.of(address: text) == nil)
    }
}
