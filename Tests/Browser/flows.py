"""The main tasks, done as people do them, with JavaScript switched off; and by keyboard alone."""
import csv
import datetime
import os
import re
import sqlite3

from playwright.sync_api import expect

from day import months_after, norwegian
from pages import context_for

# A debug build on a busy machine answers slowly; no test is about time.
expect.set_options(timeout=60_000)


def without_script(browser, server, person):
    context = context_for(browser, server, person, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(60_000)
    return page


def sign_in(browser, server):
    page = without_script(browser, server, "-")
    page.goto(server.address + "/oversikt")
    assert "/logg-inn?videre=" in page.url, page.url
    page.locator("form", has=page.locator("input[value='demo.ravna']")).locator("button").click()
    # Where she was going, not where people start.
    assert page.url == server.address + "/oversikt", page.url
    expect(page.locator("header .who")).to_contain_text("Ravna Isaksen")
    page.locator("header .who button").click()
    page.goto(server.address + "/oversikt")
    assert "/logg-inn" in page.url, page.url


def filter_overview(browser, server):
    page = without_script(browser, server, "ravna")
    page.goto(server.address + "/oversikt")
    before = page.locator("main").inner_text()
    form = page.locator("form:has([name=ordning])").first
    form.locator("[name=ordning]").select_option("gammel")
    form.locator("button").first.click()
    assert "ordning=gammel" in page.url, page.url
    assert page.locator("main").inner_text() != before, "the filter changed nothing"
    expect(page.locator("[name=ordning]").first).to_have_value("gammel")


def own_municipality(page, server):
    page.goto(server.address + "/")
    link = page.locator("main a[href^='/kommuner/']").first
    page.goto(server.address + link.get_attribute("href").split("#")[0].split("?")[0])


def confirm(browser, server):
    page = without_script(browser, server, "hilde")
    own_municipality(page, server)
    page.locator("form[action$='/bekreftelse'] button").click()
    expect(page.locator("main")).to_contain_text("Hilde Strand")
    assert page.locator("h1").inner_text().strip() == "Fauske", page.locator("h1").inner_text()


def correct(browser, server):
    page = without_script(browser, server, "hilde")
    own_municipality(page, server)
    page.locator("main a[href^='/alis/']", has_text="Ida Nilsen").first.click()
    person = page.url.split("?")[0]
    page.locator("main a[href*='/arbeid/']").first.click()
    page.fill("[name=prosent]", "ikke et tall")
    page.locator("main form .acts button").first.click()
    expect(page.locator(".errors")).to_be_visible()
    expect(page.locator("[name=prosent]")).to_have_value("ikke et tall")
    page.fill("[name=prosent]", "70")
    page.fill("[name=hvorfor]", "Gikk ned i stilling")
    correction = page.locator("input[type=radio][name=gjelder]")
    if correction.count():
        correction.first.check()
    page.locator("main form .acts button").first.click()
    assert page.url.startswith(person), page.url
    page.goto(person + "/historikk")
    expect(page.locator("main")).to_contain_text("70")
    expect(page.locator("main")).to_contain_text("Gikk ned i stilling")


def import_list(browser, server):
    page = without_script(browser, server, "hilde")
    page.goto(server.address + "/innlesing")
    path = os.path.join(server.folder, "liste.csv")
    with open(path, "w", encoding="cp1252", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["ALIS i Fauske"])
        rows.writerow(["Fornavn", "Etternavn", "HPR-nr", "Knr.", "Ordning", "Oppstart", "Stilling %", "Ansettelsesform"])
        rows.writerow(["Åshild", "Prøvesen", "990000777", "1841", "Ny ordning", server.day.shift(months=-14), "80 %", "fastlønn"])
        rows.writerow(["Feil", "Dato", "990000778", "1841", "ny", "31.02.2021", "100", "fastlønn"])
    page.set_input_files("[name=fil]", path)
    page.locator("form[action='/innlesing'] button").click()
    expect(page.locator("main")).to_contain_text("31.02.2021")
    page.locator("form[action$='/godta'] button").click()
    page.goto(server.address + "/sok?q=prøvesen")
    expect(page.locator("main")).to_contain_text("Åshild Prøvesen")


def change_language(browser, server):
    page = without_script(browser, server, "ravna")
    page.goto(server.address + "/oversikt?ordning=ny")
    page.locator("footer form button").click()
    assert page.url == server.address + "/oversikt?ordning=ny", page.url
    assert page.locator("html").get_attribute("lang") == "nn"


def tab_to(page, selector, most=40):
    """Presses Tab until what is wanted has focus; what has focus on the way must be seen to have it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
                return { outline: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none',
                         size: r.width > 0 && r.height > 0, what: e.outerHTML.slice(0, 80) } }""")
        assert seen["outline"] and seen["size"], f"focus is not seen on {seen['what']}"
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} is not reached in {most} steps")


def by_keyboard(browser, server):
    context = context_for(browser, server, "-")
    page = context.new_page()
    page.goto(server.address + "/logg-inn")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip", "the first stop is not the way past the menu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innhold", "the way past the menu does not lead to the content"
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(page.locator("header .who b")).to_be_visible()
    context.close()
    context = context_for(browser, server, "hilde")
    page = context.new_page()
    own_municipality(page, server)
    tab_to(page, "form[action$='/bekreftelse'] button", most=60)
    context.close()


def planned_bar(page, server):
    """A planned hospital period on Ida's line of time, and its dates."""
    page.goto(server.address + "/")
    assert page.url.endswith("/plan"), page.url
    bar = page.locator("g[data-movable]").first
    expect(bar).to_have_attribute("role", "button")
    return bar, bar.get_attribute("data-from"), bar.get_attribute("data-to")


def month_after(iso, months):
    return norwegian(months_after(iso, months))


def move_by_pointer(browser, server):
    context = context_for(browser, server, "ida", reduced_motion="reduce")
    page = context.new_page()
    bar, start, _ = planned_bar(page, server)
    bar.scroll_into_view_if_needed()
    box, drawing = bar.locator("rect").first.bounding_box(), page.locator(".tl svg").bounding_box()
    frame = page.locator(".tl")
    days = page.evaluate("([a, b]) => (new Date(b) - new Date(a)) / 86400000",
                         [frame.get_attribute("data-start"), frame.get_attribute("data-end")])
    month = drawing["width"] * 1160 / 1180 / (days / 30.4375)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + month * 1.5, y)
    page.mouse.move(x + month * 3, y)
    expect(page.locator("#flytt-status")).to_contain_text(month_after(start, 3))
    page.mouse.up()
    # Nothing is saved: the page that tries the change is opened with the new days.
    page.wait_for_url("**/hva-om?**")
    expect(page.locator("#fra")).to_have_value(month_after(start, 3))
    expect(page.locator(".tried")).to_be_visible()
    page.goto(server.address + "/")
    expect(page.locator("g[data-movable]").first).to_have_attribute("data-from", start)
    context.close()


def move_by_keyboard(browser, server):
    context = context_for(browser, server, "ida")
    page = context.new_page()
    bar, start, end = planned_bar(page, server)
    bar.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#flytt-status")).to_contain_text(month_after(start, 2))
    page.keyboard.press("Escape")
    expect(page.locator("#flytt-status")).to_have_text("")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hva-om?**")
    # Stretched by a month: the first day stays, the last day is the day before the new end.
    expect(page.locator("#fra")).to_have_value(month_after(start, 0))
    expect(page.locator("#til")).to_have_value(norwegian(months_after(end, 1) - datetime.timedelta(1)))
    context.close()


def without_script_nothing_moves(browser, server):
    page = without_script(browser, server, "ida")
    page.goto(server.address + "/")
    assert page.locator("g[data-movable]").first.get_attribute("tabindex") is None
    expect(page.locator("#flytt-hjelp")).to_be_hidden()
    expect(page.locator("main a[href$='/hva-om']")).to_be_visible()


def apply_what_was_shown(browser, server):
    """A smaller position is tried, and the plan becomes exactly what was shown."""
    page = without_script(browser, server, "ida")
    page.goto(server.address + "/")
    plan = page.url
    page.locator("main a[href$='/hva-om']").click()
    page.check("[name=hva][value=prosent]")
    # Fields that the change does not need are out of the way, without a script.
    expect(page.locator("#kommune")).to_be_hidden()
    page.fill("#fra", "31.02.2027")
    page.fill("#prosent", "55")
    page.locator(".what-if button").click()
    expect(page.locator(".errors")).to_contain_text("31.02.2027")
    expect(page.locator("#prosent")).to_have_value("55")
    page.fill("#fra", server.day.shift(months=3))
    page.locator(".what-if button").click()
    assert page.url.endswith("#resultat"), page.url
    shown = [line.strip() for line in page.locator(".tried .grid2 > div").nth(1).locator("li").all_inner_texts()]
    assert any("55" in line for line in shown), shown
    done = page.locator(".tried table").first.locator("tbody tr").first.locator("td").nth(1).inner_text().strip()
    page.locator("form:has([name=_vist]) button").click()
    assert page.url == plan + "?endret=1", page.url
    expect(page.locator(".keys")).to_contain_text(done)
    rows = page.locator("table:has(a[href*='/plan/periode/']) tbody tr").all_inner_texts()
    for line in shown:
        # What is new or changed says so behind its percent.
        period, percent = line.split(":")[0], line.rsplit(", ", 1)[1].split(" (")[0]
        assert any(period in row and percent in row for row in rows), f"{line} was shown, and is not in the plan: {rows}"
    ahead = [row for row in rows if "gjennomført" not in row]
    assert len(ahead) == len(shown), (ahead, shown)


def correct_session(browser, server):
    """A session is logged, corrected with a mistake on the way, and withdrawn; a note that is too long is kept."""
    page = without_script(browser, server, "ida")
    page.goto(server.address + "/")
    page.locator("main a[href$='/veiledning']").first.click()
    account = page.url
    page.locator("main a[href$='/veiledning/okt']").click()
    page.fill("#minutter", "34")
    page.fill("#notat", "Et notat")
    page.locator("main form .acts button").first.click()
    expect(page.locator("main")).to_contain_text("34 min")
    page.locator("main li", has_text="34 min").locator("a[href*='/okt/']").click()
    session = page.url
    page.fill("#minutter", "en time")
    page.fill("#hvorfor", "Feil lengde")
    page.locator("main form .acts button").first.click()
    expect(page.locator(".errors")).to_contain_text("fra 1 til 720")
    expect(page.locator("#minutter")).to_have_value("en time")
    expect(page.locator("#hvorfor")).to_have_value("Feil lengde")
    page.fill("#minutter", "47")
    page.locator("main form .acts button").first.click()
    assert page.url.startswith(account), page.url
    expect(page.locator("main")).to_contain_text("47 min")
    page.goto(session)
    expect(page.locator("main .history")).to_contain_text("Feil lengde")
    note = page.locator("main form[action$='/notat']").first
    note.locator("textarea").fill("x" * 5000)
    note.locator("button").click()
    expect(page.locator(".errors")).to_contain_text("høyst")
    assert len(page.locator("main .wrong textarea").input_value()) == 5000, "what was typed is lost"
    page.fill("#grunn", "Ble avlyst")
    page.locator("main form[action$='/fjern'] button").click()
    page.goto(session.split("/okt/")[0] + "/trukket")
    expect(page.locator("main")).to_contain_text("47 min")
    expect(page.locator("main")).to_contain_text("Ble avlyst")


def calendar_address(browser, server):
    """A calendar address is made, fetched by somebody who is not signed in, and stopped."""
    page = without_script(browser, server, "ida")
    page.goto(server.address + "/")
    page.locator("main a[href$='/plan/kalender']").click()
    page.locator("main form:has([value=ny]) button").click()
    path = re.search(r"/kalender/[^/]+\.ics$", page.locator("#adresse").input_value())[0]
    stranger = context_for(browser, server, "-")
    reply = stranger.request.get(server.address + path)
    assert reply.status == 200 and "text/calendar" in reply.headers["content-type"], reply.status
    assert reply.text().startswith("BEGIN:VCALENDAR") and "DTSTART" in reply.text(), reply.text()[:200]
    assert "Knut" not in reply.text(), "somebody else is named"
    page.locator("main form:has([value=stopp]) button").click()
    expect(page.locator("main .done")).to_be_visible()
    assert stranger.request.get(server.address + path).status == 404
    stranger.close()


def held_form(browser, server):
    """What was being written when the session ran out comes back after sign-in, and is carried out."""
    page = without_script(browser, server, "ida")
    page.goto(server.address + "/")
    plan = page.url
    page.goto(plan + "/aktivitet/ny?slag=topicCourse")
    page.fill("#timer", "15")
    page.fill("#emne", "Holdt emne")
    page.fill("#fra", server.day.shift(months=-8))
    with sqlite3.connect(os.path.join(server.folder, "demo.sqlite"), timeout=60) as database:
        database.execute("UPDATE session SET lastSeenAt = '2000-01-01T00:00:00.000000Z' WHERE account = 'demo.ida'")
    page.locator("main form .acts button").first.click()
    assert "/fortsett/" in page.url, page.url
    waiting = page.url
    page.context.request.post(server.address + "/logg-inn", form={"konto": "demo.ida"}, max_redirects=0)
    page.goto(waiting)
    expect(page.locator("main")).to_contain_text("Holdt emne")
    expect(page.locator("main .facts")).to_contain_text("Endrer utdanningsplanen")
    stranger = without_script(browser, server, "ida")
    assert stranger.goto(waiting).status == 404, "another browser of hers"
    page.locator("main form button").first.click()
    page.goto(plan)
    expect(page.locator("main")).to_contain_text("Holdt emne")


def nothing_stored(browser, server):
    """No answer to the signed-in is kept by the browser, and no page asks other hosts for anything."""
    context = context_for(browser, server, "ravna")
    page = context.new_page()
    hosts = set()
    page.on("request", lambda request: hosts.add(re.match(r"\w+://[^/]+", request.url)[0]))
    reply = page.goto(server.address + "/oversikt")
    assert "no-store" in reply.headers["cache-control"] or "private" in reply.headers["cache-control"], reply.headers["cache-control"]
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    assert hosts == {server.address}, hosts
    cookies = {cookie["name"]: cookie for cookie in context.cookies()}
    assert cookies["alis"]["httpOnly"] and cookies["alis"]["sameSite"] == "Lax", cookies["alis"]
    context.close()


TASKS = [
    ("without script: sign in, go on to where one was going, sign out", sign_in),
    ("without script: filter the overview", filter_overview),
    ("without script: confirm a municipality", confirm),
    ("without script: correct a position, with a mistake on the way", correct),
    ("without script: read in a list from a spreadsheet", import_list),
    ("without script: change language form and stay on the page", change_language),
    ("by keyboard: sign in and confirm, always seeing where one is", by_keyboard),
    ("timeline without script: the form is the way", without_script_nothing_moves),
    ("without script: a session is logged, corrected and withdrawn", correct_session),
    ("without script: a calendar address is made, fetched and stopped", calendar_address),
    ("without script: what was written when the session ran out comes back", held_form),
    ("nothing is kept, and no other host is asked", nothing_stored),
]
