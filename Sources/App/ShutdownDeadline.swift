import Foundation
import Logging
import ServiceLifecycle

/// Ends the program some seconds after it was told to stop, whatever is still under way. What is not committed then is undone, as when
/// power fails; what was answered is kept.
struct ShutdownDeadline: Service {
    private static let seconds = 13.0
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.seconds) {
            logger.warning("stopped with work under way; what was not saved is undone")
            _exit(0)
        }
    }
}
