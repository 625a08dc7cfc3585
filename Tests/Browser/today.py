"""What depends on the day, and must be right on any: run on the day of the tests and, by themselves, on a few others."""
import re

from playwright.sync_api import expect

import flows
from day import months_after, norwegian
from pages import IDA, context_for

# What their names begin with: `--only day:` runs these alone.
PREFIX = "day:"
# A month after the 31st, with the old scheme's last day behind; and a leap day.
OTHERS = ["2027-01-31", "2028-02-29"]
LAST_DAY = "2026-12-31"


def same_day(browser, server):
    """The browser, the server and the practice data agree on what day it is."""
    page = context_for(browser, server, "ravna").new_page()
    today = server.day.shift()
    page.goto(server.address + "/oversikt")
    seen = page.evaluate("(d => `${d.getDate()}.${d.getMonth() + 1}.${d.getFullYear()}`)(new Date())")
    assert seen == today, f"the browser's day is {seen}"
    expect(page.locator("main .lede").first).to_contain_text(f"per {today}")
    page.goto(server.address + "/ovingsdata")
    expect(page.locator("main")).to_contain_text(f"med hendelser til {today}")
    page.context.close()


def last_day_of_the_old_scheme(browser, server):
    left = server.day.days_until(LAST_DAY)
    page = flows.without_script(browser, server, "-")
    page.goto(server.address + "/")
    front = page.locator("main").inner_text()
    page = flows.without_script(browser, server, "ingvild")
    texts = {}
    for address in ["/", "/oversikt", "/oppfolging/gammel-ordning", "/arbeidslister/gammel-ordning-rekker-ikke"]:
        page.goto(server.address + address)
        texts[address] = re.sub(r"\s+", " ", page.locator("main").inner_text())
    if left > 1:
        assert f"{left}" in front and "dager igjen til 31.12.2026" in front, front[:600]
        wanted = {"/": "må søke innen fristen", "/oversikt": f"{left} dager til siste frist",
                  "/oppfolging/gammel-ordning": f"{left} dager igjen til siste frist, 31.12.2026"}
    elif left < 0:
        assert "var 31.12.2026" in front and "dager igjen" not in front, front[:600]
        wanted = {"/": "siste frist er passert", "/oversikt": "siste frist er passert",
                  "/oppfolging/gammel-ordning": "Siste frist gikk ut 31.12.2026. Det var siste dag"}
        for address, text in texts.items():
            for words in ["til siste frist", "innen fristen eller", "Dette er siste dag", "Ferdig før fristen", "innen 31.12.2026"]:
                assert words not in text, f"{address}: «{words}»"
    else:
        wanted = {"/oversikt": "siste frist er i dag" if left == 0 else "1 dag til siste frist"}
    for address, words in wanted.items():
        assert words in texts[address], f"{address} does not say «{words}»"


def wish_for_this_half_year(browser, server):
    """The first half-year that can be wished for is the one it is, and the wish stands in the history with today's day."""
    today = server.day.today
    half = f"{today.year}-{1 if today.month < 7 else 2}"
    page = flows.without_script(browser, server, "ida")
    page.goto(server.address + IDA + "/onske/ny")
    assert page.locator("[name=tidligst] option").nth(1).get_attribute("value") == half
    page.locator("[name=sted1]").select_option(index=1)
    page.locator("[name=tidligst]").select_option(half)
    page.locator("[name=senest]").select_option(half)
    page.locator("main form .acts button").first.click()
    expect(page.locator("main")).to_contain_text("lagret")
    page.goto(server.address + IDA + "/historikk")
    expect(page.locator("main")).to_contain_text(f"{server.day.shift()} kl.")


def session_of_today(browser, server):
    """A session held today is logged, and one of tomorrow is not."""
    page = flows.without_script(browser, server, "ida")
    page.goto(server.address + IDA + "/veiledning/okt")
    expect(page.locator("#dag")).to_have_value(server.day.shift())
    page.fill("#dag", server.day.shift(days=1))
    page.fill("#minutter", "33")
    page.locator("main form .acts button").first.click()
    expect(page.locator(".errors")).to_contain_text("ikke kommet")
    page.fill("#dag", server.day.shift())
    page.locator("main form .acts button").first.click()
    expect(page.locator("main")).to_contain_text("33 min")


def leave_of_a_month(browser, server):
    """Leave for a month from today is tried, to the day before the same day of the next month or its last day."""
    page = flows.without_script(browser, server, "ida")
    page.goto(server.address + IDA + "/plan/hva-om")
    page.check("[name=hva][value=permisjon]")
    last = norwegian(months_after(server.day.today, 1))
    page.fill("#fra", server.day.shift())
    page.fill("#til", last)
    page.fill("#prosent", "100")
    page.locator(".what-if button").click()
    expect(page.locator(".tried")).to_contain_text(f"{server.day.shift()}–{last}")


TASKS = [
    (PREFIX + " the browser, the server and the practice data agree", same_day),
    (PREFIX + " how long is left of the old scheme, and what is said when it has passed", last_day_of_the_old_scheme),
    (PREFIX + " timeline by pointer: a period is moved, and the change tried", flows.move_by_pointer),
    (PREFIX + " timeline by keyboard: a period is moved and stretched, and the change tried", flows.move_by_keyboard),
    (PREFIX + " without script: leave of a month is tried", leave_of_a_month),
    (PREFIX + " without script: a change is tried, and the plan becomes what was shown", flows.apply_what_was_shown),
    (PREFIX + " without script: this half-year is wished for", wish_for_this_half_year),
    (PREFIX + " without script: a session of today is logged, and none of tomorrow", session_of_today),
]
