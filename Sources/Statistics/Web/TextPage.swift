import AlisDomain

/// A page of plain text: a heading, a sentence on what it is, and sections with their own headings.
struct TextPage {
    /// What stands in a section: paragraphs, a list, or terms with their meaning.
    enum Part {
        case text(Text)
        case list([Text])
        case terms([(term: Text, meaning: Text)])
        case html(Html)
    }

    let title: Text
    let lede: Text
    let sections: [(id: String, heading: Text, parts: [Part])]

    func html(_ frame: Frame) -> Html {
        let sections = self.sections.map { section -> Html in
            "<section id=\"\(section.id)\"><h2>\(frame[section.heading])</h2>\(section.parts.map { Self.part($0, frame) })</section>"
        }
        return "<div class=\"narrow\"><h1>\(frame[title])</h1><p class=\"lede\">\(frame[lede])</p>\(sections)</div>"
    }

    private static func part(_ part: Part, _ frame: Frame) -> Html {
        switch part {
        case .text(let text): "<p>\(frame[text])</p>"
        case .list(let items): "<ul>\(items.map { "<li>\(frame[$0])</li>" as Html })</ul>"
        case .terms(let terms):
            "<dl class=\"facts\">\(terms.map { "<dt>\(frame[$0.term])</dt><dd>\(frame[$0.meaning])</dd>" as Html })</dl>"
        case .html(let html): html
        }
    }
}
