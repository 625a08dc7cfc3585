import AlisDomain

/// The pages where somebody whose session had run out goes on with the form she sent.
enum HeldFormPages {
    /// What a kept form is, so that nobody sends one without knowing.
    struct Model {
        let place: HeldFormPlace
        let writer: String
        let form: HeldForm
        let fields: FormData
        let files: [UploadedFile]
        let token: String
        let isFromOldPage: Bool
    }

    static func askingToSignIn(token: String, _ frame: Frame) -> Html {
        """
        <div class="narrow"><h1>\(frame[AccessTexts.heldTitle])</h1><p class="lede">\(frame[AccessTexts.heldSignIn])</p>
        <p><a class="btn" href="\(Addresses.signIn())?videre=\(Addresses.heldForm(token))">\(frame[AccessTexts.signInTitle])</a></p></div>
        """
    }

    static func asking(_ model: Model, _ frame: Frame) -> Html {
        let links = model.place.pages.map { "<a href=\"\($0.address)\">\($0.title)</a>" as Html }
        let page: Html =
            links.isEmpty ? .empty : "<dt>\(frame[AccessTexts.heldPage])</dt><dd>\(Html.join(links, separator: " › "))</dd>"
        let fileRows = model.files.map {
            "<tr><th scope=\"row\">\(frame[AccessTexts.heldFile])</th><td>\($0.fileName)</td></tr>" as Html
        }
        return """
            <div class="narrow"><h1>\(frame[AccessTexts.heldTitle])</h1>\
            <p class="lede">\(frame[model.isFromOldPage ? AccessTexts.heldOldPage : AccessTexts.heldReady])</p>
            <dl class="facts"><dt>\(frame[AccessTexts.heldAct])</dt><dd>\(frame[model.place.act])</dd>\(page)\
            <dt>\(frame[AccessTexts.heldWriter])</dt><dd>\(model.writer), \(Format.time(model.form.heldAt))</dd></dl>
            <table class="plain"><tbody>\(SignInPages.typed(model.fields))\(fileRows)</tbody></table>
            <form method="post" action="\(Addresses.heldForm(model.token))">\(Form.mark(frame))
            <p class="acts"><button class="btn">\(frame[AccessTexts.heldSend])</button>\
            <a class="btn quiet" href="\(model.place.pages.last?.address ?? "/")">\(frame[CommonTexts.cancel])</a></p></form></div>
            """
    }

    /// Not there, and most often because it was sent: whoever presses twice is to know that nothing is lost.
    static func gone(_ frame: Frame) -> Html {
        """
        <div class="narrow"><h1>\(frame[AccessTexts.heldGoneTitle])</h1><p class="lede">\(frame[AccessTexts.heldGone])</p>\
        <p><a href="/">\(frame[AccessTexts.heldGoneHome])</a></p></div>
        """
    }
}
