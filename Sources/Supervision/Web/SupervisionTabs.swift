import AlisDomain

/// The parts of supervision, above each of its pages.
enum SupervisionTabs {
    static func html(_ current: String, _ scope: SupervisionScope, _ frame: Frame) -> Html {
        var tabs: [(String, Text)] = []
        if scope.isWriter {
            tabs += [(Addresses.supervisors(), SupervisionTexts.supervisors)]
            tabs += SupervisionWork.allCases.map { ($0.address(), $0.title) }
        }
        if scope.isWriter || scope.viewer.has(.directorate) { tabs.append((Addresses.shortage(), ShortageTexts.title)) }
        tabs.append((Addresses.gatherings(), GatheringTexts.title))
        let items = tabs.map { path, text -> Html in
            "<li><a href=\"\(path)\" \(flag: "aria-current=\"page\"", path == current)>\(frame[text])</a></li>"
        }
        return "<nav class=\"tabs\" aria-label=\"\(frame[SupervisionTexts.supervision])\"><ul>\(items)</ul></nav>"
    }
}
