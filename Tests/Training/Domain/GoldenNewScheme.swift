/// The new scheme in general practice. `CaseStory` says how a case is written.
enum GoldenNewScheme {
    static let rules = "gp-new"

    static let text = """
        # five full years with half a year in hospital
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2022-07-01 100 bodo
        institutionHospital 2022-07-01..2023-01-01 100 NLSH
        openPractice 2023-01-01..2025-01-01 100 bodo
        done groupSupervision 2020-01-01..2022-01-01 120h
        objectives ALM 88/88 on 2024-11-30
        objectives FKM 24/24 on 2024-10-31
        => totalService 60 missing 0 met on 2025-01-01 | openPractice 54 met on 2022-01-01 | institution 6 met on 2023-01-01
        => groupSupervisionHours 120h met on 2022-01-01 | groupSupervisionYears 24 met on 2022-01-01
        => groupInOpenPractice 24 met on 2021-01-01 | objectivesALM 88 met on 2024-12-01 | objectivesFKM 24 met on 2024-11-01
        => completion 2025-01-01 | serviceDone 2025-01-01 | bounds totalService | problems 0 | skillsList 0 of 1 lacking

        # one day short of five years
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2022-07-01 100 bodo
        institutionHospital 2022-07-01..2023-01-01 100 NLSH
        openPractice 2023-01-01..2024-12-31 100 bodo
        done groupSupervision 2020-01-01..2022-01-01 120h
        objectives ALM 88/88
        objectives FKM 24/24
        => totalService 59+30/31 missing 1/31 lacking on none earliest 2026-01-02 | completion none | bounds totalService

        # a position without an end does not promise what full-time service could not give
        asof 2026-09-01
        usual
        openPractice 2025-09-01.. 100 bodo
        => totalService 12 lacking missing 6 on none earliest 2030-09-01 | institution 0 lacking earliest 2027-03-01

        # the same halfway, the rest planned
        asof 2022-07-01
        usual
        openPractice 2020-01-01..2022-07-01 100 bodo
        institutionHospital 2022-07-01..2023-01-01 100 NLSH
        openPractice 2023-01-01..2025-01-01 100 bodo
        done groupSupervision 2020-01-01..2022-01-01 120h
        objectives ALM 40/88 by 2024-10-31
        objectives FKM 10/24 by 2025-01-31
        => totalService 30 planned 30 missing 0 metByPlan on 2025-01-01 | institution 0 planned 6 metByPlan on 2023-01-01
        => openPractice 30 planned 24 met on 2022-01-01 | objectivesALM 40 planned 48 metByPlan on 2024-11-01
        => completion 2025-02-01 | serviceDone 2025-01-01 | bounds objectivesFKM

        # nobody has said when the objectives will be approved
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        done groupSupervision 2020-01-01..2022-01-01 120h
        objectives ALM 87/88
        objectives FKM 23/24
        => serviceDone 2025-01-01 | completion none | bounds objectivesALM,objectivesFKM | objectivesALM 87 missing 1 lacking

        # no catalogue of objectives is loaded: nothing is concluded about them
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        done groupSupervision 2020-01-01..2022-01-01 120h
        => objectivesALM unverified | objectivesFKM unverified | completion 2025-01-01

        # four years and seven months in open practice: the last of them is above the maximum
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-08-01 100 bodo
        institutionHospital 2024-08-01..2025-02-01 100 NLSH
        => openPractice 54 met on 2022-01-01 | over openPractice 1 | totalService 60 met on 2025-02-01 | serviceDone 2025-02-01

        # the maximum is reached within a month, and part of that day counts
        asof 2026-01-01
        usual
        openPractice 2020-01-15..2024-08-15 100 bodo
        => openPractice 54 | over openPractice 1 | totalService 54 lacking

        # thirty-one months of other general practice, then two years in open practice
        asof 2026-01-01
        usual
        otherGeneralPractice 2020-01-01..2022-08-01 100 bodo
        openPractice 2022-08-01..2024-08-01 100 bodo
        institutionHospital 2024-08-01..2025-02-01 100 NLSH
        done groupSupervision 2022-08-01..2024-08-01 120h
        => over otherGeneralPractice 1 | totalService 60 met on 2025-02-01 | openPractice 24 met on 2024-08-01
        => groupInOpenPractice 24 met on 2023-08-01 | completion 2025-02-01 | bounds totalService,institution

        # two years less a day in open practice
        asof 2026-01-01
        usual
        otherGeneralPractice 2020-01-01..2022-08-01 100 bodo
        openPractice 2022-08-01..2024-07-31 100 bodo
        institutionHospital 2024-08-01..2025-04-01 100 NLSH
        => openPractice 23+30/31 missing 1/31 lacking | totalService 61+30/31 met | serviceDone none

        # five months in hospital is not half a year
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2024-12-01 100 NLSH
        otherGeneralPractice 2024-12-01..2025-12-01 100 bodo
        done groupSupervision 2020-01-01..2022-01-01 120h
        => institution 5 missing 1 lacking | totalService 71 planned 0 met on 2025-01-01 | completion none | bounds institution
        => over openPractice 0 | over otherGeneralPractice 0 | openPractice 54

        # half a year at a nursing home instead of hospital
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionPrimary 2024-07-01..2025-01-01 100 fauske
        => institution 6 met on 2025-01-01 | totalService 60 | serviceDone 2025-01-01 | unconfirmed 6

        # ten years at half time
        asof 2031-01-01
        usual
        openPractice 2020-01-01..2029-01-01 50 bodo
        institutionHospital 2029-01-01..2030-01-01 50 NLSH
        => openPractice 54 met on 2024-01-01 | institution 6 met on 2030-01-01 | totalService 60 met on 2030-01-01 | problems 0

        # forty per cent counts, since a minimum in the new scheme is not looked up
        asof 2022-01-01
        usual
        openPractice 2021-01-01..2022-01-01 40 bodo
        => openPractice 4+4/5 | why belowMinimumFraction 0

        # 31 August to and including 29 February in a leap year
        asof 2026-01-01
        usual
        institutionHospital 2023-08-31..2024-03-01 100 NLSH
        => institution 6+1/31 met on 2024-03-01 | problems 0

        # 31 August to 29 February, that day left out
        asof 2026-01-01
        usual
        institutionHospital 2023-08-31..2024-02-29 100 NLSH
        => institution 5+897/899 missing 2/899 lacking

        # 1 September to and including 28 February in a leap year
        asof 2026-01-01
        usual
        institutionHospital 2023-09-01..2024-02-29 100 NLSH
        => institution 5+28/29 lacking

        # 1 September to and including 28 February in another year
        asof 2026-01-01
        usual
        institutionHospital 2022-09-01..2023-03-01 100 NLSH
        => institution 6 met on 2023-03-01 | problems 0

        # half of February and half of March
        asof 2026-01-01
        usual
        openPractice 2021-02-15..2021-03-15 100 bodo
        => openPractice 59/62

        # a supervisor three months late
        asof 2026-01-01
        usual
        nothing supervised
        supervised 2020-04-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why noSupervision 3 | openPractice 9 | due 42h

        # planned service without a supervisor counts in the plan, and is marked
        asof 2020-07-01
        usual
        nothing supervised
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why noSupervision 6 | openPractice 0 planned 6 | assumed 6

        # the municipality registered two months late
        asof 2026-01-01
        usual
        nothing registered
        registered bodo 2020-03-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why enterpriseNotRegistered 2 | openPractice 10

        # a place that ended its registration
        asof 2026-01-01
        usual
        nothing registered
        registered bodo 2019-03-01..2020-11-01
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why enterpriseNotRegistered 2 | openPractice 10

        # a place that neither a municipality nor a trust answers for
        asof 2026-01-01
        usual
        institutionPrimary 2020-01-01..2020-07-01 100 elsewhere
        => why enterpriseNotRegistered 6 | institution 0

        # service before authorisation
        asof 2026-01-01
        usual
        authorised 2020-02-01
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why beforeAuthorisation 1 | openPractice 11 | problem beforeAuthorisation

        # nobody has said when she was authorised
        asof 2026-01-01
        usual
        authorised unknown
        openPractice 2020-01-01..2021-01-01 100 bodo
        => openPractice 12 | problems 0

        # service before the training began
        asof 2026-01-01
        usual
        nothing course
        new 2020-03-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why outsideTraining 2 | openPractice 10

        # service after she withdrew
        asof 2026-01-01
        usual
        nothing course
        new 2019-03-01..2020-11-01
        new 2020-11-01.. withdrew
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why trainingEnded 2 | openPractice 10

        # the training stood still for three months
        asof 2026-01-01
        usual
        nothing course
        new 2019-03-01..2020-04-01
        new 2020-04-01..2020-07-01 paused
        new 2020-07-01..
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why paused 3 | openPractice 9

        # parental leave in full for six months
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2021-01-01 100 bodo
        leave parentalLeave 2020-03-01..2020-09-01 100
        => why absent 6 | openPractice 6 | due 21h

        # two partial absences at once
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2021-01-01 80 bodo
        leave sickLeave 2020-03-01..2020-05-01 50
        leave otherLeave 2020-04-01..2020-05-01 60
        => why absent 1+1/5 | openPractice 8+2/5

        # two engagements of 120 per cent in all: the first full position counts
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2021-01-01 100 bodo
        otherGeneralPractice 2020-07-01..2021-01-01 20 fauske
        => openPractice 12 | totalService 12 | why above100Percent 1+1/5 | problem aboveFullPosition

        # two half positions are one
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2021-01-01 50 bodo
        otherGeneralPractice 2020-01-01..2021-01-01 50 fauske
        => openPractice 6 | totalService 12 | problems 0

        # a position that does not count takes no room from one that does
        asof 2026-01-01
        usual
        research 2019-06-01..2021-01-01 100 bodo
        openPractice 2020-01-01..2021-01-01 100 bodo
        => why notAccepted 19 | openPractice 12 | why above100Percent 0

        # two positions reach the maximum together, in order of time
        asof 2030-01-01
        usual
        openPractice 2020-01-01..2024-10-01 50 bodo
        openPractice 2020-01-01..2024-10-01 50 fauske
        => openPractice 54 | over openPractice 3 | totalService 54

        # supervision an hour short of 42 hours a year
        asof 2021-01-01
        usual
        openPractice 2020-01-01..2021-01-01 100 bodo
        done individualSupervision 2020-01-01..2021-01-01 41h
        => individualSupervision 41h of 42h missing 1h lacking | behind 1h | due 42h

        # supervision in half time, and hours enough
        asof 2021-01-01
        usual
        openPractice 2020-01-01..2021-01-01 50 bodo
        done individualSupervision 2020-05-05 21h
        planned individualSupervision 2021-02-01 2h
        => individualSupervision 21h planned 2h of 21h missing 0h met | behind 0h

        # hours behind are shown and do not move the day
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        done groupSupervision 2020-01-01..2022-01-01 120h
        => individualSupervision 0h of 210h lacking | completion 2025-01-01

        # 119 hours in a group
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        done groupSupervision 2020-01-01..2022-01-01 119h
        => groupSupervisionHours 119h missing 1h lacking | completion none | bounds groupSupervisionHours

        # a group for a month less than two years
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        done groupSupervision 2020-01-01..2021-12-01 120h
        => groupSupervisionYears 23 missing 1 lacking | completion none | bounds groupSupervisionYears

        # eleven months of the group while in open practice
        asof 2026-01-01
        usual
        otherGeneralPractice 2020-01-01..2021-02-01 100 bodo
        openPractice 2021-02-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        done groupSupervision 2020-01-01..2022-01-01 120h
        => groupInOpenPractice 11 missing 1 lacking | groupSupervisionYears 24 | completion none | bounds groupInOpenPractice

        # courses and six topics are recommended and hold nobody back
        asof 2026-01-01
        usual
        openPractice 2020-01-01..2024-07-01 100 bodo
        institutionHospital 2024-07-01..2025-01-01 100 NLSH
        done groupSupervision 2020-01-01..2022-01-01 120h
        => basicCourseA 0 of 1 lacking | basicCourseB 0 of 1 lacking | basicCourseC 0 of 1 lacking | basicCourseD 0 of 1 lacking
        => acuteMedicineCourse 0 of 1 lacking | topicCourses 0 of 6 lacking | skillsList 0 of 1 lacking | completion 2025-01-01

        # each course taken
        asof 2026-01-01
        usual
        done basicCourseA 2021-01-10
        done basicCourseB 2021-02-10
        done basicCourseC 2021-03-10
        done basicCourseD 2021-04-10
        done acuteMedicineCourse 2021-05-10
        done skillsList 2021-06-10
        => basicCourseA 1 of 1 met on 2021-01-11 | basicCourseB 1 of 1 met | basicCourseC 1 of 1 met | basicCourseD 1 of 1 met
        => acuteMedicineCourse 1 of 1 met | skillsList 1 of 1 met on 2021-06-11

        # six topics, one of them in two courses
        asof 2026-01-01
        usual
        done topicCourse 2021-01-10 15h Hud
        done topicCourse 2021-02-10 15h Øye
        done topicCourse 2021-03-10 15h Barn
        done topicCourse 2021-04-10 15h Kreft
        done topicCourse 2021-05-10 15h Eldre
        done topicCourse 2021-06-10 8h Rus
        done topicCourse 2021-07-10 7h rus
        => topicCourses 6 of 6 met on 2021-07-11

        # six topics, one of 14 hours
        asof 2026-01-01
        usual
        done topicCourse 2021-01-10 15h Hud
        done topicCourse 2021-02-10 15h Øye
        done topicCourse 2021-03-10 15h Barn
        done topicCourse 2021-04-10 15h Kreft
        done topicCourse 2021-05-10 15h Eldre
        done topicCourse 2021-06-10 14h Rus
        => topicCourses 5 missing 1 lacking

        # a course planned, and one whose day has passed without word
        asof 2026-01-01
        usual
        planned basicCourseA 2026-03-10
        planned basicCourseB 2025-03-10
        => basicCourseA 0 planned 1 metByPlan on 2026-03-11 | basicCourseB 0 planned 0 lacking | problem overdueActivity

        # a position without an end lasts ten years in the plan
        asof 2026-01-01
        usual
        openPractice 2025-01-01.. 50 bodo
        => openPractice 6 planned 48 metByPlan on 2029-01-01 | over openPractice 12

        # an unknown kind of service
        asof 2026-01-01
        usual
        shipDoctor 2020-01-01..2021-01-01 100 bodo
        => why notAccepted 12 | problem unknownCategory | totalService 0
        """
}
