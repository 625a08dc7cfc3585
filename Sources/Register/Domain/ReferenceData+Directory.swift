extension ReferenceData {
    /// The directory of municipalities these data make: each row of a municipality cut where its office, trust or names change.
    package func directory() -> MunicipalityDirectory {
        let coverageByKey = Dictionary(grouping: coverage, by: \.value.municipality)
        let areasByKey = Dictionary(grouping: trustAreas.filter { $0.value.districtNumber.isEmpty }, by: \.value.municipality)
        let namesByKey = Dictionary(grouping: names, by: \.value.municipality)
        var stretches: [MunicipalityStretch] = []
        for row in municipalities {
            let key = row.value.municipality
            let coverage = coverageByKey[key] ?? []
            let areas = areasByKey[key] ?? []
            let names = namesByKey[key] ?? []
            let others = coverage.map(\.period) + areas.map(\.period) + names.map(\.period)
            for period in row.period.cut(by: others) {
                let day = period.from
                stretches.append(
                    MunicipalityStretch(
                        municipality: key, period: period,
                        facts: MunicipalityFacts(
                            number: row.value.number, name: row.value.name,
                            otherNames: names.filter { $0.period.contains(day) }.map(\.value.name),
                            countyNumber: row.value.countyNumber,
                            // The type has no word for "not known"; neutral is what a form in either language may be used with.
                            language: row.value.language ?? .neutral, centrality: row.value.centrality,
                            office: coverage.first { $0.period.contains(day) }?.value.office,
                            trust: areas.first { $0.period.contains(day) }?.value.trust,
                            organisationNumber: row.value.organisationNumber, isSamiArea: row.value.isSamiArea ?? false)))
            }
        }
        return MunicipalityDirectory(stretches: stretches, changes: changes.map(\.value), counties: counties.map(\.county))
    }
}

extension Period {
    /// This period in pieces, cut on every day that another begins or ends.
    func cut(by others: [Period]) -> [Period] {
        var days: Set<CalendarDay> = []
        for other in others {
            if other.from > from, contains(other.from) { days.insert(other.from) }
            if let end = other.to, end > from, contains(end) { days.insert(end) }
        }
        let starts = [from] + days.sorted()
        return starts.indices.compactMap { index in
            Period(from: starts[index], to: index + 1 < starts.count ? starts[index + 1] : to)
        }
    }
}
