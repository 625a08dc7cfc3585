import AlisDomain

/// An entry in the main menu.
package struct NavigationItem: Sendable {
    package let path: String
    package let text: Text

    package init(path: String, text: Text) {
        self.path = path
        self.text = text
    }
}

/// What surrounds a page and belongs to the visit, not to the page: language form, who is signed in, the menu, the form mark.
package struct Frame: Sendable {
    package var language: LanguageForm
    /// The path of the page itself, for the menu and the language switch.
    package var path: String
    package var query: String
    package var viewerName: String?
    package var viewerTitle: Text?
    package var navigation: [NavigationItem]
    /// Proves that a form came from our own page, for this session.
    package var formMark: String
    package var isDemo: Bool
    /// Changes when the style sheet or a script does.
    package var assetVersion: String
    package var today: CalendarDay
    /// Whether the search field is shown.
    package var canSearch: Bool
    /// Draws the mark of a form that is carried out once: an identity, which what the form makes may take for its own.
    package var newMark: @Sendable () -> RecordID

    package init(
        language: LanguageForm, path: String, query: String = "", viewerName: String? = nil, viewerTitle: Text? = nil,
        navigation: [NavigationItem] = [], formMark: String = "", isDemo: Bool = false, assetVersion: String = "",
        today: CalendarDay, canSearch: Bool = false, newMark: @escaping @Sendable () -> RecordID = { RecordID(high: 0, low: 0) }
    ) {
        self.language = language
        self.path = path
        self.query = query
        self.viewerName = viewerName
        self.viewerTitle = viewerTitle
        self.navigation = navigation
        self.formMark = formMark
        self.isDemo = isDemo
        self.assetVersion = assetVersion
        self.today = today
        self.canSearch = canSearch
        self.newMark = newMark
    }

    /// A text in the reader's language form.
    package subscript(text: Text) -> String { text[language] }
}

/// A page without its surroundings.
package struct Page: Sendable {
    package var title: String
    package var body: Html
    /// A sentence for search engines and link previews; public pages only.
    package var description: String?

    package init(title: String, body: Html, description: String? = nil) {
        self.title = title
        self.body = body
        self.description = description
    }
}
