import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Hands a message to a program that listens at an address.
public enum Webhook {
    /// Posts JSON.
    ///
    /// Whoever runs the program chose the address, so it may be a private one; redirects are not followed.
    ///
    /// - Parameters:
    ///   - json: what to post.
    ///   - address: http or https.
    /// - Throws: `FetchError` when nobody answers within half a minute, or with another status than 200 to 299.
    public static func post(_ json: String, to address: String) async throws(FetchError) {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: json))
        let status: UInt
        do {
            var configuration = HTTPClient.Configuration()
            configuration.redirectConfiguration = .disallow
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            do {
                status = try await client.execute(request, timeout: .seconds(30)).status.code
                try await client.shutdown()
            } catch {
                try? await client.shutdown()
                throw error
            }
        } catch {
            throw FetchError(.unreachable, "the message could not be posted: \(error)", address: address)
        }
        guard (200..<300).contains(status) else {
            throw FetchError(.unreachable, "the message was answered with \(status)", address: address)
        }
    }
}
