import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Why a response is not there, or not whole.
struct WireFailure: Error {
    /// What WARC-Truncated calls it.
    enum Truncation: String { case length, time, disconnect, unspecified }

    let error: FetchError
    /// Whether the same request may succeed later.
    let mayPass: Bool
    /// Whether another IP address of the same host may do better: nothing was sent yet.
    var isBeforeConnection: Bool { error.code == .unreachable }
    let truncation: Truncation

    init(_ cause: any Error, _ address: WebAddress, _ limits: WireLimits) {
        let (code, message, mayPass, truncation): (FetchError.Code, String, Bool, Truncation) =
            switch Self.ours(cause) {
            case WireFault.tooLarge:
                (.tooLarge, "is longer than --max-size allows", false, .length)
            case WireFault.tooSlow:
                (.tooSlow, "came slower than \(limits.leastSpeed) bytes a second", false, .time)
            case WireFault.timeout:
                (.timeout, "took longer than \(limits.timeout); see --timeout", true, .time)
            case WireFault.wrongPeer:
                (.refusedAddress, "the connection leads to another address", false, .unspecified)
            case is CancellationError:
                (.cancelled, "was given up", false, .unspecified)
            case let error as HTTPParserError where error == .invalidEOFState:
                (.broken, "the server closed the connection early", true, .disconnect)
            case let error as HTTPParserError:
                (.broken, "what came is not HTTP (\(error))", true, .disconnect)
            case let error as HTTPClientError where error == .remoteConnectionClosed:
                (.broken, "the server closed the connection early", true, .disconnect)
            case let error as HTTPClientError where [.connectTimeout, .tlsHandshakeTimeout].contains(error):
                (.unreachable, "no connection was made in time", true, .disconnect)
            case let error as NIOConnectionError:
                (.unreachable, Self.reason(error), true, .disconnect)
            case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
                (.unreachable, "no secure connection: \(cause)", false, .disconnect)
            case let error as IOError:
                (.unreachable, "\(error)", true, .disconnect)
            default:
                (.broken, "\(cause)", true, .disconnect)
            }
        error = FetchError(code, message, address: address.description)
        self.mayPass = mayPass
        self.truncation = truncation
    }

    init(_ code: FetchError.Code, _ message: String, _ address: WebAddress, mayPass: Bool = false) {
        error = FetchError(code, message, address: address.description)
        (self.mayPass, truncation) = (mayPass, .unspecified)
    }

    /// What the client calls otherwise than we do.
    private static func ours(_ cause: any Error) -> any Error {
        switch cause as? HTTPClientError {
        case .deadlineExceeded?: WireFault.timeout
        case .cancelled?: CancellationError()
        default: cause
        }
    }

    private static func reason(_ error: NIOConnectionError) -> String {
        error.connectionErrors.first.map { "\($0.error)" } ?? "no connection could be made"
    }
}
