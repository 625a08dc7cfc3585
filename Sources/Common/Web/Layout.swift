import AlisDomain

/// The one layout all pages share.
package enum Layout {
    /// A whole document.
    package static func document(_ page: Page, in frame: Frame) -> Html {
        """
        <!doctype html>
        <html lang="\(frame.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(page.title) – Alis</title>
        \(page.description.map { "<meta name=\"description\" content=\"\($0)\">" as Html })
        <link rel="stylesheet" href="/css/alis.css?\(frame.assetVersion)">
        <link rel="icon" href="/bilder/alis.svg?\(frame.assetVersion)" type="image/svg+xml">
        <script src="/js/alis.js?\(frame.assetVersion)" defer></script>
        </head>
        <body>
        <a class="skip" href="#innhold">\(frame[CommonTexts.skipToContent])</a>
        \(frame.isDemo ? "<p class=\"notice\">\(frame[CommonTexts.syntheticNotice]) <a href=\"\(Addresses.practiceData())\">\(frame[CommonTexts.syntheticMore])</a></p>" as Html : .empty)
        \(header(frame))
        <main id="innhold" tabindex="-1">
        \(page.body)
        </main>
        \(footer(frame))
        </body>
        </html>

        """
    }

    private static func header(_ frame: Frame) -> Html {
        let items = Html.each(frame.navigation) { item, html in
            let isCurrent = frame.path == item.path || frame.path.hasPrefix(item.path + "/")
            html.appendLiteral("<li><a href=\"")
            html.appendInterpolation(item.path)
            html.appendLiteral("\" ")
            html.appendInterpolation(flag: "aria-current=\"page\"", isCurrent)
            html.appendLiteral(">")
            html.appendInterpolation(frame[item.text])
            html.appendLiteral("</a></li>")
        }
        let menu: Html = items.isEmpty ? .empty : "<nav aria-label=\"\(frame[CommonTexts.mainMenu])\"><ul>\(items)</ul></nav>"
        let search: Html =
            frame.canSearch
            ? """
            <form class="find" action="\(Addresses.search())" role="search"><input type="search" name="q" maxlength="100" \
            placeholder="\(frame[CommonTexts.searchPlaceholder])" aria-label="\(frame[CommonTexts.search])"></form>
            """ : .empty
        return """
            <header class="top">
            <a class="brand" href="/"><svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true"><path d="M12 1.6 21 6.8v10.4l-9 5.2-9-5.2V6.8z" fill="currentColor"/><path class="brand-mark" d="M7.2 16.2 12 6.9l4.8 9.3" fill="none" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round"/></svg>Alis</a>
            \(menu)\(search)\(who(frame))
            </header>
            """
    }

    private static func who(_ frame: Frame) -> Html {
        guard let name = frame.viewerName else {
            return "<div class=\"who\"><a class=\"btn quiet\" href=\"\(Addresses.signIn())\">\(frame[CommonTexts.signIn])</a></div>"
        }
        return """
            <div class="who"><div><b>\(name)</b><span>\(frame.viewerTitle.map { frame[$0] } ?? "")</span></div>
            <form method="post" action="\(Addresses.signOut())">\(Form.mark(frame))<button class="link">\(frame[CommonTexts.signOut])</button></form></div>
            """
    }

    private static func footer(_ frame: Frame) -> Html {
        let other: LanguageForm = frame.language == .bokmal ? .nynorsk : .bokmal
        let back = frame.query.isEmpty ? frame.path : "\(frame.path)?\(frame.query)"
        let switchLink: Html = """
            <form method="post" action="\(Addresses.language())"><input type="hidden" name="maal" value="\(other.rawValue)">\
            <input type="hidden" name="tilbake" value="\(back)"><button class="link" lang="\(other.rawValue)">\
            \(other == .nynorsk ? "Nynorsk" : "Bokmål")</button></form>
            """
        return """
            <footer><span>\(frame[CommonTexts.footerOwner])</span>
            <a href="\(Addresses.figures())">\(frame[CommonTexts.publicFigures])</a>
            <a href="\(Addresses.aboutFigures())">\(frame[CommonTexts.aboutFigures])</a>
            <a href="\(Addresses.accessibility())">\(frame[CommonTexts.accessibility])</a>
            <a href="\(Addresses.privacy())">\(frame[CommonTexts.privacy])</a>
            \(switchLink)</footer>
            """
    }
}
