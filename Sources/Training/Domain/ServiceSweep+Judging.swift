// What hinders the services of a stretch of days, and what is left of them.

extension ServiceSweep {
    /// Fills the shares of the active services, as things stand on `day`.
    mutating func judge(_ day: Int32) {
        let stretch = course.last { $0.period.from.number <= day && day < $0.period.end.number }
        let scheme = stretch?.scheme ?? course.first?.scheme
        let isUnderScheme = scheme == rules.scheme
        let courseHindrance = self.courseHindrance(stretch, day)
        let supervised = self.supervised(day)
        var absence = 0
        for one in training.absences where one.period.from.number <= day && day < one.period.end.number {
            absence = min(10_000, absence + one.share.hundredths)
        }
        var sum = 0
        for index in active { sum += services[index].percent }
        var room = 10_000
        let supervisedMask = rules.supervised.mask(isUnderScheme: isUnderScheme)
        let enterpriseMask = rules.enterprise.mask(isUnderScheme: isUnderScheme)
        let confirmedMask = rules.confirmed.mask(isUnderScheme: isUnderScheme)

        for index in active {
            let service = services[index]
            var share = Share()
            var hindrances = HindranceSet()
            let isUnconfirmed = confirmedMask & service.bit != 0
            if isUnaccepted(service, day) || isUnconfirmed && rules.unconfirmedBlocks { hindrances.insert(HindranceSet(.notAccepted)) }
            if rules.authorised & service.bit != 0 {
                if let authorised = training.authorisedOn {
                    if day < authorised.number { hindrances.insert(HindranceSet(.beforeAuthorisation)) }
                } else if rules.unknownAuthorisationBlocks {
                    hindrances.insert(HindranceSet(.beforeAuthorisation))
                }
            }
            if let courseHindrance, rules.standing & service.bit != 0 { hindrances.insert(HindranceSet(courseHindrance)) }
            share.isInService = hindrances.isEmpty && absence < 10_000
            share.expectsSupervision = hindrances.isEmpty && supervisedMask & service.bit != 0
            let presence = rules.presence & service.bit != 0 ? 10_000 - absence : 10_000
            if isBelowFraction(service, sum: sum, presence: presence, isUnderScheme) {
                hindrances.insert(HindranceSet(.belowMinimumFraction))
            }
            if enterpriseMask & service.bit != 0, !isRegistered(service, day) { hindrances.insert(HindranceSet(.enterpriseNotRegistered)) }
            if supervisedMask & service.bit != 0 {
                if let supervised {
                    share.marks = supervised
                } else if day >= asOf, !rules.supervisorMustBeAssigned {
                    share.assumesSupervision = !service.isRepaired
                } else if !service.isRepaired {
                    hindrances.insert(HindranceSet(.noSupervision))
                }
            }
            if isUnconfirmed { share.marks.insert(.unconfirmedPlace) }
            var percent = service.percent
            if hindrances.isEmpty, rules.fullTime & service.bit != 0 {
                percent = min(percent, room)
                room -= percent
                share.above = (service.percent - percent) * 10_000
            }
            share.absent = percent * (10_000 - presence)
            if hindrances.isEmpty { share.counted = percent * presence } else { share.hindered = percent * presence }
            share.hindrances = hindrances
            services[index].share = share
        }
    }

    /// What to mind about the supervision of a day; nil when nobody is assigned whom the readings let supervise. Of several who are
    /// assigned, the one there is least to mind about decides.
    private func supervised(_ day: Int32) -> SupervisionMarks? {
        var found: SupervisionMarks?
        for one in training.supervision where one.period.from.number <= day && day < one.period.end.number {
            // What is ahead has no sessions yet.
            let isSilent = day < asOf && one.log != .logged
            if one.isLapsed && rules.lapsedExemptionBlocks || isSilent && rules.assignmentAloneBlocks { continue }
            var marks: SupervisionMarks = one.isLapsed ? [.lapsedExemption] : []
            if isSilent { marks.insert(.assignmentAlone) }
            if isSilent, one.log == .before { marks.insert(.unloggedHours) }
            found = found.map { $0.intersection(marks) } ?? marks
        }
        return found
    }

    private func courseHindrance(_ stretch: CourseStretch?, _ day: Int32) -> Hindrance? {
        guard let stretch else {
            let isBefore = course.first.map { day < $0.period.from.number } ?? true
            return isBefore && rules.countsBeforeTraining ? nil : .outsideTraining
        }
        return switch stretch.standing {
        case .active: nil
        case .paused: .paused
        case .ended: .trainingEnded
        }
    }

    private func isUnaccepted(_ service: Service, _ day: Int32) -> Bool {
        if rules.accepted & service.bit == 0 { return true }
        for acceptance in rules.acceptances where acceptance.mask & service.bit != 0 && day < acceptance.from { return true }
        return false
    }

    private func isRegistered(_ service: Service, _ day: Int32) -> Bool {
        if service.isApproved { return true }
        for index in service.place where registered[index].contains(day) { return true }
        return false
    }

    private func isBelowFraction(_ service: Service, sum: Int, presence: Int, _ isUnderScheme: Bool) -> Bool {
        for rule in rules.fractions where rule.mask & service.bit != 0 && (isUnderScheme || !rule.isOnlyUnderScheme) {
            let held = rules.fractionOfEach ? service.percent : sum
            let measured = rules.fractionOfPresent ? held * presence : held * 10_000
            if measured < rule.hundredths * 10_000 { return true }
        }
        return false
    }
}
