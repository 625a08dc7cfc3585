import AlisDomain

/// Small pictures of figures, drawn by the server. Each has its figures as text beside it, so the picture is hidden from screen readers.
package enum Charts {
    /// Bars side by side, each with its value on top.
    ///
    /// - Parameter links: the list behind each bar, in the bars' order; then each bar is a link with its own name.
    package static func bars(_ values: [(label: String, value: Int)], title: String, links: [String] = []) -> Html {
        guard let top = values.map(\.value).max(), top > 0 else { return .empty }
        let step = 520 / max(values.count, 1)
        let width = min(44, step * 2 / 3)
        let bars = values.enumerated().map { index, entry -> Html in
            let height = entry.value * 110 / top
            let x = 30 + index * step + (step - width) / 2
            let bar: Html = """
                <rect class="bar-mark" x="\(x)" y="\(140 - height)" width="\(width)" height="\(height)"/>\
                <text x="\(x + width / 2)" y="\(134 - height)" text-anchor="middle">\(Format.number(entry.value))</text>\
                <text x="\(x + width / 2)" y="158" text-anchor="middle">\(entry.label)</text>
                """
            guard index < links.count, entry.value > 0 else { return bar }
            return "<a href=\"\(links[index])\" aria-label=\"\(entry.label): \(Format.number(entry.value))\">\(bar)</a>"
        }
        return """
            <svg class="chart bars" viewBox="0 0 560 166" role="\(links.isEmpty ? "img" : "group")" aria-label="\(title)">\
            <line class="axis" x1="30" x2="550" y1="140" y2="140"/>\(bars)</svg>
            """
    }

    /// Lines over the same points in time, each named at its end.
    package static func lines(_ labels: [String], _ series: [(name: String, values: [Int])], title: String) -> Html {
        let top = series.flatMap(\.values).max() ?? 0
        guard top > 0, labels.count > 1 else { return .empty }
        let scale = roundUp(top)
        func x(_ index: Int) -> Int { 56 + index * 472 / (labels.count - 1) }
        func y(_ value: Int) -> Int { 144 - value * 120 / scale }
        let grid = [0, scale / 2, scale].map { value -> Html in
            """
            <line class="axis" x1="56" x2="528" y1="\(y(value))" y2="\(y(value))"/>\
            <text x="50" y="\(y(value) + 4)" text-anchor="end">\(Format.number(value))</text>
            """
        }
        let lines = series.enumerated().map { index, line -> Html in
            let points = line.values.enumerated().map { "\(x($0)),\(y($1))" }.joined(separator: " ")
            let last = line.values.last ?? 0
            return """
                <polyline class="line-\(index + 1)" points="\(points)"/>\
                <text class="name-\(index + 1)" x="528" y="\(max(12, y(last) - 8))" text-anchor="end">\(line.name)</text>
                """
        }
        let every = max(1, (labels.count + 10) / 11)
        let axis = labels.enumerated().filter { $0.offset % every == 0 }.map { index, label -> Html in
            // On a phone the letters are larger, and there is room for every other one.
            let isSpare = labels.count > 6 && (labels.count - 1 - index) / every % 2 == 1
            return "<text\(flag: " class=\"spare\"", isSpare) x=\"\(x(index))\" y=\"162\" text-anchor=\"middle\">\(label)</text>"
        }
        return "<svg class=\"chart lines\" viewBox=\"0 0 560 170\" role=\"img\" aria-label=\"\(title)\">\(grid)\(lines)\(axis)</svg>"
    }

    /// A round number with a whole half, not below the value and not far above it: 2,300 is drawn up to 3,000.
    private static func roundUp(_ value: Int) -> Int {
        var scale = 1
        while scale < value {
            for factor in [2, 3, 4, 6, 8, 10] where scale * factor >= value && (scale * factor).isMultiple(of: 2) { return scale * factor }
            scale *= 10
        }
        return max(2, scale)
    }
}
