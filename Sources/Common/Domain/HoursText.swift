/// Hours as Norwegians write them (*timer*), from whole minutes.
package enum HoursText {
    /// `12`, `3,5`, `1 050`; one decimal where there is one, halves of a tenth up. `−2` below nothing.
    package static func hours(_ minutes: Int) -> String {
        let tenths = (Int(clamping: minutes.magnitude / 6)) + (minutes.magnitude % 6 >= 3 ? 1 : 0)
        let sign = minutes < 0 && tenths > 0 ? "−" : ""
        let digits = String(tenths / 10)
        var whole = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { whole.append("\u{202F}") }
            whole.append(digit)
        }
        return tenths % 10 == 0 ? "\(sign)\(whole)" : "\(sign)\(whole),\(tenths % 10)"
    }
}
