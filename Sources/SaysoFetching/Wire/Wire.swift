import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import SaysoArchives

/// A connection to one server at one IP address; for one request at a time, kept open between them.
///
/// The name was looked up and the address checked before. The client is told to connect to that address
/// literally, with the name in the Host header and in TLS; and once it has, the other end's address is compared
/// before anything is sent. So no second look-up can lead elsewhere.
final class Wire: Sendable {
    struct Key: Hashable {
        let origin: String
        let host: String
        let remote: IPAddress

        init(_ address: WebAddress, at remote: IPAddress) {
            (origin, host, self.remote) = (address.origin, address.host, remote)
        }
    }

    let key: Key
    private let client: HTTPClient
    private let recorder = WireRecorder()

    init(_ key: Key, _ options: FetchOptions) {
        self.key = key
        let (recorder, limits) = (recorder, options.limits)
        let interval = min(
            max(min(limits.timeout, limits.speedWindow) / 8, .milliseconds(5)),
            .milliseconds(250)
        )
        var configuration = HTTPClient.Configuration()
        configuration.dnsOverride = [key.host: key.remote.description]
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        // An archive holds HTTP/1.1.
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = TimeAmount(options.connectTimeout)
        var tls = TLSConfiguration.makeClientConfiguration()
        if !options.trustRoots.isEmpty { tls.trustRoots = .certificates(options.trustRoots) }
        configuration.tlsConfiguration = tls
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
        configuration.connectionPool.idleTimeout = .seconds(15)
        configuration.http1_1ConnectionDebugInitializer = { channel in
            guard Self.leads(channel, to: key.remote) else {
                return channel.close().flatMapThrowing { throw WireFault.wrongPeer }
            }
            return channel.eventLoop.submit {
                let pipeline = channel.pipeline.syncOperations
                let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
                let tap = WireTap(recorder, every: TimeAmount(interval))
                try pipeline.addHandler(tap, position: .before(encoder))
                let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
                try pipeline.addHandler(WireEnd(recorder), position: .after(decoder))
            }
        }
        // Of all platforms' event loops, these show the bytes beneath HTTP.
        client = HTTPClient(
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
            configuration: configuration
        )
    }

    private static func leads(_ channel: any Channel, to remote: IPAddress) -> Bool {
        channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) } == remote
    }

    func close() async { try? await client.shutdown() }

    /// Sends a GET and waits for all of the response.
    ///
    /// - Throws: `WireFailure` when not even the head came; when it did, what is missing is in the exchange.
    func exchange(
        _ address: WebAddress,
        fields: HeaderFields,
        limits: WireLimits
    ) async throws(WireFailure) -> Exchange {
        var request = HTTPClientRequest(url: address.description)
        for field in fields.fields { request.headers.add(name: field.name, value: field.value) }
        let requested = UnixTime.now
        recorder.begin(limits)
        var status: Int?
        var failure: (any Error)?
        do {
            let head = try await client.execute(request, timeout: TimeAmount(limits.timeout))
            status = Int(head.status.code)
            let length = head.headers.first(name: "Content-Length").flatMap { Int($0) }
            if let length, length > limits.largest { throw WireFault.tooLarge }
            var count = 0
            for try await part in head.body {
                count += part.readableBytes
                if count > limits.largest { throw WireFault.tooLarge }
            }
            // A cancelled task sees a short body rather than an error.
            try Task.checkCancellation()
        } catch {
            failure = error
        }
        let recording = recorder.end()
        let reason = (recording.fault ?? failure).map { WireFailure($0, address, limits) }
        let response = WireMessage.response(in: recording.response)
        guard let status, let message = HTTPMessage(response: response[...]) else {
            throw reason ?? WireFailure(HTTPClientError.remoteConnectionClosed, address, limits)
        }
        return Exchange(
            address: address,
            requested: requested,
            remote: key.remote,
            request: recording.request,
            response: response,
            message: message,
            status: status,
            failure: reason
        )
    }
}

extension TimeAmount {
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)
    }
}
