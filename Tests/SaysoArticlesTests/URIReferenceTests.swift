import SaysoArticles
import Testing

@Suite struct URIReferenceTests {
    /// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
        ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
        ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
        ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
    ]) func resolvesAsTheStandardSays(_ reference: String, _ expected: String) {
        let base = URIReference("http://a/b/c/d;p?q")
        #expect(URIReference(reference).resolved(against: base).description == expected)
    }

    @Test(arguments: [
        ("story", "https://orlo.example", "https://orlo.example/story"),
        ("  /a b\n/c ", "https://orlo.example/x", "https://orlo.example/a%20b/c"),
        ("порт/1", "https://orlo.example/новости/", "https://orlo.example/новости/порт/1"),
        ("12:30/x", "https://orlo.example/", "https://orlo.example/12:30/x"),
        ("a//b", "https://orlo.example/c/", "https://orlo.example/c/a//b"),
        ("HTTPS://Orlo.example/A", "http://x.example/", "https://Orlo.example/A"),
    ]) func takesWhatPagesWrite(_ reference: String, _ base: String, _ expected: String) {
        #expect(URIReference(reference).resolved(against: URIReference(base)).description == expected)
    }

    @Test(arguments: [
        ("https://orlo.example", true), ("http://", false), ("mailto:desk@orlo.example", false),
        ("/a", false),
        ("javascript:alert(1)", false), ("", false),
    ]) func knowsAddressesOfTheWeb(_ text: String, _ isWeb: Bool) {
        #expect(URIReference(text).isWeb == isWeb)
    }
}
