import ServiceLifecycle

/// Gives memory back to the system now and then: after a busy hour the server is no larger than what it holds.
struct MemoryKeeper: Service {
    private static let pause = Duration.seconds(30)

    func run() async throws {
        while !Task.isCancelled {
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.pause) }
            } catch is CancellationError {
                return
            }
            SpareMemory.giveBack()
        }
    }
}
