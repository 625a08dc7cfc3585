import Alis
import AlisDomain
import Foundation

/// Where the program has its time from: the system's clock, or one that was told when to begin and goes on from there (`--clock`).
/// Nothing else in the sources reads the time; an architecture test sees to it.
struct ProgramClock: Sendable {
    /// When it began, for a clock that is not the system's.
    let began: Instant?
    private let ahead: Int64

    /// The system's clock when `began` is nil.
    init(beginning began: Instant?) {
        self.began = began
        ahead = began.map { $0.microseconds - Self.systemTime } ?? 0
    }

    func now() -> Instant { Instant(microseconds: Self.systemTime + ahead) }

    /// What is said of it where the program says that it has started; empty for the system's.
    var note: String { began.map { " (practice: the clock began at \($0.iso.prefix(19))Z)" } ?? "" }

    private static var systemTime: Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000) }

    /// Reads `2027-01-31T12:00:00+01:00` (or with `Z`), or `2027-01-31`, which is noon that day in Norway. Nil for anything else.
    static func time(_ text: String) -> Instant? {
        if let time = Instant(iso: text) { return time }
        if let day = CalendarDay(iso: text) { return Instant(norwegianDay: day, hour: 12, minute: 0) }
        guard let (local, sign, hours, minutes) = text.wholeMatch(of: /(.+)([+-])(\d\d):(\d\d)/).map({ ($0.1, $0.2, $0.3, $0.4) }),
            let time = Instant(iso: "\(local)Z"), let hours = Int64(hours), let minutes = Int64(minutes), hours < 24, minutes < 60
        else { return nil }
        return time.adding(seconds: (sign == "+" ? -1 : 1) * (hours * 3600 + minutes * 60))
    }
}
