import AlisDomain
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The whole product, wired: the only file that names all areas. Used by `serve`, by the tests and by the command line.
package struct AlisApplication: Sendable {
    package var settings: Settings
    package let database: Database
    package let register: RegisterCache
    /// Every address, for the access test.
    package let routes: [Route]
    package let responder: RouterResponder<VisitContext>
    let seen: SeenSessions

    /// All migrations, in order.
    package static var migrations: [Migration] {
        [
            RegisterMigration.migration, ReferenceMigration.migration, AccessMigration.migration, AccessMigration.bindings,
            StatisticsMigration.migration,
            ImportMigration.migration, TrainingMigration.migration, SupervisionMigration.migration,
            Migration(number: 14, name: "calendarLinksAndNotes", script: CalendarLinks.script + SupervisionNotes.correctionScript),
            ObjectiveMigration.migration, ContactStore.migration, TrainingMigration.drafts, DuplicateDismissals.migration,
            TransferStore.migration, AccessMigration.tries,
        ].sorted { $0.number < $1.number }
    }

    /// What other areas than the register keep on a training.
    static var attachments: TrainingAttachments {
        let tables = TrainingMigration.factTables + SupervisionMigration.factTables + ObjectiveMigration.factTables
        return TrainingAttachments(tables: tables.filter { $0.columns.contains("training {text}") }.map(\.name))
    }

    /// The tables of versions outside the register's own, for verification.
    package static var versionTables: [String] {
        (TrainingMigration.factTables + TrainingMigration.draftTables + SupervisionMigration.factTables + ObjectiveMigration.factTables
            + ContactStore.factTables + DuplicateDismissals.factTables + TransferStore.factTables)
            .map(\.name)
    }
}

/// Opens the database, brings its schema up to date, and wires the product.
package func buildApplication(_ settings: Settings, database: Database, surroundings: Surroundings) async throws -> AlisApplication {
    try await Migrator(AlisApplication.migrations).run(on: database, at: surroundings.now())
    let register = RegisterCache(database: database)
    let titles = GrantTitles(register: register)
    let assets = Assets(root: settings.root)
    let (guesses, seen) = (SignInLimit(), SeenSessions(database: database))
    let others = areaRoutes(settings, database: database, surroundings: surroundings, register: register, titles: titles, guesses: guesses)
        .map { $0.askingWhetherSent(in: database) }
    let dispatcher = Dispatcher(
        database: database, surroundings: surroundings, settings: settings, assets: assets, navigation: Navigation.items,
        viewerTitle: { viewer in
            guard let grant = viewer.grants.first else { return nil }
            return await titles.title(grant)
        },
        viewerLanguage: { viewer in
            guard case .municipality(let id)? = viewer.grants.first(where: { $0.role == .municipality })?.organisation,
                let view = try? await register.current(),
                view.directory.nearestFacts(of: id, on: surroundings.now().dayInNorway)?.language == .nynorsk
            else { return nil }
            return .nynorsk
        }, routes: others, origins: Origins(proxies: settings.proxies, logger: surroundings.logger), seen: seen)
    let held = HeldFormRoutes(
        database: database, isSecure: settings.isSecure,
        parse: { form in
            let body = try Dispatcher.parse(contentType: form.contentType, bytes: form.body)
            return (body.form, body.files)
        }, place: { await dispatcher.place($0, $1) }, replay: { try await dispatcher.replay($0, $1) })
    let routes = others + held.routes

    let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
    for route in routes {
        router.on(RouterPath(route.path), method: route.method == .get ? .get : .post) { request, context in
            await dispatcher.respond(route, request, context)
        }
    }
    router.add(middleware: UnknownAddresses(dispatcher: dispatcher))
    return AlisApplication(
        settings: settings, database: database, register: register, routes: routes, responder: router.buildResponder(), seen: seen)
}

/// Each area's addresses.
private func areaRoutes(
    _ settings: Settings, database: Database, surroundings: Surroundings, register: RegisterCache, titles: GrantTitles,
    guesses: SignInLimit
) -> [Route] {
    var routes: [Route] = []
    routes +=
        SignInRoutes(
            database: database, surroundings: surroundings, guesses: guesses, isDemo: settings.isDemo, isSecure: settings.isSecure,
            title: { await titles.title($0) }
        ).routes
    routes += OverviewRoutes(register: register, database: database).routes
    routes += SearchRoutes(register: register, database: database).routes
    routes += DuplicateRoutes(database: database, register: register, surroundings: surroundings).routes
    routes += TransferRoutes(database: database, register: register, surroundings: surroundings).routes
    routes += ExportRoutes(register: register, database: database).routes
    routes += TraineeListRoutes(register: register, database: database).routes
    let (book, problems) = RuleBookFiles.read(folder: settings.root + "/Reference")
    for problem in problems { surroundings.logger.error("\(problem.file) \(problem.line ?? 0): \(problem.explanation.nb)") }
    let (shelf, shelfProblems) = ObjectiveShelf.read(folder: settings.root + "/Reference")
    for problem in shelfProblems { surroundings.logger.error("\(problem.text.nb)") }
    let loader = PlanLoader(supervision: AssignedSupervision(), objectives: shelf)
    let board = PlanBoardCache(database: database, loader: loader, book: book)
    let approvals = PlanApprovalCache(database: database)
    let supervision = SupervisionCache(
        database: database, register: register, rules: SupervisionRules(referenceFolder: settings.root + "/Reference"), board: board)
    let lists = CourseWorkRoutes(
        register: register, board: board, approvals: approvals,
        supervisionLists: { SupervisionWaiting.lists(for: $0, try await supervision.current(on: $1)) })
    routes +=
        TraineeRoutes(
            database: database, register: register, surroundings: surroundings, ends: board, attachments: AlisApplication.attachments
        )
        .routes
    let plans = PlanListRoutes(register: register, board: board, approvals: approvals)
    routes += plans.routes + PlanListExport(lists: plans).routes
    routes +=
        PlanRoutes(
            database: database, register: register, surroundings: surroundings, book: book, board: board, loader: loader,
            affected: SupervisionEffects(cache: supervision), guesses: guesses, publicAddress: settings.publicAddress
        ).routes
    let objectives = ObjectiveDesk(
        database: database, register: register, surroundings: surroundings, shelf: shelf, book: book, loader: loader,
        supervisors: AssignedSupervisors(cache: supervision))
    routes += ObjectiveRoutes(objectives: objectives, publicAddress: settings.publicAddress).routes
    routes += ObjectiveExportRoutes(objectives: objectives).routes
    routes += ObjectiveReportRoutes(database: database, register: register, surroundings: surroundings, shelf: shelf).routes
    routes += CatalogueImportRoutes(database: database, register: register, surroundings: surroundings, shelf: shelf).routes
    routes += RuleRoutes(book: book).routes + lists.routes + CourseWorkExport(lists: lists).routes
    routes +=
        GeneralPlanRoutes(
            database: database, register: register, surroundings: surroundings, supply: SupervisionEffects(cache: supervision)
        ).routes
    routes += RegistrationRoutes(database: database, register: register, surroundings: surroundings).routes
    routes += MunicipalityRoutes(database: database, register: register, surroundings: surroundings, ends: board).routes
    routes +=
        StatisticsRoutes(
            register: register, database: database, isDemo: settings.isDemo,
            signedIn: { try await StartPage(register: register, lists: lists, supervision: supervision, database: database).show($0, $1) }
        ).routes
    routes +=
        SupervisionRoutes(
            database: database, register: register, supervision: supervision, surroundings: surroundings,
            publicAddress: settings.publicAddress
        ).routes
    routes += SupervisionExportRoutes(supervision: supervision).routes
    routes +=
        AccountRoutes(
            database: database, surroundings: surroundings,
            desk: OrganisationFinder(register: register, database: database, surroundings: surroundings).desk,
            publicAddress: settings.publicAddress
        ).routes
    let ends: OldSchemePlans = { viewer, day in try await lists.oldSchemeEnds(viewer, on: day) }
    routes += FollowUpRoutes(register: register, database: database, publicAddress: settings.publicAddress, plans: ends).routes
    routes += FollowUpExportRoutes(register: register, database: database, publicAddress: settings.publicAddress, plans: ends).routes
    routes += ReferenceRoutes(register: register, database: database, surroundings: surroundings, title: { await titles.title($0) }).routes
    routes += ImportRoutes(database: database, register: register, surroundings: surroundings).routes
    return routes
}

/// What no route takes is a file, or a page that says so.
struct UnknownAddresses: RouterMiddleware {
    let dispatcher: Dispatcher

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
            return await dispatcher.notFound(request, context)
        }
    }
}

extension AlisApplication {
    /// Listens until the process is told to stop.
    ///
    /// - Parameter started: told the port once the server answers.
    package func serve(started: @escaping @Sendable (Int) -> Void) async throws {
        let server = server(limits: ConnectionLimits(), connections: OpenConnections(), started: started)
        // The last is told first.
        let services: [any ServiceLifecycle.Service] = [server, ShutdownDeadline(logger: server.logger)]
        try await ServiceGroup(
            configuration: .init(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: server.logger)
        ).run()
    }

    /// What listens, with its limits on connections.
    func server(
        limits: ConnectionLimits, connections: OpenConnections, started: @escaping @Sendable (Int) -> Void
    ) -> Application<RouterResponder<VisitContext>> {
        var logger = Logger(label: "alis.http")
        logger.logLevel = .warning
        return Application(
            responder: responder,
            server: .http1(
                configuration: .init(additionalChannelHandlers: [ConnectionGuard(limits: limits, connections: connections)])),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(connections.most + OpenConnections.spare, logger: logger)),
            services: [MemoryKeeper()], onServerRunning: { channel in started(channel.localAddress?.port ?? 0) }, logger: logger)
    }
}
