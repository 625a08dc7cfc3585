import AlisDomain

/// Something that waits for somebody (*venter på deg*): how many there are, and where something can be done about it.
package struct Waiting: Sendable {
    package let count: Int
    /// After the number.
    package let what: Text
    package let link: String
    package let isUrgent: Bool

    func html(_ frame: Frame) -> Html {
        "<li\(flag: " class=\"urgent\"", isUrgent)><b>\(count)</b><p><a href=\"\(link)\">\(frame[what])</a></p></li>"
    }
}

/// Where an area says what waits in it: lists that drive work, counted.
package protocol WaitingSource: Sendable {
    /// What waits for a viewer, for her start page.
    func waiting(for viewer: Viewer, on today: CalendarDay) async throws -> [Waiting]
}
