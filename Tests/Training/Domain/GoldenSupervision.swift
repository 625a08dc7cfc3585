/// Supervision alone and in groups in the new scheme: hours due, given and unknown, and each hour counted once. `CaseStory` says how a
/// case is written.
enum GoldenSupervision {
    static let rules = "gp-new"

    static let text = """
        # a group of two years under way, planned: nothing is given, and all of it is plan while it runs
        asof 2021-01-01
        usual
        openPractice 2020-01-01..2022-01-01 100 bodo
        planned groupSupervision 2020-01-01..2022-01-01 120h
        => groupSupervisionYears 0 planned 24 awaiting 12 metByPlan on 2022-01-01
        => groupSupervisionHours 0h planned 120h missing 0h awaiting 3604min metByPlan on 2022-01-01
        => groupInOpenPractice 0 planned 24 awaiting 12 metByPlan on 2021-01-02

        # the same a day before it is over, and the day it is over
        asof 2021-12-31
        usual
        planned groupSupervision 2020-01-01..2022-01-01 120h
        => groupSupervisionYears 0 planned 24 metByPlan on 2022-01-01 | groupSupervisionHours 0h planned 120h metByPlan on 2022-01-01

        # nobody registered it before it was over
        asof 2022-01-01
        usual
        planned groupSupervision 2020-01-01..2022-01-01 120h
        => groupSupervisionYears 0 planned 0 missing 24 lacking | groupSupervisionHours 0h planned 0h missing 120h lacking
        => problem overdueActivity

        # what has been done is registered quarter by quarter, and the plan shrinks by as much
        asof 2021-01-01
        usual
        openPractice 2020-01-01..2022-01-01 100 bodo
        planned groupSupervision 2020-01-01..2022-01-01 120h
        done groupSupervision 2020-01-01..2020-07-01 30h
        => groupSupervisionYears 6 planned 18 awaiting 6 metByPlan on 2022-01-01
        => groupSupervisionHours 30h planned 90h missing 0h awaiting 1804min metByPlan on 2022-01-01 | groupInOpenPractice 6 planned 18 metByPlan

        # attendance at a group, and the plan's own hours for the same days
        asof 2021-01-01
        usual
        attended groupSupervision 2020-01-01..2021-01-01 50h
        done groupSupervision 2020-01-01..2021-01-01 60h
        => groupSupervisionHours 60h planned 0h missing 60h lacking | groupSupervisionYears 12 missing 12

        # the plan has fewer hours than were attended: the attendance stands
        asof 2021-01-01
        usual
        attended groupSupervision 2020-01-01..2021-01-01 50h
        done groupSupervision 2020-01-01..2021-01-01 40h
        => groupSupervisionHours 50h missing 70h

        # a session with the supervisor in a group, in days the plan has and in days it has not
        asof 2021-03-01
        usual
        done groupSupervision 2020-01-01..2021-01-01 60h
        session groupSupervision 2020-06-10 3h
        session groupSupervision 2021-02-10 3h
        => groupSupervisionHours 63h missing 57h | groupSupervisionYears 13 missing 11

        # two of the plan's entries do not both take out the same session
        asof 2021-01-01
        usual
        done groupSupervision 2020-01-01..2020-07-01 30h
        done groupSupervision 2020-01-01..2020-07-01 10h
        session groupSupervision 2020-06-10 6h
        => groupSupervisionHours 40h

        # a session, attendance and the plan on the same days: the longest account decides
        asof 2021-01-01
        usual
        session groupSupervision 2020-06-10 3h
        attended groupSupervision 2020-01-01..2021-01-01 24h
        done groupSupervision 2020-01-01..2021-01-01 30h
        => groupSupervisionHours 30h

        # a place in a group that goes on is planned, less what she has attended
        asof 2021-01-01
        usual
        openPractice 2020-01-01..2022-01-01 100 bodo
        place groupSupervision 2020-01-01..2022-01-01 120h
        attended groupSupervision 2020-01-01..2021-01-01 50h
        => groupSupervisionHours 50h planned 70h missing 0h awaiting 604min metByPlan on 2022-01-01 | groupSupervisionYears 12 planned 12 metByPlan on 2022-01-01

        # sessions in a group once a month are months in a group, the last of them as far as it has come
        asof 2020-03-16
        usual
        session groupSupervision 2020-01-20 6h
        session groupSupervision 2020-02-17 6h
        session groupSupervision 2020-03-16 6h
        => groupSupervisionYears 2+15/31 planned 0 missing 21+16/31 | groupSupervisionHours 18h planned 0h

        # supervision of the whole training: due, given, ahead and missing add up to what is asked for
        asof 2022-07-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        session individualSupervision 2020-01-01..2022-07-01 100h
        => individualSupervision 100h planned 105h missing 5h of 210h lacking | due 105h | behind 5h | unknown 0h

        # more than is due now lessens what is left
        asof 2022-07-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        session individualSupervision 2020-01-01..2022-07-01 110h
        => individualSupervision 110h planned 100h missing 0h of 210h metByPlan on 2025-01-01 | behind 0h

        # hours are asked for until the service is enough, and no longer
        asof 2022-07-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        openPractice 2025-01-01..2027-01-01 100 bodo
        session individualSupervision 2020-01-01..2022-07-01 105h
        => individualSupervision 105h planned 105h missing 0h of 210h metByPlan on 2025-01-01

        # a session held today is given today
        asof 2020-02-01
        usual
        openPractice 2020-01-01..2021-01-01 100 bodo
        session individualSupervision 2020-02-01 4h
        => individualSupervision 4h planned 38h missing 0h of 42h | due 210min | behind 0h

        # nobody supervised: hours are due all the same
        asof 2021-01-01
        usual
        nothing supervised
        openPractice 2020-01-01..2021-01-01 100 bodo
        => individualSupervision 0h of 42h missing 42h lacking | due 42h | behind 42h | unknown 0h | why noSupervision 12

        # before sessions were kept here the hours are unknown, and the time counts by the assignment alone
        asof 2021-01-01
        usual
        nothing supervised
        supervised 2019-03-01..2020-07-01 before
        supervised 2020-07-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        session individualSupervision 2020-07-01..2021-01-01 20h
        => openPractice 12 | alone 6 | due 42h | unknown 21h | behind 1h | knownFrom 2020-07-01 | countsFrom 2020-07-01
        => individualSupervision 20h planned 0h missing 1h of 42h lacking

        # enough since sessions were kept: whether it was enough before, nobody knows
        asof 2021-01-01
        usual
        nothing supervised
        supervised 2019-03-01..2020-07-01 before
        supervised 2020-07-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        session individualSupervision 2020-07-01..2021-01-01 21h
        => individualSupervision 21h planned 0h missing 0h of 42h unverified on none | unknown 21h | behind 0h

        # so much since that what was before does not matter
        asof 2021-01-01
        usual
        nothing supervised
        supervised 2019-03-01..2020-07-01 before
        supervised 2020-07-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        session individualSupervision 2020-07-01..2021-01-01 42h
        => individualSupervision 42h missing 0h of 42h met | unknown 21h

        # nobody, then somebody whose sessions were not kept, then sessions: what nobody gave is known
        asof 2021-01-01
        usual
        nothing supervised
        supervised 2020-03-01..2020-07-01 before
        supervised 2020-07-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        session individualSupervision 2020-07-01..2021-01-01 21h
        => unknown 14h | behind 7h | knownFrom 2020-07-01 | countsFrom 2020-01-01 | why noSupervision 2

        # an assignment known here, and no session: it counts by itself, and the hours are missing
        asof 2021-01-01
        usual
        nothing supervised
        supervised 2020-01-01.. silent
        openPractice 2020-01-01..2021-07-01 100 bodo
        => openPractice 12 planned 6 | alone 12 | behind 42h | unknown 0h | knownFrom none

        # of two supervisors one logs her sessions
        asof 2021-01-01
        usual
        nothing supervised
        supervised 2020-01-01.. silent
        supervised 2020-07-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        => alone 6 | openPractice 12

        # the supervisor's exemption ran out two months before the year was over
        asof 2021-01-01
        usual
        nothing supervised
        supervised 2020-01-01..2020-11-01
        supervised 2020-11-01.. lapsed
        openPractice 2020-01-01..2021-01-01 100 bodo
        => openPractice 12 | lapsed 2 | alone 0
        """
}
