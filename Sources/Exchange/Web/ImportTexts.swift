import AlisDomain

/// Everything an import says to people, in both language forms: one exhaustive switch for each closed enum.
package struct ImportTexts: Sendable {
    /// Names places for the texts.
    let municipalities: MunicipalityDirectory
    let trusts: [TrustCode: String]
    let day: CalendarDay

    package init(municipalities: MunicipalityDirectory, trusts: [Trust], on day: CalendarDay) {
        self.municipalities = municipalities
        self.trusts = Dictionary(trusts.map { ($0.code, $0.name) }) { first, _ in first }
        self.day = day
    }

    /// A problem with its place: `Rad 14, Oppstart: 31.02.2021 finnes ikke`.
    package func line(_ problem: RowProblem) -> Text {
        let said = text(problem)
        let column = problem.heading.flatMap { $0.isEmpty ? nil : Text(same: $0) } ?? problem.field?.title
        guard let column else { return Text("Rad \(problem.place.row): \(said.nb)", nn: "Rad \(problem.place.row): \(said.nn)") }
        return Text("Rad \(problem.place.row), \(column.nb): \(said.nb)", nn: "Rad \(problem.place.row), \(column.nn): \(said.nn)")
    }

    /// A problem in words, with what may be meant when that is one thing.
    package func text(_ problem: RowProblem) -> Text {
        let said = sentence(problem)
        guard problem.choices.count == 1, case .value(let meant) = problem.choices[0], problem.severity == .stops else { return said }
        return Text("\(said.nb). Mente du «\(meant)»?", nn: "\(said.nn). Meinte du «\(meant)»?")
    }

    private func sentence(_ problem: RowProblem) -> Text {
        let found = problem.found.isEmpty ? "–" : problem.found
        switch problem.kind {
        case .nationalIdentityNumber:
            return Text(
                "Her står noe som ser ut som et fødselsnummer. Alis leser aldri fødselsnummer; ta det bort fra arket",
                nn: "Her står noko som ser ut som eit fødselsnummer. Alis les aldri fødselsnummer; ta det bort frå arket")
        case .formulaFailed: return Text("formelen gir feilen \(found)", nn: "formelen gir feilen \(found)")
        case .tooLong(let limit): return Text("teksten er lengre enn \(limit) tegn", nn: "teksten er lengre enn \(limit) teikn")
        case .unreadableDay: return Text("«\(found)» kan ikke leses som en dato", nn: "«\(found)» kan ikkje lesast som ein dato")
        case .dayDoesNotExist: return Text("\(found) finnes ikke", nn: "\(found) finst ikkje")
        case .dayWithoutYear: return Text("«\(found)» mangler år", nn: "«\(found)» manglar år")
        case .dayFarAway:
            return Text("\(found) er for langt fram eller tilbake i tid", nn: "\(found) er for langt fram eller tilbake i tid")
        case .unreadablePercent:
            return Text("«\(found)» kan ikke leses som en stillingsprosent", nn: "«\(found)» kan ikkje lesast som ein stillingsprosent")
        case .percentOutOfRange:
            return Text(
                "\(found) kan ikke være en stilling: den er over 0 og ikke mer enn 100 prosent",
                nn: "\(found) kan ikkje vere ei stilling: ho er over 0 og ikkje meir enn 100 prosent")
        case .unknownWord: return Text("«\(found)» er ikke et ord vi kjenner her", nn: "«\(found)» er ikkje eit ord vi kjenner her")
        case .notAnHPRNumber:
            return Text("«\(found)» er ikke et HPR-nummer (7–9 sifre)", nn: "«\(found)» er ikkje eit HPR-nummer (7–9 siffer)")
        case .notABirthYear: return Text("«\(found)» kan ikke være et fødselsår", nn: "«\(found)» kan ikkje vere eit fødselsår")
        case .notAnEmailAddress: return Text("«\(found)» er ikke en e-postadresse", nn: "«\(found)» er ikkje ei e-postadresse")
        case .notAPhoneNumber: return Text("«\(found)» er ikke et telefonnummer", nn: "«\(found)» er ikkje eit telefonnummer")
        case .notAName: return Text("«\(found)» kan ikke leses som et navn", nn: "«\(found)» kan ikkje lesast som eit namn")
        case .nameIncomplete: return Text("både fornavn og etternavn må stå der", nn: "både førenamn og etternamn må stå der")
        case .unknownMunicipality: return Text("vi finner ingen kommune «\(found)»", nn: "vi finn ingen kommune «\(found)»")
        case .unknownTrust: return Text("vi finner ikke helseforetaket «\(found)»", nn: "vi finn ikkje helseføretaket «\(found)»")
        case .unknownAbsence:
            return Text(
                "vi forstår ikke hva slags fravær det er. Det som står der, blir ikke lagret; skriv aldri hvorfor",
                nn: "vi forstår ikkje kva slags fråvær det er. Det som står der, blir ikkje lagra; skriv aldri kvifor")
        case .unreadableHalfYear: return Text("«\(found)» kan ikke leses som et halvår", nn: "«\(found)» kan ikkje lesast som eit halvår")
        case .notMonths:
            return Text(
                "«\(found)» er ikke et antall måneder fra 1 til \(HospitalWish.possibleMonths.upperBound)",
                nn: "«\(found)» er ikkje eit tal på månader frå 1 til \(HospitalWish.possibleMonths.upperBound)")
        case .dayIncomplete:
            return Text("«\(found)» sier ikke nøyaktig når. Hvilken er det?", nn: "«\(found)» seier ikkje nøyaktig når. Kva er det?")
        case .dayOrMonthFirst:
            return Text(
                "er det dagen eller måneden som står først i \(found)?", nn: "er det dagen eller månaden som står først i \(found)?")
        case .percentOrFraction:
            // With one way to read it only, the other would be more than a full position.
            return problem.choices.count == 1
                ? Text(
                    "\(found) uten prosenttegn kan ikke være andelen av en stilling. Er det prosent, eller skal det stå noe annet?",
                    nn: "\(found) utan prosentteikn kan ikkje vere andelen av ei stilling. Er det prosent, eller skal det stå noko anna?")
                : Text("betyr \(found) én prosent eller hel stilling?", nn: "tyder \(found) éin prosent eller heil stilling?")
        case .ambiguousMunicipality:
            // Where none of them may be changed by the one who imports, none is offered.
            return problem.choices.isEmpty
                ? Text(
                    "«\(found)» er eller har vært navnet på flere kommuner, ingen av dem en du kan endre",
                    nn: "«\(found)» er eller har vore namnet på fleire kommunar, ingen av dei ein du kan endre")
                : Text(
                    "«\(found)» er eller har vært navnet på flere kommuner. Hvilken er det?",
                    nn: "«\(found)» er eller har vore namnet på fleire kommunar. Kva for ein er det?")
        case .ambiguousTrust: return Text("«\(found)» kan være flere helseforetak", nn: "«\(found)» kan vere fleire helseføretak")
        case .trustAndMore:
            return Text(
                "«\(found)» sier mer enn ett helseforetak og en avdeling. Hva skal stå i denne kolonnen? Et annet ønske skrives i kolonnen for det",
                nn:
                    "«\(found)» seier meir enn eitt helseføretak og ei avdeling. Kva skal stå i denne kolonnen? Eit anna ønske blir skrive i kolonnen for det"
            )
        case .startOfWhat(let registered):
            let which = Text(
                "Er det starten i jobben eller starten på utdanningen?", nn: "Er det starten i jobben eller starten på utdanninga?")
            guard let registered, !problem.found.isEmpty else { return which }
            return Text(
                "arket har \(found), og registeret har at utdanningen begynte \(registered.norwegian). \(which.nb)",
                nn: "arket har \(found), og registeret har at utdanninga tok til \(registered.norwegian). \(which.nn)")
        case .municipalitiesDisagree:
            return Text(
                "kommunenummeret og kommunenavnet er ikke samme kommune", nn: "kommunenummeret og kommunenamnet er ikkje same kommune")
        case .endBeforeStart(let start, let end):
            return Text("«\(end.title.nb)» er før «\(start.title.nb)»", nn: "«\(end.title.nn)» er før «\(start.title.nn)»")
        case .schemeAndConversionDisagree:
            return Text("ordningen og «Konvertert» passer ikke sammen", nn: "ordninga og «Konvertert» passar ikkje saman")
        // The column's heading or the field's name stands before these already.
        case .missing: return Text("mangler", nn: "manglar")
        case .notSaid(let field) where field.isOfWish:
            return Text("mangler i ønsket om sykehus. Hva skal det være?", nn: "manglar i ønsket om sjukehus. Kva skal det vere?")
        case .notSaid:
            return Text("mangler for noe nytt. Hva skal det være?", nn: "manglar for noko nytt. Kva skal det vere?")
        case .conversionDayNotSaid: return Text("hvilken dag ble utdanningen konvertert?", nn: "kva dag blei utdanninga konvertert?")
        case .endInFuture:
            return Text(
                "sluttdatoen er fram i tid og har ingen årsak. Er det forventet ferdig, eller slutter legen?",
                nn: "sluttdatoen er fram i tid og har ingen årsak. Er det forventa ferdig, eller sluttar legen?")
        default: return rowSentence(problem)
        }
    }

    /// What concerns the row and the register, and notices.
    private func rowSentence(_ problem: RowProblem) -> Text {
        switch problem.kind {
        case .outsideScope(let id): return Text("du kan ikke endre noe i \(name(id))", nn: "du kan ikkje endre noko i \(name(id))")
        case .needsLeave(.asked?):
            return Text("det er bedt om overføring, og svaret er ikke kommet", nn: "det er bede om overføring, og svaret er ikkje kome")
        case .needsLeave(.declined?):
            return Text(
                "svaret på overføringen var nei. Se det under Overføringer", nn: "svaret på overføringa var nei. Sjå det under Overføringar"
            )
        case .needsLeave:
            return Text(
                "må avklares før raden kan tas inn: be om overføring øverst på siden",
                nn: "må avklarast før rada kan takast inn: be om overføring øvst på sida")
        case .severalPeople:
            return Text("flere i registeret kan være denne legen. Hvem?", nn: "fleire i registeret kan vere denne legen. Kven?")
        case .perhaps:
            return Text(
                "en lege med samme navn er registrert et annet sted. Er det den samme?",
                nn: "ein lege med same namn er registrert ein annan stad. Er det den same?")
        case .nameDiffers(let registered):
            return Text(
                "HPR-nummeret er registrert på et ganske annet navn («\(registered)»). Er det samme person?",
                nn: "HPR-nummeret er registrert på eit heilt anna namn («\(registered)»). Er det same person?")
        case .hprDiffers(let registered):
            return Text(
                "nummeret er ikke i registeret, men en med samme navn har et annet (\(registered)). Er det samme person?",
                nn: "nummeret er ikkje i registeret, men ein med same namn har eit anna (\(registered)). Er det same person?")
        case .sameEngagement(let rows):
            let list = rows.map { "\($0.row)" }.joined(separator: ", ")
            return Text(
                "samme person på samme arbeidssted står også i rad \(list). Behold den ene",
                nn: "same person på same arbeidsstad står òg i rad \(list). Ta vare på den eine")
        case .rowsDisagree(let field, let rows):
            let list = rows.map { "\($0.row)" }.joined(separator: ", ")
            return Text(
                "rad \(list) er om samme person og sier noe annet i «\(field.title.nb)»",
                nn: "rad \(list) er om same person og seier noko anna i «\(field.title.nn)»")
        case .schemeChanged(let from, let to):
            return Text(
                "registeret har \(scheme(from).nb) ordning og arket \(scheme(to).nb). Ble utdanningen konvertert, eller er det en retting?",
                nn:
                    "registeret har \(scheme(from).nn) ordning og arket \(scheme(to).nn). Blei utdanninga konvertert, eller er det ei retting?"
            )
        case .trainingHasEnded(let last):
            return Text(
                "registeret sier at utdanningen tok slutt \(last.norwegian). Er hun eller han i gang igjen?",
                nn: "registeret seier at utdanninga tok slutt \(last.norwegian). Er ho eller han i gang igjen?")
        case .engagementHasEnded(let last):
            return Text(
                "registeret sier at tilknytningen tok slutt \(last.norwegian). Er det en ny?",
                nn: "registeret seier at tilknytinga tok slutt \(last.norwegian). Er det ei ny?")
        case .absenceOutsideTraining(let day):
            return Text(
                "fraværet er utenfor utdanningsløpet (\(day.norwegian)). Rett dagen her, eller løpet på legens side",
                nn: "fråværet er utanfor utdanningsløpet (\(day.norwegian)). Rett dagen her, eller løpet på sida til legen")
        case .absenceTooMuch:
            return Text(
                "sammen med annet fravær i samme tid blir det over 100 prosent",
                nn: "saman med anna fråvær i same tid blir det over 100 prosent")
        case .startMovesLater(.trainingStart, let said, let registered):
            return Text(
                "registeret har at utdanningen begynte \(registered.norwegian). Med \(said.norwegian) går tiden mellom tapt. Skal den rettes?",
                nn:
                    "registeret har at utdanninga tok til \(registered.norwegian). Med \(said.norwegian) går tida mellom tapt. Skal ho rettast?"
            )
        case .startMovesLater(_, let said, let registered):
            return Text(
                "registeret har at jobben begynte \(registered.norwegian). Med \(said.norwegian) går tiden mellom tapt. Skal den rettes?",
                nn:
                    "registeret har at jobben tok til \(registered.norwegian). Med \(said.norwegian) går tida mellom tapt. Skal ho rettast?"
            )
        case .tooMuchWork(let from, let others):
            let work = others.map { FieldTexts.work($0.percent.text(), name($0.municipality), $0.period) }
            return FieldTexts.tooMuchWork(work, from: from)
        case .newSchemeTooEarly(let start, let first):
            return Text(
                "ny ordning gjelder fra \(first.norwegian), men utdanningen begynte \(start.norwegian). Hvilken dag ble den konvertert?",
                nn: "ny ordning gjeld frå \(first.norwegian), men utdanninga tok til \(start.norwegian). Kva dag blei ho konvertert?")
        case .convertedTooEarly(let first):
            return Text(
                "ny ordning gjelder fra \(first.norwegian): ingen er konvertert før det",
                nn: "ny ordning gjeld frå \(first.norwegian): ingen er konvertert før det")
        case .startAfterHistory(.engagedTo, let registered):
            return Text(
                "dagen er før \(registered.norwegian), da arbeidet er endret i registeret. Rett det på legens side",
                nn: "dagen er før \(registered.norwegian), då arbeidet er endra i registeret. Rett det på sida til legen")
        case .startAfterHistory(_, let registered):
            return Text(
                "registeret har \(registered.norwegian) og noe som hendte før dagen i arket. Behold \(registered.norwegian), eller rett det på legens side",
                nn:
                    "registeret har \(registered.norwegian) og noko som hende før dagen i arket. Behald \(registered.norwegian), eller rett det på sida til legen"
            )
        case .readAsSerial(let day):
            return Text("tallet er lest som datoen \(day.norwegian)", nn: "talet er lese som datoen \(day.norwegian)")
        case .monthReadAsDay(let day): return Text("måneden er lest som \(day.norwegian)", nn: "månaden er lesen som \(day.norwegian)")
        case .assumedDay(_, let day):
            return Text("står ikke; vi bruker \(day.norwegian)", nn: "står ikkje; vi bruker \(day.norwegian)")
        case .assumedPercent(_, let percent):
            return Text("står ikke; vi bruker \(percent.text()) %", nn: "står ikkje; vi bruker \(percent.text()) %")
        case .oldSchemeStartedLate(let start):
            return Text(
                "gammel ordning, men oppstart \(start.norwegian), da ny ordning gjaldt. Stemmer det?",
                nn: "gammal ordning, men oppstart \(start.norwegian), da ny ordning gjaldt. Stemmer det?")
        case .startsFarAhead(let start):
            return Text(
                "utdanningen begynner \(start.norwegian), mer enn et år fram i tid. Stemmer det?",
                nn: "utdanninga tek til \(start.norwegian), meir enn eit år fram i tid. Stemmer det?")
        case .noteNotKept:
            return Text(
                "merknaden tas bare vare på sammen med et ønske om sykehus",
                nn: "merknaden blir berre teken vare på saman med eit ønske om sjukehus")
        case .wishLeftOut:
            return Text("ønsket om sykehus tas ikke inn", nn: "ønsket om sjukehus blir ikkje teke inn")
        case .municipalityHasMerged(let old, let new):
            return Text("\(name(old)) er nå en del av \(name(new))", nn: "\(name(old)) er no ein del av \(name(new))")
        case .notAboutAPerson: return Text("raden handler ikke om en lege", nn: "rada handlar ikkje om ein lege")
        case .sameAsRow(let first):
            return Text(
                "raden sier det samme som rad \(first.row), og hoppes over",
                nn: "rada seier det same som rad \(first.row), og blir hoppa over")
        case .leftOut: return Text("du har valgt å la raden ligge", nn: "du har valt å la rada liggje")
        case .nationalIdentityNumber, .formulaFailed, .tooLong, .unreadableDay, .dayDoesNotExist, .dayWithoutYear, .dayFarAway,
            .unreadablePercent, .percentOutOfRange, .unknownWord, .notAnHPRNumber, .notABirthYear, .notAnEmailAddress, .notAPhoneNumber,
            .notAName, .nameIncomplete, .unknownMunicipality, .unknownTrust, .unknownAbsence, .unreadableHalfYear, .notMonths,
            .dayIncomplete,
            .dayOrMonthFirst, .percentOrFraction, .ambiguousMunicipality, .ambiguousTrust, .trustAndMore, .municipalitiesDisagree,
            .endBeforeStart,
            .schemeAndConversionDisagree, .missing, .notSaid, .conversionDayNotSaid, .endInFuture, .startOfWhat:
            // Said in `sentence`; listed so that a new kind does not compile until it has its words.
            return Text(same: "")
        }
    }

    func name(_ id: MunicipalityID) -> String { municipalities.nearestFacts(of: id, on: day)?.name ?? id.key }

    func scheme(_ scheme: Training.Scheme) -> Text {
        switch scheme {
        case .new: Text("ny", nn: "ny")
        case .old: Text("gammel", nn: "gammal")
        }
    }
}
