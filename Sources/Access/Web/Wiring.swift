import AlisDomain

/// What an application is put together from: what comes from outside, and the parts that areas make. A part is made once, when it is
/// first asked for, so an area may use what one further up gives: it knows the part by its kind alone.
package final class Wiring {
    package let database: Database
    package let settings: Settings
    package let surroundings: Surroundings
    private var makers: [ObjectIdentifier: AnyObject] = [:]

    private final class Maker<Part> {
        let make: (Wiring) throws -> Part
        var made: Part?

        init(_ make: @escaping (Wiring) throws -> Part) { self.make = make }
    }

    package init(database: Database, settings: Settings, surroundings: Surroundings) {
        self.database = database
        self.settings = settings
        self.surroundings = surroundings
    }

    /// Says how the part of a kind is made.
    package func give<Part>(_: Part.Type = Part.self, _ make: @escaping (Wiring) throws -> Part) {
        makers[ObjectIdentifier(Part.self)] = Maker(make)
    }

    /// The part of a kind.
    package func part<Part>(_: Part.Type = Part.self) throws -> Part {
        guard let maker = makers[ObjectIdentifier(Part.self)] as? Maker<Part> else { throw MissingPart(name: "\(Part.self)") }
        if let made = maker.made { return made }
        let made = try maker.make(self)
        maker.made = made
        return made
    }

    /// No area gives what another asks for.
    struct MissingPart: Error, CustomStringConvertible {
        let name: String
        var description: String { "no area gives \(name)" }
    }
}
