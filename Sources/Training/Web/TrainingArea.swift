import AlisDomain

extension Area {
    /// Training plans, what they come to by the rules, and learning objectives.
    package static let training = Area(
        name: "Training", uses: ["Access", "Register"],
        migrations: [TrainingMigration.migration, ObjectiveMigration.migration, TrainingMigration.drafts],
        tables: TrainingMigration.factTables + TrainingMigration.draftTables + ObjectiveMigration.factTables,
        navigation: [
            // Her start page is her plan.
            NavigationEntry(place: 10, path: "/", text: Text("Min utdanningsplan", nn: "Utdanningsplanen min"), roles: [.alis]),
            NavigationEntry(place: 50, path: Addresses.workLists(), text: Text("Arbeidslister", nn: "Arbeidslister"), roles: .writers),
            NavigationEntry(place: 90, path: Addresses.catalogue(), text: Text("Læringsmål", nn: "Læringsmål"), roles: [.directorate]),
        ],
        acts: [
            .planned, .planReviewed, .activityRecorded, .enterpriseRegistered, .generalPlanWritten, .generalPlanDrafted, .objectiveRecorded,
            .objectivePlanned, .objectiveAsked, .objectiveRecommended, .objectiveDecided,
        ],
        parts: giveParts,
        routes: { wiring in
            let (desk, publicAddress) = (try wiring.part(RecordDesk.self), wiring.settings.publicAddress)
            return [
                try wiring.part(PlanListRoutes.self).routes, try wiring.part(CourseWorkRoutes.self).routes,
                PlanRoutes(plans: try wiring.part(), guesses: try wiring.part(), publicAddress: publicAddress).routes,
                ObjectiveRoutes(objectives: try wiring.part(), publicAddress: publicAddress, guesses: try wiring.part()).routes,
                RuleRoutes(book: try wiring.part()).routes, RegistrationRoutes(desk: desk).routes,
                GeneralPlanRoutes(desk: desk, supply: try wiring.part((any AffectedSource).self)).routes,
            ]
        },
        waiting: { try $0.part(CourseWorkRoutes.self) })

    @Sendable private static func giveParts(_ wiring: Wiring) {
        wiring.give { wiring in
            let (book, problems) = RuleBookFiles.read(folder: wiring.settings.referenceFolder)
            for problem in problems { wiring.surroundings.report("\(problem.file) \(problem.line ?? 0): \(problem.explanation.nb)") }
            return book
        }
        wiring.give { wiring in
            let (shelf, problems) = ObjectiveShelf.read(folder: wiring.settings.referenceFolder)
            for problem in problems { wiring.surroundings.report(problem.text.nb) }
            return shelf
        }
        wiring.give { PlanLoader(supervision: try $0.part((any SupervisionSource).self), objectives: try $0.part(ObjectiveShelf.self)) }
        wiring.give { PlanBoardCache(database: $0.database, loader: try $0.part(), book: try $0.part()) }
        wiring.give { PlanApprovalCache(database: $0.database) }
        wiring.give { try $0.part(PlanBoardCache.self) as any ComputedEndSource }
        wiring.give { try $0.part(CourseWorkRoutes.self) as any PlannedEndSource }
        wiring.give {
            CourseWorkRoutes(register: try $0.part(), board: try $0.part(), approvals: try $0.part(), others: try $0.part())
        }
        wiring.give { PlanListRoutes(register: try $0.part(), board: try $0.part(), approvals: try $0.part()) }
        wiring.give {
            PlanDesk(
                desk: try $0.part(), loader: try $0.part(), book: try $0.part(), board: try $0.part(),
                affected: try $0.part((any AffectedSource).self))
        }
        wiring.give {
            ObjectiveDesk(
                desk: try $0.part(), shelf: try $0.part(), book: try $0.part(), loader: try $0.part(), supervisors: try $0.part())
        }
    }
}
