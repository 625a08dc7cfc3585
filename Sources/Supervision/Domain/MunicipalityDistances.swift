import Foundation

/// Where each municipality's centre lies (*kommunesenter*), from `Reference/municipality_places.csv`, and how far apart two are.
package struct MunicipalityDistances: Hashable, Sendable {
    /// Ten-thousandths of a degree (WGS84).
    package struct Place: Hashable, Sendable {
        package let latitude: Int
        package let longitude: Int

        package init(latitude: Int, longitude: Int) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    package let places: [MunicipalityID: Place]

    package init(_ places: [MunicipalityID: Place]) { self.places = places }

    /// Kilometres in a straight line over the ground between two centres; nil when either is not known.
    ///
    /// As the crow flies: fjords and ferries make the way longer, which is said where it is shown.
    package func kilometres(_ from: MunicipalityID, _ to: MunicipalityID) -> Int? {
        if from == to { return 0 }
        guard let first = places[from], let second = places[to] else { return nil }
        func radians(_ value: Int) -> Double { Double(value) / 10_000 * .pi / 180 }
        let (north, south) = (radians(first.latitude), radians(second.latitude))
        let across = radians(second.longitude - first.longitude)
        let half = sin((south - north) / 2) * sin((south - north) / 2) + cos(north) * cos(south) * sin(across / 2) * sin(across / 2)
        return Int((2 * 6371.0088 * asin(min(1, half.squareRoot()))).rounded())
    }

    /// Reads the file; every problem with its line.
    package static func parse(_ text: String) -> (distances: MunicipalityDistances, problems: [ReferenceProblem]) {
        let file = "municipality_places.csv"
        guard let csv = ReferenceCSV(text) else { return (MunicipalityDistances([:]), [ReferenceProblem(file: file, kind: .unreadable)]) }
        var problems = ["key", "latitude", "longitude", "source"].filter { !csv.header.contains($0) }
            .map { ReferenceProblem(file: file, line: 1, kind: .missingColumn($0)) }
        if !problems.isEmpty { return (MunicipalityDistances([:]), problems) }
        var places: [MunicipalityID: Place] = [:]
        for line in csv.lines {
            guard line.cells.count == csv.header.count else {
                let kind = ReferenceProblem.Kind.wrongCellCount(expected: csv.header.count, found: line.cells.count)
                problems.append(ReferenceProblem(file: file, line: line.number, kind: kind))
                continue
            }
            var reading = ReferenceLine(
                file: file, number: line.number, cells: Dictionary(zip(csv.header, line.cells)) { first, _ in first })
            if let key = reading.required("key", { MunicipalityID($0) }),
                let latitude = reading.required("latitude", { degrees($0, in: 500_000...900_000) }),
                let longitude = reading.required("longitude", { degrees($0, in: -100_000...400_000) })
            {
                if places.updateValue(Place(latitude: latitude, longitude: longitude), forKey: key) != nil {
                    problems.append(ReferenceProblem(file: file, line: line.number, kind: .overlap(id: key.key, day: .earliest)))
                }
            }
            problems += reading.problems
        }
        return (MunicipalityDistances(places), problems)
    }

    /// Ten-thousandths of a degree with one to four decimals.
    private static func degrees(_ text: String, in range: ClosedRange<Int>) -> Int? {
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...3).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let whole = Int(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard (1...4).contains(fraction.utf8.count), let digits = Int(fraction + String(repeating: "0", count: 4 - fraction.utf8.count))
        else { return nil }
        let value = (whole * 10_000 + digits) * (isNegative ? -1 : 1)
        return range.contains(value) ? value : nil
    }
}
