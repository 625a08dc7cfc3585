import AlisDomain

extension RecordDesk.Opened {
    /// What the places and persons of the record's history are called, as the reader may know them.
    func names(_ frame: Frame) -> HistoryNames {
        HistoryNames(
            frame: frame, place: { view.directory.nearestFacts(of: $0, on: frame.today)?.name ?? $0.key },
            trust: { code in view.reference.trusts.first { $0.value.code == code }?.value.name ?? code.code },
            person: name(frame), record: record.id)
    }
}

extension Trainee: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String {
        [
            fullName, hpr.map { "HPR \($0.digits)" }, birthYear.map { "\(names.frame[MunicipalityTexts.born]) \($0)" }, email?.text, phone,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

extension Training: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String {
        let frame = names.frame
        var parts = [frame[OverviewTexts.name(scheme)], frame[TraineeTexts.name(standing)], names.period(period)]
        if let expectedEnd { parts.append("\(frame[TraineeTexts.expectedEnd].lowercased()) \(expectedEnd.norwegian)") }
        return parts.joined(separator: ", ")
    }
}

extension Engagement: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String {
        [
            names.place(municipality), workplace, names.frame[OverviewTexts.name(form)], Format.percent(percent), names.period(period),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension Absence: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String {
        "\(names.frame[TraineeTexts.name(kind)]) \(Format.percent(share)), \(names.period(period))"
    }
}

extension HospitalWish: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String {
        let language = names.frame.language
        return [
            choices.map { $0.department.isEmpty ? names.trust($0.trust) : "\(names.trust($0.trust)) (\($0.department))" }
                .joined(separator: ", "),
            "\(Format.halfYear(earliest, language))–\(Format.halfYear(latest, language))", names.frame[MunicipalityTexts.months(months)],
            Format.percent(percent), note, names.period(period),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension TraineeMerge: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String {
        names.frame[DuplicateTexts.mergedWith(names.person(kept == names.record ? duplicate : kept))]
    }
}

/// That the record is another doctor than one who is like her.
extension DuplicateDismissal: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String {
        names.frame[DuplicateTexts.apartFrom(names.person(first == names.record ? second : first))]
    }
}

/// Who has asked for her, and what was answered.
extension TransferRequest: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String {
        names.frame[TransferTexts.history(self, names.place(municipality))]
    }
}
