import AlisDomain
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The whole product, put together from its areas. Used by `serve`, by the tests and by the command line.
package struct AlisApplication: Sendable {
    package var settings: Settings
    package let database: Database
    package let register: RegisterCache
    /// Every address, for the access test.
    package let routes: [Route]
    package let responder: RouterResponder<VisitContext>
    let seen: SeenSessions

    /// The areas: what is wired, migrated, verified and walked by the tests is what they say.
    package static let areas: [Area] = [.access, .register, .training, .supervision, .exchange, .statistics]

    /// All migrations, in order.
    package static var migrations: [Migration] { areas.flatMap(\.migrations).sorted { $0.number < $1.number } }

    /// Checks what must always be true of the register, in the tables of all areas.
    package static func verify(_ database: Database) async throws -> [InvariantResult] {
        try await RegisterVerifier.verify(database, tables: areas.flatMap(\.tables).map(\.name))
    }
}

/// Opens the database, brings its schema up to date, and wires the product.
package func buildApplication(_ settings: Settings, database: Database, surroundings: Surroundings) async throws -> AlisApplication {
    let areas = AlisApplication.areas
    try await Migrator(AlisApplication.migrations).run(on: database, at: surroundings.now())
    let wiring = Wiring(database: database, settings: settings, surroundings: surroundings)
    for area in areas { area.parts(wiring) }
    let attached = areas.filter { $0.name != Area.register.name }.flatMap(\.tables).filter { $0.columns.contains("training {text}") }
    wiring.give { _ in TrainingAttachments(tables: attached.map(\.name)) }
    wiring.give { wiring in StartPage(sources: try areas.compactMap { try $0.waiting?(wiring) }) as any SignedInFront }
    let others = try areas.flatMap { try $0.routes(wiring) }.joined().map { $0.askingWhetherSent(in: database) }
    let seen = SeenSessions(database: database)
    let dispatcher = Dispatcher(
        database: database, surroundings: surroundings, settings: settings, assets: Assets(root: settings.root),
        navigation: { areas.menu(of: $0) }, organisations: try wiring.part(), acts: Set(areas.flatMap(\.acts)), routes: others,
        origins: Origins(proxies: settings.proxies, logger: surroundings.logger), seen: seen)
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
        settings: settings, database: database, register: try wiring.part(), routes: routes, responder: router.buildResponder(),
        seen: seen)
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
