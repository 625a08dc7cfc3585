import CMalloc

/// Memory the allocator keeps after it was freed, ready for the next who asks.
package enum SpareMemory {
    /// Gives it back to the system. Worth it once, after work that needed far more than what is left of it: it takes milliseconds.
    package static func giveBack() { alis_trim_memory() }
}
