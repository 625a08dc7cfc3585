/// A way back above a page's heading.
package struct Crumb: Sendable {
    package let address: String
    package let name: String

    package init(_ address: String, _ name: String) {
        self.address = address
        self.name = name
    }

    /// The ways back, the outermost first.
    static func html(_ crumbs: [Crumb]) -> Html {
        let links = crumbs.enumerated().map { "\($0 > 0 ? " › " : "")<a href=\"\($1.address)\">\($1.name)</a>" as Html }
        return "<p class=\"crumb\">\(links)</p>"
    }
}
