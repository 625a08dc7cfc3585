/// From the old scheme to the new: judged by the new scheme, with what was served before.
enum GoldenConversion {
    static let rules = "gp-new"

    static let text = """
        # earlier service counts without registration and supervisor, later does not
        asof 2026-01-01
        usual old
        nothing course
        old 2015-01-01..2022-03-01
        new 2022-03-01..
        openPractice 2018-01-01..2023-01-01 100 bodo
        => openPractice 50 | why enterpriseNotRegistered 10 | why noSupervision 0

        # without a supervisor after the conversion
        asof 2026-01-01
        usual old
        nothing course
        old 2015-01-01..2022-03-01
        new 2022-03-01..
        registered bodo 2019-03-01..
        openPractice 2018-01-01..2023-01-01 100 bodo
        => openPractice 50 | why noSupervision 10 | due 35h

        # supervision is due from the day of conversion
        asof 2023-01-01
        usual old
        nothing course
        old 2015-01-01..2022-01-01
        new 2022-01-01..
        registered bodo 2019-03-01..
        supervised 2022-01-01..
        openPractice 2018-01-01..2023-01-01 100 bodo
        done individualSupervision 2022-02-02 42h
        => individualSupervision 42h of 42h met | openPractice 54 | over openPractice 6

        # less than half time under the old scheme counts in the new
        asof 2026-01-01
        usual old
        nothing course
        old 2015-01-01..2022-03-01
        new 2022-03-01..
        openPractice 2018-01-01..2019-01-01 40 bodo
        => openPractice 4+4/5

        # a nursing home from before the conversion is not asked about, one after it is
        asof 2026-01-01
        usual old
        nothing course
        old 2015-01-01..2022-03-01
        new 2022-03-01..
        registered bodo 2019-03-01..
        supervised 2022-03-01..
        institutionPrimary 2021-09-01..2022-06-01 100 bodo
        => institution 9 | unconfirmed 3

        # a group from the old days, and all done
        asof 2026-01-01
        usual old
        nothing course
        old 2015-01-01..2022-03-01
        new 2022-03-01..
        registered bodo 2019-03-01..
        supervised 2022-03-01..
        institutionHospital 2016-01-01..2017-01-01 100 NLSH
        openPractice 2017-01-01..2023-01-01 100 bodo
        done groupSupervision 2017-01-01..2019-01-01 120h
        => institution 12 met on 2016-07-01 | totalService 66 met on 2021-01-01 | groupInOpenPractice 24
        => completion 2022-03-01
        """
}
