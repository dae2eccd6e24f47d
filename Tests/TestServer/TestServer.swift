import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on loopback that says whatever bytes a test wants it to say.
package final class TestServer: Sendable {
    /// What to do for a request, in order.
    package enum Step: Sendable {
        case send([UInt8])
        /// Milliseconds.
        case wait(Int)
        case close

        package static func send(_ text: String) -> Step { .send(Array(text.utf8)) }
    }

    package struct Request: Sendable {
        package let target: String
        /// The header as it came.
        package let head: String
        /// How often this target was asked before.
        package let earlier: Int

        package func field(_ name: String) -> String? {
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { String($0.dropFirst(name.count + 1).drop { $0 == " " }) }
        }
    }

    package typealias Script = @Sendable (Request) -> [Step]

    private struct Log {
        var requests: [(request: Request, at: ContinuousClock.Instant)] = []
        var connections = 0
    }

    private let script: Script
    private let log = Mutex(Log())
    private let channel = Mutex<(any Channel)?>(nil)

    /// The port that it listens on.
    package var port: Int { channel.withLock { $0?.localAddress?.port } ?? 0 }
    /// What was asked for, in order.
    package var targets: [String] { log.withLock { $0.requests.map(\.request.target) } }
    package var requests: [Request] { log.withLock { $0.requests.map(\.request) } }
    /// When requests came.
    package var times: [ContinuousClock.Instant] { log.withLock { $0.requests.map(\.at) } }
    package var connections: Int { log.withLock { $0.connections } }

    /// An address on this server.
    package func address(_ target: String, host: String = "127.0.0.1", scheme: String = "http") -> String {
        "\(scheme)://\(host):\(port)\(target)"
    }

    private init(_ script: @escaping Script) { self.script = script }

    /// Runs a server for as long as some work takes.
    ///
    /// - Parameters:
    ///   - tls: with encryption, as ``TestIdentity/host``.
    ///   - script: what to answer.
    ///   - work: what to do meanwhile.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws.
    package static func with<Result: Sendable>(
        tls: Bool = false,
        _ script: @escaping Script,
        _ work: (TestServer) async throws -> Result
    ) async throws -> Result {
        let server = TestServer(script)
        let context = tls ? try NIOSSLContext(configuration: TestIdentity.configuration) : nil
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    server.log.withLock { $0.connections += 1 }
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    try channel.pipeline.syncOperations.addHandler(Handler(server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        server.channel.withLock { $0 = channel }
        do {
            let result = try await work(server)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    private func steps(for head: String) -> [Step] {
        let words = head.split(separator: " ", maxSplits: 2)
        let target = words.count > 1 ? String(words[1]) : ""
        let request = log.withLock { log in
            let earlier = log.requests.count { $0.request.target == target }
            let request = Request(target: target, head: head, earlier: earlier)
            log.requests.append((request, .now))
            return request
        }
        return script(request)
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let server: TestServer
        private var pending = ""

        init(_ server: TestServer) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            pending += String(buffer: unwrapInboundIn(data))
            while let end = pending.firstRange(of: "\r\n\r\n") {
                let head = String(pending[..<end.lowerBound])
                pending.removeSubrange(..<end.upperBound)
                Self.run(server.steps(for: head)[...], context.loopBound)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

        private static func run(_ steps: ArraySlice<Step>, _ bound: NIOLoopBound<ChannelHandlerContext>) {
            let context = bound.value
            guard let step = steps.first, context.channel.isActive else { return }
            switch step {
            case .send(let bytes):
                context.writeAndFlush(NIOAny(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
                run(steps.dropFirst(), bound)
            case .wait(let milliseconds):
                context.eventLoop.scheduleTask(in: .milliseconds(Int64(milliseconds))) {
                    run(steps.dropFirst(), bound)
                }
            case .close: context.close(promise: nil)
            }
        }
    }
}

extension [TestServer.Step] {
    /// A whole response.
    package static func response(_ status: Int = 200, _ body: String = "", _ fields: String...) -> Self {
        response(status, bytes: [UInt8](body.utf8), fields)
    }

    /// A whole response.
    package static func response(_ status: Int = 200, bytes: [UInt8], _ fields: [String]) -> Self {
        let lines = ["HTTP/1.1 \(status) Whatever", "Content-Length: \(bytes.count)"] + fields
        return [.send([UInt8]((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + bytes)]
    }

    package static func redirect(_ location: String, _ status: Int = 302) -> Self {
        response(status, "", "Location: \(location)")
    }
}
