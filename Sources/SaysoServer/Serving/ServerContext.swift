package import Hummingbird
import NIOCore

/// What answers a request after a part of the server has looked at it.
typealias Next = @concurrent (Request, ServerContext) async throws -> Response

/// What goes with a request through the server.
package struct ServerContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where the request came from; nil in tests without sockets.
    let peer: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
    }
}
