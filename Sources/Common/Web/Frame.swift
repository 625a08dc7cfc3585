import AlisDomain

/// An entry in the main menu.
package struct NavigationItem: Sendable {
    package let path: String
    package let text: Text
}

/// What surrounds a page and belongs to the visit, not to the page: language form, who is signed in, the menu, the form mark.
package struct Frame: Sendable {
    package var language: LanguageForm
    /// The path of the page itself, for the menu and the language switch.
    package var path: String
    package var query = ""
    package var viewerName: String?
    package var viewerTitle: Text?
    package var navigation: [NavigationItem] = []
    /// Proves that a form came from our own page, for this session.
    package var formMark = ""
    package var isDemo = false
    /// Changes when the style sheet or a script does.
    package var assetVersion = ""
    package var today: CalendarDay
    /// The kinds of change: the log has their codes alone.
    package var acts: Set<ChangeAct> = []
    /// Whether the search field is shown.
    package var canSearch = false
    /// Draws the mark of a form that is carried out once: an identity, which what the form makes may take for its own.
    package var newMark: @Sendable () -> RecordID = { RecordID(high: 0, low: 0) }

    /// A text in the reader's language form.
    package subscript(text: Text) -> String { text[language] }
}

/// A page without its surroundings.
package struct Page: Sendable {
    package var title: String
    package var body: Html
    /// A sentence for search engines and link previews; public pages only.
    package var description: String?
}
