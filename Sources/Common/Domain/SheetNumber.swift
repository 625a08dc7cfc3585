/// A number in a cell together with how the cell shows it, as far as that carries meaning.
package struct SheetNumber: Hashable, Sendable {
    /// How the cell shows the number.
    package enum Form: Hashable, Sendable {
        case general
        /// 0.8 is shown as `80 %`.
        case percent
        /// Shown with leading zeros to at least this many digits: the municipality number 301 as `0301`.
        case zeroPadded(digits: UInt8)
    }

    /// The stored number: 0.8 for a cell that shows `80 %`. Always finite.
    package let value: Double
    /// How the cell shows it.
    package let form: Form

    /// Nil when `value` is infinite or not a number.
    package init?(_ value: Double, form: Form = .general) {
        guard value.isFinite else { return nil }
        self.value = value
        self.form = form
    }

    /// The cell shows a percentage: `value` 0.8 is 80 %.
    package var isPercent: Bool { form == .percent }

    /// The number when it is whole and small enough to be exact (15 digits, all that Excel keeps).
    package var whole: Int? {
        guard value.rounded(.towardZero) == value, abs(value) < 1e15 else { return nil }
        return Int(value)
    }

    /// All digits of the stored number with a decimal point, never in powers of ten while it is whole:
    /// `9123456`, `0.8`. Leading zeros are not included.
    package var plainText: String {
        if let whole { return String(whole) }
        return String(value)
    }

    /// What the cell shows: `9123456`, `0301`, `0,8`, `80 %`.
    package var shownText: String {
        switch form {
        case .general:
            return plainText.replacing(".", with: ",")
        case .percent:
            // Hundredths of a percent: 0.29 * 100 is 28.999999999999996.
            let percent = (value * 1e6).rounded() / 1e4
            let shown = SheetNumber(percent)?.plainText ?? plainText
            return shown.replacing(".", with: ",") + " %"
        case .zeroPadded(let digits):
            guard let whole, whole >= 0 else { return plainText.replacing(".", with: ",") }
            let text = String(whole)
            return String(repeating: "0", count: max(0, Int(digits) - text.utf8.count)) + text
        }
    }
}
