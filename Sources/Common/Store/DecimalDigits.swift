import AlisDomain

/// Numbers, days and instants read from UTF-8 bytes without a `String` between.
enum DecimalDigits {
    /// Reads an integer; what follows the last digit is ignored, and what does not fit is held at the limit, as SQLite does.
    static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
        let isNegative = bytes.first == UInt8(ascii: "-")
        var value: Int64 = 0
        for byte in bytes.dropFirst(isNegative ? 1 : 0) {
            guard byte >= 48, byte <= 57 else { break }
            // Counted downwards, for the lowest number has no positive twin.
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, borrow) = product.subtractingReportingOverflow(Int64(byte - 48))
            if overflow || borrow { return isNegative ? .min : .max }
            value = sum
        }
        if isNegative { return value }
        return value == .min ? .max : -value
    }

    /// Reads `YYYY-MM-DD`.
    static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDay? {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let century = two(bytes, 0),
            let year = two(bytes, 2), let month = two(bytes, 5), let day = two(bytes, 8)
        else { return nil }
        return CalendarDay(year: century * 100 + year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DDTHH:MM:SS.ffffffZ`, the only form that the store writes.
    static func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        guard bytes.count == 27, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            bytes[19] == UInt8(ascii: "."), bytes[26] == UInt8(ascii: "Z"), let day = day(UnsafeBufferPointer(rebasing: bytes[0..<10])),
            let hour = two(bytes, 11), hour < 24, let minute = two(bytes, 14), minute < 60, let second = two(bytes, 17), second < 60,
            let high = two(bytes, 20), let middle = two(bytes, 22), let low = two(bytes, 24)
        else { return nil }
        let seconds = Int64(hour * 3600 + minute * 60 + second)
        let fraction = Int64(high * 10_000 + middle * 100 + low)
        return Instant(microseconds: Instant(startOf: day).microseconds + seconds * 1_000_000 + fraction)
    }

    private static func two(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        let (tens, ones) = (bytes[index], bytes[index + 1])
        guard tens >= 48, tens <= 57, ones >= 48, ones <= 57 else { return nil }
        return Int(tens - 48) * 10 + Int(ones - 48)
    }
}
