import AlisDomain

/// The list of supervisors as a page.
enum SupervisorListPage {
    static func html(_ list: SupervisorList, _ scope: SupervisionScope, _ frame: Frame) -> Html {
        let question = list.question
        let add: Html =
            scope.isWriter
            ? """
            <a class="btn" href="\(Addresses.findSupervisor())">\(frame[SupervisorTexts.find])</a>\
            <a class="btn quiet" href="\(Addresses.newSupervisor())">\(frame[SupervisorTexts.add])</a>
            """ : .empty
        return """
            <div class="head"><div><h1>\(frame[SupervisorTexts.listTitle(list.rows.count)])</h1><p class="lede">\(frame[SupervisorTexts.listLede(SupervisionTexts.rule(scope.view.book.rates, on: frame.today))])</p></div>
            <p class="acts">\(add)<a class="btn quiet" href="\(question.link(Addresses.supervisors.file("xlsx")()))">\(frame[CommonTexts.downloadXLSX])</a>\
            <a class="btn quiet" href="\(question.link(Addresses.supervisors.file("csv")()))">\(frame[CommonTexts.downloadCSV])</a></p></div>
            \(SupervisionTabs.html(Addresses.supervisors(), scope, frame))
            \(Form.errorSummary(question.problems, frame))
            \(filters(list, frame))
            \(list.rows.isEmpty ? "<p class=\"empty\">\(frame[SupervisorTexts.none])</p>" as Html : table(list, frame))
            """
    }

    private static func filters(_ list: SupervisorList, _ frame: Frame) -> Html {
        let (query, problems) = (list.question.query, list.question.problems)
        let all: [(value: String, text: String)] = [("", frame[CommonTexts.all])]
        let languages = SupervisorLanguage.allCases.map { (value: $0.rawValue, text: frame[SupervisionTexts.name($0)]) }
        let states = SupervisorList.Question.Status.allCases.map { (value: $0.rawValue, text: frame[$0.name]) }
        return """
            <form class="filters" action="\(Addresses.supervisors())" aria-label="\(frame[SupervisorTexts.filters])">\
            \(Form.select("kontor", frame[SupervisionTexts.office], value: query["kontor"], options: all + list.offices.map { (value: $0.code.code, text: $0.name) }, frame))\
            \(Form.text("kommune", frame[SupervisionTexts.municipality], value: query["kommune"], problems: problems, frame))\
            \(Form.text("ledig", frame[SupervisorTexts.atLeastFree], value: query["ledig"], problems: problems, frame))\
            \(Form.select("spraak", frame[SupervisionTexts.languages], value: query["spraak"], options: all + languages, frame))\
            \(Form.select("digitalt", frame[SupervisorTexts.onlyDigital], value: query["digitalt"], options: all + [(value: "1", text: frame[CommonTexts.yes])], frame))\
            \(Form.select("status", frame[SupervisionTexts.status], value: query["status"], options: all + states, frame))\
            <button class="btn">\(frame[CommonTexts.show])</button><a class="reset" href="\(Addresses.supervisors())">\(frame[SupervisorTexts.resetFilters])</a></form>
            """
    }

    private static func table(_ list: SupervisorList, _ frame: Frame) -> Html {
        let heads = [
            SupervisionTexts.supervisor, SupervisionTexts.municipality, SupervisionTexts.status, SupervisionTexts.capacity,
            SupervisionTexts.needed,
            SupervisionTexts.free, SupervisionTexts.doctors, SupervisionTexts.meets,
        ]
        let first = (list.page - 1) * SupervisorList.pageSize
        let slice = list.rows[first..<min(first + SupervisorList.pageSize, list.rows.count)]
        let rows = slice.map { row -> [Html] in
            [
                "<a href=\"\(Addresses.supervisor(row.id))\">\(row.supervisor.name)</a>", "\(row.place)", standing(row.standing, frame),
                "\(frame[SupervisionTexts.hoursAMonth(row.load.capacity.minutes)])",
                "\(frame[SupervisionTexts.hoursAMonth(row.load.needed.minutes)])",
                free(row.load, frame), "\(row.doctors)", meets(row.supervisor, frame),
            ]
        }
        let last = first + slice.count
        func link(_ page: Int, _ text: Text) -> Html {
            "<a href=\"\(list.question.link(Addresses.supervisors(), page: page))\">\(frame[text])</a>"
        }
        return CardTable.html(frame[SupervisionTexts.supervisors], heads, numbers: [3, 4, 5, 6], rows, frame) + """
            <nav class="pages" aria-label="\(frame[TraineeTexts.pages])"><span>\(frame[CommonTexts.rows(first + 1, last, of: list.rows.count)])</span>\
            \(list.page > 1 ? link(list.page - 1, CommonTexts.previous) : .empty)\(last < list.rows.count ? link(list.page + 1, CommonTexts.next) : .empty)</nav>
            """
    }

    static func standing(_ standing: SupervisorStanding, _ frame: Frame) -> Html {
        let style: StaticString =
            switch standing {
            case .specialist: "v-ok"
            case .exempt, .notChecked: "v-no"
            case .exemptionRunOut, .notSpecialist: "v-stop"
            }
        return "<span class=\"\(style.description)\">\(frame[SupervisionTexts.name(standing)])</span>"
    }

    static func free(_ load: SupervisorLoad, _ frame: Frame) -> Html {
        "<span\(flag: " class=\"v-stop\"", load.isOver)>\(frame[SupervisionTexts.hoursAMonth(load.free.minutes)])</span>"
    }

    private static func meets(_ supervisor: Supervisor, _ frame: Frame) -> Html {
        let languages = supervisor.languages.map { frame[SupervisionTexts.name($0)] }.joined(separator: ", ")
        return "\(frame[SupervisionTexts.meets(supervisor)])\(languages.isEmpty ? .empty : "; \(languages)" as Html)"
    }
}

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
