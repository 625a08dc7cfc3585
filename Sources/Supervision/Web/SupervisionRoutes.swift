import AlisDomain

/// All addresses of supervision. Those whose words are written out come before those with a part that varies.
package struct SupervisionRoutes {
    private let desk: SupervisionDesk
    private let publicAddress: String

    package init(
        database: Database, register: RegisterCache, supervision: SupervisionCache, surroundings: Surroundings, publicAddress: String
    ) {
        desk = SupervisionDesk(
            records: RecordDesk(database: database, register: register, surroundings: surroundings), cache: supervision)
        self.publicAddress = publicAddress
    }

    package var routes: [Route] {
        SupervisionWorkRoutes(desk: desk).routes + ShortageRoutes(desk: desk).routes + GatheringRoutes(desk: desk).routes
            + PoolRoutes(desk: desk, publicAddress: publicAddress).routes + AnswerRoutes(desk: desk).routes
            + DoctorSupervisionRoutes(desk: desk).routes + SessionCorrectionRoutes(desk: desk).routes + AssignmentRoutes(desk: desk).routes
            + SupervisorRoutes(desk: desk).routes
    }
}
