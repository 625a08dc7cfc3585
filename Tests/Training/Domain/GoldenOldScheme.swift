/// The old scheme in general practice.
enum GoldenOldScheme {
    static let rules = "gp-old"

    /// A doctor who has everything.
    static let everything = """
        asof 2020-01-01
        usual old
        openPractice 2013-01-01..2017-01-01 100 bodo
        institutionHospital 2017-01-01..2018-01-01 100 NLSH
        done dutyShift 2013-02-01..2014-02-01 x25
        done dutyShift 2014-02-01..2016-01-01 x15
        done groupSupervision 2013-01-01..2015-01-01
        done basicCourseA 2013-03-01
        done basicCourseB 2013-04-01
        done basicCourseC 2013-05-01
        done basicCourseD 2013-06-01
        done sickListingCourse 2013-07-01
        done topicCoursesTaken 2016-07-01
        done acuteMedicineCourse 2014-07-01
        done practiceVisits 2016-09-01
        done expertWitnessCourse 2016-10-01
        done practicalSkills 2016-11-01
        done electivePoints 2016-12-01
        """

    /// Each of these is required: without it she is not done.
    private static let each: [(activity: String, requirement: String)] = [
        ("dutyShift", "dutyShifts"), ("groupSupervision", "groupSupervisionYears"), ("basicCourseA", "basicCourseA"),
        ("basicCourseB", "basicCourseB"), ("basicCourseC", "basicCourseC"), ("basicCourseD", "basicCourseD"),
        ("sickListingCourse", "sickListingCourse"), ("topicCoursesTaken", "topicCourses"), ("acuteMedicineCourse", "acuteMedicineCourse"),
        ("practiceVisits", "practiceVisits"), ("expertWitnessCourse", "expertWitnessCourse"), ("practicalSkills", "practicalSkills"),
        ("electivePoints", "electivePoints"),
    ]

    static var text: String {
        let lacking = each.map {
            "# all but \($0.activity)\n\(everything)\nwithout \($0.activity)\n=> completion none | bounds \($0.requirement)\n"
        }
        return "# everything\n\(everything)\n\(all)\n" + lacking.joined(separator: "\n") + "\n" + rest
    }

    private static let all = """
        => generalPractice 48 met on 2017-01-01 | openPractice 48 met on 2015-01-01 | hospital 12 met on 2018-01-01
        => dutyShifts 40 of 40 met on 2016-01-01 | groupSupervisionYears 24 met on 2015-01-01 | basicCourseA 1 of 1 met on 2013-03-02
        => basicCourseB 1 of 1 met | basicCourseC 1 of 1 met | basicCourseD 1 of 1 met | sickListingCourse 1 met | topicCourses 1 met
        => acuteMedicineCourse 1 met | practiceVisits 1 met | expertWitnessCourse 1 met | practicalSkills 1 met | electivePoints 1 met
        => completion 2018-01-01 | bounds hospital | problems 0

        """

    private static let rest = """
        # 39 duty shifts
        asof 2020-01-01
        usual old
        done dutyShift 2013-02-01..2014-02-01 x39
        => dutyShifts 39 of 40 missing 1 lacking

        # three years and eleven months of general practice
        asof 2020-01-01
        usual old
        openPractice 2013-01-01..2016-12-01 100 bodo
        institutionHospital 2017-01-01..2017-12-01 100 NLSH
        => generalPractice 47 missing 1 lacking | hospital 11 missing 1 lacking

        # a month short of general practice, and nothing else
        asof 2020-01-01
        usual old
        openPractice 2013-01-01..2016-12-01 100 bodo
        institutionHospital 2017-01-01..2018-01-01 100 NLSH
        => generalPractice 47 missing 1 lacking | openPractice 47 met | hospital 12 met | serviceDone none

        # two years at a nursing home count, the month after them does not
        asof 2022-01-01
        usual old
        institutionPrimary 2017-01-01..2019-02-01 100 bodo
        openPractice 2019-02-01..2021-02-01 100 bodo
        => over nursingHome 1 | generalPractice 48 met on 2021-02-01 | openPractice 24 met on 2021-02-01

        # a year of research counts, the month after it does not
        asof 2022-01-01
        usual old
        research 2015-01-01..2016-02-01 100 bodo
        otherGeneralPractice 2016-02-01..2017-02-01 100 bodo
        openPractice 2017-02-01..2019-01-01 100 bodo
        => over research 1 | generalPractice 47 lacking | openPractice 23 missing 1 lacking

        # four years of general practice with too little of it in open practice
        asof 2022-01-01
        usual old
        otherGeneralPractice 2015-01-01..2017-02-01 100 bodo
        openPractice 2017-02-01..2019-01-01 100 bodo
        institutionHospital 2019-01-01..2020-01-01 100 NLSH
        => generalPractice 48 met | openPractice 23 lacking | serviceDone none

        # half time counts half
        asof 2022-01-01
        usual old
        openPractice 2015-01-01..2016-01-01 50 bodo
        => generalPractice 6 | why belowMinimumFraction 0

        # 49 per cent does not count
        asof 2022-01-01
        usual old
        openPractice 2015-01-01..2016-01-01 49 bodo
        => generalPractice 0 | why belowMinimumFraction 5+22/25

        # 30 and 30 per cent at once are more than half time
        asof 2022-01-01
        usual old
        openPractice 2015-01-01..2016-01-01 30 bodo
        openPractice 2015-01-01..2015-07-01 30 fauske
        => generalPractice 3+3/5 | why belowMinimumFraction 1+4/5

        # half-time leave from half time leaves the position at half time
        asof 2022-01-01
        usual old
        openPractice 2015-01-01..2016-01-01 50 bodo
        leave parentalLeave 2015-01-01..2015-07-01 50
        => generalPractice 4+1/2 | why absent 1+1/2 | why belowMinimumFraction 0

        # a nursing home before 7 July 2016
        asof 2022-01-01
        usual old
        institutionPrimary 2016-07-01..2016-08-01 100 bodo
        => why notAccepted 6/31 | generalPractice 25/31

        # half a position at a nursing home is not more than half
        asof 2022-01-01
        usual old
        institutionPrimary 2017-01-01..2018-01-01 50 bodo
        institutionPrimary 2018-01-01..2019-01-01 60 bodo
        => why belowMinimumFraction 6 | generalPractice 7+1/5

        # neither registration nor supervisor is asked for
        asof 2022-01-01
        usual old
        openPractice 2015-01-01..2016-01-01 100 bodo
        => generalPractice 12

        # before authorisation, and paused
        asof 2022-01-01
        usual old
        authorised 2014-02-01
        nothing course
        old 2010-01-01..2014-06-01
        old 2014-06-01..2014-08-01 paused
        old 2014-08-01..
        openPractice 2014-01-01..2015-01-01 100 bodo
        => why beforeAuthorisation 1 | why paused 2 | generalPractice 9

        # a full and a half position at once
        asof 2022-01-01
        usual old
        openPractice 2014-01-01..2015-01-01 100 bodo
        otherGeneralPractice 2014-01-01..2015-01-01 50 fauske
        => generalPractice 12 | why above100Percent 6

        # other practice counts as general practice, hospital does not
        asof 2022-01-01
        usual old
        otherGeneralPractice 2014-01-01..2015-01-01 100 bodo
        institutionHospital 2015-01-01..2016-01-01 100 NLSH
        institutionPrimary 2017-01-01..2018-01-01 100 bodo
        research 2018-01-01..2018-07-01 100 bodo
        => generalPractice 30 | hospital 12 | openPractice 0
        """
}
