/// Community medicine: the same calculation, other data.
enum GoldenCommunityMedicine {
    static let rules = "cm-new"

    static let text = """
        # four years of community medicine and one clinical
        asof 2026-01-01
        usual
        communityMedicine 2020-01-01..2024-01-01 100 bodo
        clinical 2024-01-01..2025-01-01 100 NLSH
        done groupSupervision 2020-01-01..2023-01-01 90h
        objectives SAM 50/50 on 2024-05-05
        objectives FKM 24/24 on 2024-05-05
        => totalService 60 met on 2025-01-01 | communityMedicine 48 met on 2024-01-01 | clinicalService 12 met on 2025-01-01
        => groupSupervisionHours 90h met on 2023-01-01 | groupSupervisionYears 36 met on 2023-01-01 | objectivesSAM 50 met
        => objectivesFKM 24 met | courses 0 of 1 lacking | completion 2025-01-01 | problems 0

        # objectives left
        asof 2026-01-01
        usual
        communityMedicine 2020-01-01..2025-01-01 100 bodo
        done groupSupervision 2020-01-01..2023-01-01 90h
        objectives SAM 49/50
        objectives FKM 23/24
        => completion none | bounds objectivesSAM,objectivesFKM | totalService 60 | clinicalService 0 missing 12 lacking

        # a month short of everything
        asof 2026-01-01
        usual
        communityMedicine 2020-01-01..2023-12-01 100 bodo
        openPractice 2024-01-01..2024-12-01 100 bodo
        done groupSupervision 2020-01-01..2022-12-01 89h
        => communityMedicine 47 missing 1 lacking | totalService 58 missing 2 lacking | clinicalService 11 missing 1 lacking
        => groupSupervisionHours 89h missing 1h lacking | groupSupervisionYears 35 missing 1 lacking
        => bounds totalService,communityMedicine,groupSupervisionHours,groupSupervisionYears

        # clinical service of each kind
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2020-02-01 100 bodo
        otherGeneralPractice 2020-02-01..2020-03-01 100 bodo
        institutionHospital 2020-03-01..2020-04-01 100 NLSH
        institutionPrimary 2020-04-01..2020-05-01 100 bodo
        clinical 2020-05-01..2020-06-01 100 bodo
        => clinicalService 5 | totalService 5

        # what does not count
        asof 2026-01-01
        usual
        nothing course
        nothing registered
        nothing supervised
        authorised 2020-02-01
        registered bodo 2020-03-01..
        supervised 2020-04-01..
        new 2020-01-01..2020-06-01
        new 2020-06-01..2020-07-01 paused
        new 2020-07-01..
        communityMedicine 2020-01-01..2021-01-01 100 bodo
        clinical 2020-10-01..2020-11-01 50 bodo
        leave sickLeave 2020-09-01..2020-10-01 100
        => why beforeAuthorisation 1 | why enterpriseNotRegistered 1 | why noSupervision 1 | why paused 1 | why absent 1
        => why above100Percent 1/2 | communityMedicine 7

        # the courses are confirmed
        asof 2026-01-01
        usual
        done communityMedicineCourses 2021-01-01
        => courses 1 of 1 met
        """
}
