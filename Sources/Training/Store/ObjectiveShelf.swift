import AlisDomain

/// Where the catalogue of learning objectives comes from: what has been imported, and, for a set of which nothing has been, our sample.
package struct ObjectiveShelf: Sendable {
    /// The small catalogue that comes with the program: an example and not the regulation's text.
    package let sample: ObjectiveCatalogue

    /// Reads the sample from the folder of reference data. Lines with a problem are left out.
    package static func read(folder: String) -> (shelf: ObjectiveShelf, problems: [ReferenceProblem]) {
        let name = "rules/objectives_sample.csv"
        guard let text = RuleBookFiles.text(folder + "/" + name) else {
            return (ObjectiveShelf(sample: ObjectiveCatalogue([])), [ReferenceProblem(file: name, kind: .missingFile)])
        }
        let (catalogue, problems) = RuleParser.catalogue(name, text)
        return (ObjectiveShelf(sample: catalogue), problems)
    }

    /// What has been imported, by code.
    package static func imported(on connection: Connection) throws -> [String: Timeline<CatalogueEntry>] {
        try FactStore.timelines(CatalogueEntry.self, where: "1 = 1", on: connection)
    }

    /// The catalogue in use now.
    package func catalogue(on connection: Connection) throws -> ObjectiveCatalogue {
        let entries = try FactStore.versions(CatalogueEntry.self, where: "supersededIn IS NULL", on: connection)
        return catalogue(of: entries.map { $0.value.objective(in: $0.period) })
    }

    /// The catalogue in use when this is all that has been imported.
    package func catalogue(of imported: [Objective]) -> ObjectiveCatalogue {
        if imported.isEmpty { return sample }
        let sets = Set(imported.map(\.set))
        return ObjectiveCatalogue(imported + sample.objectives.filter { !sets.contains($0.set) })
    }

    /// The objective with a code in the catalogue, or in the sample that it took the place of: what a doctor has keeps its name.
    package func objective(_ code: Objective.Code, in catalogue: ObjectiveCatalogue, on day: CalendarDay) -> Objective? {
        catalogue.objective(code, on: day) ?? sample.objective(code, on: day)
    }

    /// Every code there is a name for.
    package func codes(_ catalogue: ObjectiveCatalogue) -> Set<Objective.Code> {
        Set(catalogue.objectives.map(\.code)).union(sample.objectives.map(\.code))
    }
}
