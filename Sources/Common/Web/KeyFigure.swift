import AlisDomain

/// A figure with what it counts; the definition folds out, and the figure leads to the list behind it.
package enum KeyFigure {
    package static func html(
        _ number: String, _ name: String, definition: String, link: String?, isWarning: Bool, _ frame: Frame
    ) -> Html {
        let figure: Html = link.map { "<a href=\"\($0)\"><b>\(number)</b></a>" } ?? "<b>\(number)</b>"
        return """
            <div class="key\(isWarning ? " warn" : "")">\(figure)<details><summary>\(name)</summary><p>\(definition)</p></details></div>
            """
    }
}
