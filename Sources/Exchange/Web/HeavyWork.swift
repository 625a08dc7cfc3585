import NIOPosix

/// Runs heavy work apart from the threads that answer requests.
enum HeavyWork {
    static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(body)
    }
}
