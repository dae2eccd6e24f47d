import NIOCore
import NIOHTTP1

/// Sits between the encryption and HTTP, shows the recorder all bytes, and ends what exceeds a limit.
final class WireTap: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let recorder: WireRecorder
    private let interval: TimeAmount
    private var timer: RepeatedTask?

    /// Looks at limits of time again and again, after an interval.
    init(_ recorder: WireRecorder, every interval: TimeAmount) {
        (self.recorder, self.interval) = (recorder, interval)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let (recorder, bound) = (recorder, context.loopBound)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in
            if let fault = recorder.check() { Self.end(bound.value, fault) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let fault = recorder.received(unwrapInboundIn(data).readableBytesView) {
            Self.end(context, fault)
        } else {
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        recorder.sent(unwrapOutboundIn(data).readableBytesView)
        context.write(data, promise: promise)
    }

    private static func end(_ context: ChannelHandlerContext, _ fault: WireFault) {
        context.fireErrorCaught(fault)
        context.close(promise: nil)
    }
}

/// Sits behind HTTP and tells the recorder when a response is over: whoever waits for it may be busy for long after.
final class WireEnd: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    private let recorder: WireRecorder

    init(_ recorder: WireRecorder) { self.recorder = recorder }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) { recorder.finish() }
        context.fireChannelRead(data)
    }
}
