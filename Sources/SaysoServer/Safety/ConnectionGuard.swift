import NIOCore
import NIOHTTPTypes

/// Closes connections whose other end only keeps them busy: that sends a request in drips, sends more than it may,
/// or does not take its answer.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let arrival: TimeAmount
    private let taking: TimeAmount
    private let most: Int
    private var size = 0
    private var arriving: Scheduled<Void>?
    private var stalled: Scheduled<Void>?

    /// - Parameters:
    ///   - arrival: how long a request may take to arrive.
    ///   - taking: how long a client may take nothing of its answer.
    ///   - most: the bytes of a body beyond which nobody listens any more.
    init(arrival: TimeAmount, taking: TimeAmount, most: Int) {
        (self.arrival, self.taking, self.most) = (arrival, taking, most)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            size = 0
            arriving?.cancel()
            arriving = close(context, in: arrival)
        case .body(let part):
            size += part.readableBytes
            if size > most { return context.close(promise: nil) }
        case .end:
            arriving?.cancel()
            arriving = nil
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stalled?.cancel()
        stalled = context.channel.isWritable ? nil : close(context, in: taking)
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func stop() {
        arriving?.cancel()
        stalled?.cancel()
        (arriving, stalled) = (nil, nil)
    }

    private func close(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
