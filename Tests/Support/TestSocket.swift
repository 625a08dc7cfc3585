import Foundation

/// A plain connection to a server on this machine, which sends whatever bytes it is given, as no browser would.
final class TestSocket: @unchecked Sendable {
    struct Failure: Error { let number: Int32 }

    private let descriptor: Int32

    /// - Parameter buffer: how much the system takes in before it is read; little for a slow reader.
    init(port: Int, buffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(number: errno) }
        if var buffer { setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &buffer, socklen_t(MemoryLayout<Int32>.size)) }
        // A server that answers nothing fails the test instead of holding it up.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var found: UnsafeMutablePointer<addrinfo>?
        getaddrinfo("127.0.0.1", "\(port)", nil, &found)
        defer { freeaddrinfo(found) }
        guard let address = found?.pointee, connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 else {
            let number = errno
            Foundation.close(descriptor)
            throw Failure(number: number)
        }
    }

    deinit { Foundation.close(descriptor) }

    /// Sends text; gives whether all of it could be sent.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// The status of the next answer: its first line, and no more of it than came with that. Nil when the connection is closed instead.
    func status() -> Int? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }

    /// Reads on until the other end closes; gives whether it did.
    func isClosed() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count == 0 || (count < 0 && errno == ECONNRESET) { return true }
            if count < 0 { return false }
        }
    }

    /// Runs what waits on sockets off the threads that run the tests.
    static func waiting<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { done in Thread.detachNewThread { done.resume(with: Result { try body() }) } }
    }
}
