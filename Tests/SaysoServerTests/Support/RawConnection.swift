import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A connection over which anything can be sent, whether it is HTTP or not.
final class RawConnection: Sendable {
    struct Failure: Error { let code: Int32 }

    private let descriptor: Int32

    init(port: Int, sending text: String) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(code: errno) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        write(text)
    }

    /// Sends more; what the server does not take any more is lost.
    func write(_ text: String) {
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        _ = Array(text.utf8).withUnsafeBytes { send(descriptor, $0.baseAddress!, $0.count, flags) }
    }

    deinit { close(descriptor) }

    /// Reads until the server closes the connection.
    @discardableResult
    func waitForEnd() async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            // Tests share few threads with the server; none of them may wait.
            DispatchQueue.global().async { continuation.resume(with: Result { try self.readToEnd() }) }
        }
    }

    private func readToEnd() throws -> String {
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &room, room.count, 0)
            if count == 0 || count < 0 && errno == ECONNRESET { break }
            guard count > 0 else { throw Failure(code: errno) }
            bytes += room[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
