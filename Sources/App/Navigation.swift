import AlisDomain

/// The main menu, by who is looking.
enum Navigation {
    static let items: @Sendable (Viewer?) -> [NavigationItem] = { viewer in
        guard let viewer else {
            return [NavigationItem(path: "/tall", text: CommonTexts.publicFigures)]
        }
        return entries.filter { !viewer.roles.isDisjoint(with: $0.roles) }.map(\.item)
    }

    private static let entries: [(item: NavigationItem, roles: Set<Role>)] = [
        // Her start page is her plan.
        (NavigationItem(path: "/", text: Text("Min utdanningsplan", nn: "Utdanningsplanen min")), [.alis]),
        (NavigationItem(path: "/oversikt", text: Text("Oversikt", nn: "Oversikt")), .staff),
        (NavigationItem(path: "/alis", text: Text("ALIS", nn: "ALIS")), .staff),
        (NavigationItem(path: "/kommuner", text: Text("Kommuner", nn: "Kommunar")), .staff),
        (NavigationItem(path: "/arbeidslister", text: Text("Arbeidslister", nn: "Arbeidslister")), .writers),
        (NavigationItem(path: "/veiledere", text: Text("Veiledere", nn: "Rettleiarar")), .writers.union([.supervisor, .directorate])),
        (NavigationItem(path: "/innlesing", text: Text("Les inn", nn: "Les inn")), .writers),
        (NavigationItem(path: "/oppfolging", text: Text("Oppfølging", nn: "Oppfølging")), .offices.union([.directorate])),
        (NavigationItem(path: "/laeringsmal", text: Text("Læringsmål", nn: "Læringsmål")), [.directorate]),
        (NavigationItem(path: "/grunndata", text: Text("Grunndata", nn: "Grunndata")), .offices),
        (NavigationItem(path: "/tilgang", text: Text("Tilgang", nn: "Tilgang")), [.administrator]),
        (NavigationItem(path: "/tall", text: CommonTexts.publicFigures), [.alis, .supervisor, .editor]),
    ]
}
