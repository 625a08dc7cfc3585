import NIOCore

/// How long a connection may keep the server waiting, and how much it may send for nothing.
struct ConnectionLimits: Sendable {
    /// Without a whole request: longer than proxies keep a connection that they mean to use again.
    var idle = TimeAmount.seconds(75)
    /// Without a byte of a request that is on its way.
    var silence = TimeAmount.seconds(15)
    /// For a request to be on its way, beside what its length takes at the slowest rate.
    var receiving = TimeAmount.seconds(30)
    /// The slowest that a request is waited for, in bytes a second.
    var slowestRate = 16 * 1024
    /// Without the other end taking a byte of its answer.
    var stalled = TimeAmount.seconds(30)
    /// What is read and thrown away of a request that was answered before it had come, in bytes.
    var drained = 256 * 1024
    /// How long the other end may take to see that the connection closes.
    var lingering = TimeAmount.seconds(2)
    /// How long what is under way may take once the server is to stop.
    var stopping = TimeAmount.seconds(10)
    /// How often all this is looked at.
    var look = TimeAmount.seconds(1)
}
