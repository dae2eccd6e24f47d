#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file, a pipe or a terminal, and the system's calls that read it.
package final class OpenFile {
    /// Why the system could not do it.
    package struct Failure: Error {
        /// In the system's words.
        package let reason: String

        fileprivate init(_ number: Int32 = errno) { reason = String(cString: strerror(number)) }
    }

    private let descriptor: Int32
    /// How many bytes a regular file has; nil for pipes and the like.
    package let size: Int?
    /// Whether it is a folder, of which nothing can be read.
    package let isFolder: Bool
    /// The device, and the file's number on it.
    package let identity: (device: UInt64, number: UInt64)

    /// Opens a file, without waiting for whoever will write to a pipe.
    ///
    /// - Parameter path: its path; nil for standard input, which stays open afterwards.
    /// - Throws: why the system does not open it.
    package init(_ path: String?) throws(Failure) {
        if let path {
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { throw Failure() }
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        } else {
            descriptor = STDIN_FILENO
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure() }
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
        identity = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino))
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    /// Whether a read would return at once; of a pipe that nobody has written to yet it would not.
    ///
    /// - Parameter milliseconds: how long to wait for that; negative for ever.
    /// - Returns: whether it is so.
    package func isReady(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    /// Appends the next bytes.
    ///
    /// - Parameters:
    ///   - count: how many at most.
    ///   - bytes: where they are appended.
    /// - Returns: how many there were; zero at the end.
    /// - Throws: why they cannot be read.
    package func read(_ count: Int, into bytes: inout [UInt8]) throws(Failure) -> Int {
        try append(count, to: &bytes) { [descriptor] in
            #if canImport(Glibc)
                Glibc.read(descriptor, $0, $1)
            #else
                Darwin.read(descriptor, $0, $1)
            #endif
        }
    }

    /// Some bytes elsewhere in a regular file, fewer only where it ends; nil where one cannot go there.
    package func read(at offset: Int, count: Int) throws(Failure) -> [UInt8]? {
        guard let size else { return nil }
        guard offset >= 0, offset < size, count > 0 else { return [] }
        let wanted = min(count, size - offset)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(wanted)
        while bytes.count < wanted {
            let place = off_t(offset + bytes.count)
            let got = try append(wanted - bytes.count, to: &bytes) { [descriptor] in
                pread(descriptor, $0, $1, place)
            }
            if got == 0 { break }
        }
        return bytes
    }

    private func append(
        _ count: Int,
        to bytes: inout [UInt8],
        reading: (UnsafeMutableRawPointer, Int) -> Int
    ) throws(Failure) -> Int {
        let old = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        var got = 0
        repeat {
            got = bytes.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { reading($0 + old, count) } ?? 0
            }
        } while got < 0 && errno == EINTR
        let number = errno
        bytes.removeLast(count - max(0, got))
        guard got >= 0 else { throw Failure(number) }
        return got
    }
}
