"""The day the tests take place. The server, its practice data and the browser are all told it; nothing here reads the real clock."""
import calendar
import datetime
import zoneinfo

OSLO = zoneinfo.ZoneInfo("Europe/Oslo")
# An ordinary Wednesday, the same as the Swift tests'.
DEFAULT = "2026-11-18"


class Day:
    """`2027-01-31`, which is noon that day in Norway, or a time such as `2027-03-28T02:30:00+01:00`."""

    def __init__(self, text):
        moment = datetime.datetime.fromisoformat(text)
        if len(text) == 10:
            moment = moment.replace(hour=12)
        self.moment = moment if moment.tzinfo else moment.replace(tzinfo=OSLO)
        self.today = self.moment.astimezone(OSLO).date()

    @property
    def clock(self):
        """As the program's `--clock` takes it."""
        return self.moment.isoformat()

    def shift(self, months=0, days=0):
        """A day so long after today, or before it, as it is typed in Norway."""
        return norwegian(months_after(self.today, months) + datetime.timedelta(days))

    def days_until(self, iso):
        return (datetime.date.fromisoformat(iso) - self.today).days


def months_after(day, months):
    """The same day of the month so many months after (a date, or its ISO text), or that month's last day when it is shorter."""
    if isinstance(day, str):
        day = datetime.date.fromisoformat(day)
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def norwegian(day):
    return f"{day.day}.{day.month}.{day.year}"
