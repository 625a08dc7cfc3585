import AlisDomain
import Foundation
import NIOCore
import ServiceLifecycle
import Testing

@testable import Alis

/// The real server on real sockets, against clients that no browser is like.
@Suite(.serialized) struct ServerTests {
    @Test func `what cannot be read as a request, or names no host or two, is answered with 400`() async throws {
        let test = try await TestApplication.make()
        let server = try TestServer(database: test.application.settings.database)
        let (get, host) = ("GET /logg-inn HTTP/1.1\r\n", "Host: alis.test\r\n")
        let chunked = "POST /sprak HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"
        let bad = [
            get + "\r\n", get + "Host:\r\n\r\n", get + host + "Host: ond.example\r\n\r\n", get + host + host + "\r\n",
            "GET /css/alis.css HTTP/1.1\r\n\r\n", "GET /finnes-ikke HTTP/1.1\r\n\r\n", get + host + "Transfer-Encoding: foo\r\n\r\n",
            "POST /sprak HTTP/1.1\r\n\(host)Transfer-Encoding: foo\r\n\r\nmaal=nb",
            "POST /sprak HTTP/1.1\r\n\(host)Transfer-Encoding: chunked, foo\r\n\r\n0\r\n\r\n", chunked + "zz\r\nmaal=nb\r\n0\r\n\r\n",
            chunked + "fffffffffffffffff\r\nmaal=nb\r\n0\r\n\r\n", chunked + "3\r\nmaal=nb\r\n0\r\n\r\n",
            get + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
            "POST /sprak HTTP/1.1\r\n\(host)Content-Length: 4\r\nContent-Length: 5\r\n\r\nmaal",
            "POST /sprak HTTP/1.1\r\n\(host)Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "\u{16}\u{3}\u{1}\r\n\r\n",
        ]
        for request in bad {
            let socket = try TestSocket(port: server.port)
            socket.send(request)
            #expect(socket.status() == 400, "\(request.debugDescription)")
        }
        let good = try TestSocket(port: server.port)
        good.send("POST /sprak HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n")
        good.send("Content-Type: application/x-www-form-urlencoded\r\n\r\n7\r\nmaal=nb\r\n0\r\n\r\n")
        #expect(good.status() == 303)
        good.send(get + host + "\r\n")
        #expect(good.status() == 200, "the same connection goes on")
    }

    @Test func `a connection of HTTP 1.0 closes after its answer unless it asks to be kept`() async throws {
        let test = try await TestApplication.make()
        let server = try TestServer(database: test.application.settings.database)
        let host = "Host: alis.test\r\n"
        for headers in [host, host + "Connection: close\r\n"] {
            let closed = try TestSocket(port: server.port)
            closed.send("GET /logg-inn HTTP/1.0\r\n\(headers)\r\n")
            #expect(closed.status() == 200)
            #expect(closed.isClosed())
        }
        let kept = try TestSocket(port: server.port)
        for _ in 0..<2 {
            kept.send("GET /logg-inn HTTP/1.0\r\n\(host)Connection: keep-alive\r\n\r\n")
            #expect(kept.status() == 200)
        }
    }

    @Test func `of what nobody signed out may send, nothing is stored and little is read`() async throws {
        let test = try await TestApplication.make()
        let server = try TestServer(database: test.application.settings.database)
        let paths = test.routes.filter { $0.method == .post }.map { $0.path.replacing(/:[a-z]+/, with: "0") }
        for _ in 0..<3 { _ = try server.get("/logg-inn") }
        let before = try await test.fingerprint()
        let memory = try server.memory()
        let part = [UInt8](repeating: 45, count: 65_536)
        let answers = try await withThrowingTaskGroup(of: (Int?, Int).self) { group in
            for (number, path) in (["/innlesing", "/innlesing"] + paths).prefix(24).enumerated() {
                group.addTask {
                    try await TestSocket.waiting {
                        let socket = try TestSocket(port: server.port)
                        let isInPieces = number % 2 == 1
                        socket.send("POST \(path) HTTP/1.1\r\nHost: alis.test\r\nContent-Type: multipart/form-data; boundary=g\r\n")
                        socket.send(isInPieces ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 24117248\r\n\r\n")
                        var sent = 0
                        while sent < 23 << 20 {
                            if isInPieces { socket.send("10000\r\n") }
                            guard socket.send(part) else { break }
                            if isInPieces { socket.send("\r\n") }
                            sent += part.count
                        }
                        return (socket.status(), sent)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let grown = try server.peakMemory() - memory
        #expect(grown < 10 << 20, "by \(grown) bytes")
        #expect(answers.allSatisfy { [403, 404, 413, nil].contains($0.0) }, "\(answers)")
        #expect(answers.count { $0.0 != nil } > 12, "\(answers)")
        #expect(answers.allSatisfy { $0.1 < 23 << 20 }, "the connection is closed before all of it is sent")
        _ = try server.get("/logg-inn")
        #expect(try await test.fingerprint() == before)
        #expect(try await test.heldForms() == 0)
    }

    /// On a busy machine an answer may be late: whoever asks again is let in.
    private static func patiently(_ server: TestServer) throws -> Int? {
        for _ in 0..<5 { if let status = try server.get("/logg-inn") { return status } }
        return nil
    }

    @Test func `four hundred silent connections keep nobody out, with 256 descriptors`() async throws {
        let test = try await TestApplication.make()
        let server = try TestServer(database: test.application.settings.database, descriptors: 256)
        let beginnings = ["", "GET / HTTP/1.1\r\nHos", "POST /sprak HTTP/1.1\r\nHost: alis.test\r\nContent-Length: 100\r\n\r\nmaal"]
        let statuses = try await TestSocket.waiting {
            var silent: [TestSocket] = []
            for number in 0..<400 {
                let socket = try TestSocket(port: server.port)
                socket.send(beginnings[number % beginnings.count])
                silent.append(socket)
            }
            return try withExtendedLifetime(silent) { try (0..<5).map { _ in try Self.patiently(server) } }
        }
        #expect(statuses == [200, 200, 200, 200, 200])
    }

    @Test func `the server stops when it is told to, whoever is connected`() async throws {
        let test = try await TestApplication.make()
        let server = try TestServer(database: test.application.settings.database)
        let code = try await TestSocket.waiting {
            let (silent, begun, idle) = (
                try TestSocket(port: server.port), try TestSocket(port: server.port), try TestSocket(port: server.port)
            )
            begun.send("GET / HTTP/1.1\r\nHos")
            idle.send("GET /logg-inn HTTP/1.1\r\nHost: alis.test\r\n\r\n")
            _ = idle.status()
            return withExtendedLifetime((silent, begun, idle)) { server.stop() }
        }
        #expect(code == 0)
    }

    @Test func `a body that never comes to its end, and an answer that nobody reads, hold up no stop`() async throws {
        let test = try await TestApplication.make()
        let limits = ConnectionLimits(stopping: .milliseconds(100), look: .milliseconds(20))
        try await serve(test, limits) { port, stop in
            let half = try TestSocket(port: port)
            half.send("POST /sprak HTTP/1.1\r\nHost: alis.test\r\nContent-Length: 100\r\n\r\nmaal")
            let slow = try TestSocket(port: port, buffer: 2048)
            for _ in 0..<200 { slow.send("GET /logg-inn HTTP/1.1\r\nHost: alis.test\r\n\r\n") }
            _ = slow.status()
            stop()
            #expect(half.isClosed() && slow.isClosed())
        }
    }

    @Test func `whoever says nothing more, or takes nothing of the answer, is let go`() async throws {
        let test = try await TestApplication.make()
        let limits = ConnectionLimits(
            idle: .milliseconds(100), silence: .milliseconds(100), stalled: .milliseconds(100), look: .milliseconds(20))
        let connections = OpenConnections(most: 100)
        try await serve(test, limits, connections) { port, stop in
            let (silent, begun, half) = (try TestSocket(port: port), try TestSocket(port: port), try TestSocket(port: port))
            begun.send("GET / HTTP/1.1\r\nHos")
            half.send("POST /sprak HTTP/1.1\r\nHost: alis.test\r\nContent-Length: 100\r\n\r\nmaal")
            #expect(silent.isClosed() && begun.isClosed() && half.isClosed())
            // More than the system keeps for a reader who takes nothing. On a busy machine the answers are long in the making.
            let slow = try TestSocket(port: port, buffer: 2048)
            for _ in 0..<500 { slow.send("GET /logg-inn HTTP/1.1\r\nHost: alis.test\r\n\r\n") }
            for _ in 0..<6000 where connections.count > 0 { usleep(100_000) }
            #expect(connections.count == 0)
            withExtendedLifetime(slow) { stop() }
        }
    }

    /// Serves in this process, with limits of the test's own, until `body` says stop.
    private func serve(
        _ test: TestApplication, _ limits: ConnectionLimits, _ connections: OpenConnections = OpenConnections(most: 100),
        _ body: @escaping @Sendable (Int, @escaping @Sendable () -> Void) throws -> Void
    ) async throws {
        let (ports, started) = AsyncStream<Int>.makeStream()
        var application = test.application
        application.settings.port = 0
        let server = application.server(limits: limits, connections: connections) { started.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [server], logger: test.surroundings.logger))
        async let running: Void = group.run()
        let port = try #require(await ports.first { _ in true })
        try await TestSocket.waiting { try body(port) { Task { await group.triggerGracefulShutdown() } } }
        try await running
    }
}
