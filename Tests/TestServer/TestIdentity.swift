package import NIOSSL

/// A certificate that nobody but tests trusts, and its key, which is no secret. It lasts until 2126.
package enum TestIdentity {
    /// The name that it is for.
    package static let host = "coast.example"

    /// The certificate.
    package static var certificate: NIOSSLCertificate {
        get throws { try NIOSSLCertificate(bytes: Array(text.utf8), format: .pem) }
    }

    static var configuration: TLSConfiguration {
        get throws {
            let key = try NIOSSLPrivateKey(bytes: Array(keyText.utf8), format: .pem)
            return .makeServerConfiguration(
                certificateChain: [.certificate(try certificate)],
                privateKey: .privateKey(key)
            )
        }
    }

    private static let text = """
        -----BEGIN CERTIFICATE-----
        MIIBoTCCAUegAwIBAgIUOnlG5QNAslrOvEauR46ttdXOBkQwCgYIKoZIzj0EAwIw
        GDEWMBQGA1UEAwwNY29hc3QuZXhhbXBsZTAgFw0yNjExMjUwNDA5MzhaGA8yMTI2
        MTEwMTA0MDkzOFowGDEWMBQGA1UEAwwNY29hc3QuZXhhbXBsZTBZMBMGByqGSM49
        AgEGCCqGSM49AwEHA0IABEXKvLCojg5nud8jR7ymTkz3PZxkdUH1XYwpIiQ9lzOK
        ES9puoGCp62AMryVjFl2xm+NKt6AoDKCmXhepxQ16u6jbTBrMB0GA1UdDgQWBBRr
        pBM/+4zMslK3M9bw62ZlSQD7djAfBgNVHSMEGDAWgBRrpBM/+4zMslK3M9bw62Zl
        SQD7djAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDWNvYXN0LmV4YW1wbGUw
        CgYIKoZIzj0EAwIDSAAwRQIgFUkSvUnpRaTMaCNeCDjtqa4M1z68BSb0Qwztg7E7
        HgUCIQDfmC+KfN4TQoPu0PPPSx4W/Dr4eirjmU6dWit7FTW3+g==
        -----END CERTIFICATE-----
        """

    private static let keyText = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjFVVquOUtRBAelzg
        SYXnzBSh5j5jxV/qQ8ua/lN1NWmhRANCAARFyrywqI4OZ7nfI0e8pk5M9z2cZHVB
        9V2MKSIkPZczihEvabqBgqetgDK8lYxZdsZvjSregKAygpl4XqcUNeru
        -----END PRIVATE KEY-----
        """
}
