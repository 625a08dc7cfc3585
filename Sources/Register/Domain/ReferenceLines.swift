// How one line of each reference file is read.

private func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

private func yesNo(_ text: String) -> Bool? { text == "yes" ? true : text == "no" ? false : nil }

private func number(_ range: ClosedRange<Int>) -> (String) -> Int? {
    { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
}

private func thousandths(_ text: String) -> Int? {
    guard let share = Double(text), share > 0, share <= 1 else { return nil }
    return Int((share * 1000).rounded())
}

extension ReferenceParser {
    static func municipality(_ line: inout ReferenceLine) -> ReferenceRow<MunicipalityRecord>? {
        guard let key = line.required("key", { MunicipalityID($0) }), let period = line.period(),
            let digits = line.required("number", { $0.utf8.count == 4 ? MunicipalityNumber($0) : nil }),
            let name = line.required("name", filled),
            let county = line.required("county", { $0 == digits.county ? $0 : nil }),
            let language = line.optional("language", { LanguageDecision(rawValue: $0) }),
            let centrality = line.optional("centrality", number(1...6)),
            let organisation = line.optional("organisation_number", { OrganisationNumber($0) }),
            let isSami = line.optional("sami_area", yesNo),
            let fact = line.sourced(
                MunicipalityRecord(
                    municipality: key, number: digits, name: name, countyNumber: county, language: language, centrality: centrality,
                    organisationNumber: organisation, isSamiArea: isSami))
        else { return nil }
        return ReferenceRow(id: key.key, period: period, fact: fact)
    }

    static func name(_ line: inout ReferenceLine) -> ReferenceRow<MunicipalityNameRecord>? {
        guard let key = line.required("key", { MunicipalityID($0) }), let period = line.period(),
            let language = line.required("language", { MunicipalityFacts.LocalName.Language(rawValue: $0) }),
            let name = line.required("name", filled),
            let fact = line.sourced(MunicipalityNameRecord(municipality: key, name: .init(language: language, name: name)))
        else { return nil }
        return ReferenceRow(id: "\(key) \(language.rawValue) \(name)", period: period, fact: fact)
    }

    static func change(_ line: inout ReferenceLine) -> ReferenceRow<MunicipalityChange>? {
        guard let from = line.required("from", { CalendarDay(iso: $0) }),
            let kind = line.required("kind", { MunicipalityChange.Kind(rawValue: $0) }),
            let old = line.required("old_key", { MunicipalityID($0) }), let new = line.required("new_key", { MunicipalityID($0) }),
            let share = line.optional("share", thousandths),
            let fact = line.sourced(
                MunicipalityChange(from: from, kind: kind, old: old, new: new, shareThousandths: share, note: line.text("note")))
        else { return nil }
        return ReferenceRow(id: "\(from.iso) \(kind.rawValue) \(old) \(new)", period: Period(startingOn: from), fact: fact)
    }

    static func county(_ line: inout ReferenceLine) -> ReferenceRow<CountyRecord>? {
        guard let digits = line.required("number", { $0.utf8.count == 2 ? $0 : nil }), let name = line.required("name", filled),
            let official = line.required("official_name", filled), let period = line.period(), let region = line.required("region", filled),
            let fact = line.sourced(CountyRecord(number: digits, name: name, officialName: official, region: region))
        else { return nil }
        return ReferenceRow(id: digits, period: period, fact: fact)
    }

    static func population(_ line: inout ReferenceLine) -> ReferenceRow<Population>? {
        guard let key = line.required("key", { MunicipalityID($0) }), let year = line.required("year", number(1900...2200)),
            let count = line.required("count", number(0...100_000_000)),
            let from = CalendarDay(year: year, month: 1, day: 1), let to = CalendarDay(year: year + 1, month: 1, day: 1),
            let period = Period(from: from, to: to), let fact = line.sourced(Population(municipality: key, count: count))
        else { return nil }
        return ReferenceRow(id: key.key, period: period, fact: fact)
    }

    static func region(_ line: inout ReferenceLine) -> ReferenceRow<HealthRegion>? {
        guard let code = line.required("code", filled), let name = line.required("name", filled),
            let short = line.required("short_name", filled),
            let fact = line.sourced(HealthRegion(code: code, name: name, shortName: short))
        else { return nil }
        return ReferenceRow(id: code, period: .always, fact: fact)
    }

    static func trust(_ line: inout ReferenceLine) -> ReferenceRow<Trust>? {
        guard let code = line.required("code", { TrustCode($0) }),
            let kind = line.required("kind", { ["region", "trust", "nonProfit"].contains($0) ? $0 : nil }),
            let name = line.required("name", filled), let short = line.required("short_name", filled),
            let region = line.required("region", filled), let period = line.period(),
            let fact = line.sourced(Trust(code: code, name: name, shortName: short, region: region, isRegion: kind == "region"))
        else { return nil }
        return ReferenceRow(id: code.code, period: period, fact: fact)
    }

    static func trustArea(_ line: inout ReferenceLine) -> ReferenceRow<TrustArea>? {
        guard let trust = line.required("trust", { TrustCode($0) }), let key = line.required("municipality", { MunicipalityID($0) }),
            let district = line.required("district_number", { $0.isEmpty || $0.utf8.count == 6 ? $0 : nil }), let period = line.period(),
            let fact = line.sourced(
                TrustArea(
                    trust: trust, municipality: key, districtNumber: district, district: line.text("district"),
                    hospital: line.text("hospital")))
        else { return nil }
        return ReferenceRow(id: district.isEmpty ? key.key : "\(key) \(district)", period: period, fact: fact)
    }

    static func office(_ line: inout ReferenceLine) -> ReferenceRow<Office>? {
        guard let code = line.required("code", { OfficeCode($0) }), let name = line.required("name", filled),
            let host = line.optional("host", { MunicipalityID($0) }), let region = line.required("region", filled),
            let period = line.period(), let fact = line.sourced(Office(code: code, name: name, host: host, region: region))
        else { return nil }
        return ReferenceRow(id: code.code, period: period, fact: fact)
    }

    static func coverage(_ line: inout ReferenceLine) -> ReferenceRow<OfficeCoverage>? {
        guard let office = line.required("office", { OfficeCode($0) }), let key = line.required("municipality", { MunicipalityID($0) }),
            let period = line.period(), let fact = line.sourced(OfficeCoverage(office: office, municipality: key))
        else { return nil }
        return ReferenceRow(id: key.key, period: period, fact: fact)
    }

    static func turn(_ line: inout ReferenceLine) -> ReferenceRow<CoordinationTurn>? {
        guard let office = line.required("office", { OfficeCode($0) }), let period = line.period(),
            let fact = line.sourced(CoordinationTurn(office: office))
        else { return nil }
        return ReferenceRow(id: ReferenceData.turnID, period: period, fact: fact)
    }

    static func tile<Value>(
        _ line: inout ReferenceLine, id column: String, _ make: (Tile) -> Value
    ) -> ReferenceRow<Value>? {
        guard let id = line.required(column, filled), let across = line.required("column", number(0...999)),
            let down = line.required("row", number(0...999)), let fact = line.sourced(make(Tile(column: across, row: down)))
        else { return nil }
        return ReferenceRow(id: id, period: .always, fact: fact)
    }

    static func deadline(_ line: inout ReferenceLine) -> ReferenceRow<Deadline>? {
        guard let code = line.required("code", filled), let day = line.required("day", { CalendarDay(iso: $0) }),
            let nb = line.required("nb", filled), let nn = line.required("nn", filled),
            let fact = line.sourced(Deadline(code: code, day: day, text: Text(nb, nn: nn)))
        else { return nil }
        return ReferenceRow(id: code, period: .always, fact: fact)
    }

    static func figure(_ line: inout ReferenceLine) -> ReferenceRow<PublicFigure>? {
        guard let key = line.required("key", filled), let value = line.required("value", { Double($0) == nil ? nil : $0 }),
            let precision = line.required("precision", { ["exact", "about", "over"].contains($0) ? $0 : nil }),
            let fact = line.sourced(
                PublicFigure(
                    key: key, indicator: line.text("indicator"), group: line.text("group"), time: line.text("period"),
                    unit: line.text("unit"), digits: value, precision: precision, note: line.text("note")))
        else { return nil }
        return ReferenceRow(id: key, period: .always, fact: fact)
    }
}
