"""Finds the pages each role can reach by links, and checks each: accessible, no wider than a phone, no error in the console."""
import re
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

# Ida Nilsen of the cast, whose identity never changes.
IDA = "/alis/6zgnwfdwm0enynkjqka3jdsgx7"
# One of each role. `-` is nobody.
PEOPLE = ["-", "ravna", "hilde", "ida", "elin", "priya", "jon", "knut", "marte", "ingvild"]
# Pages that must be there whoever links to them: (person, address).
MUST = [
    ("-", "/"), ("-", "/logg-inn"), ("-", "/tall"), ("-", "/om-tallene"), ("-", "/tilgjengelighet"), ("-", "/personvern"),
    ("-", "/ingensteds"), ("ravna", "/"), ("ravna", "/oversikt"), ("ravna", "/oversikt?per=2022-01-01&kjent=2022-06-01&ordning=gammel"),
    ("ravna", "/oversikt?per=31.02.2021"), ("hilde", "/"), ("ravna", "/veiledere/mangel?kontor=NORD"), ("ravna", "/veiledere/finn"),
    ("knut", "/veiledere"), ("ida", "/veiledere/samlinger"), ("ida", "/"), ("jon", "/tilgang"), ("ravna", "/sok?q=nilsen"),
    # Pages for the two whose they are, which others' pages do not link to.
    ("ida", IDA + "/plan/kalender"), ("ida", IDA + "/veiledning"), ("ida", IDA + "/veiledning/trukket"), ("knut", IDA + "/plan"),
    ("hilde", IDA + "/plan/paminnelse"),
    ("-", "/laeringsmal"), ("-", "/laeringsmal?dag=28.2.2026"), ("priya", "/laeringsmal/katalog"), ("ravna", "/laeringsmal"), ("hilde", "/laeringsmal/rapport"),
]
# In dark too.
DARK = {"/", "/oversikt", "/logg-inn", "/alis/:x", "/kommuner/:x", "/innlesing", "/tall"}
EXPECTED_STATUS = {"/ingensteds": 404, "/oversikt?per=31.02.2021": 400}
PER_PERSON = 60
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}


def pattern(address):
    """The address with what varies left out, so that one of each kind of page is visited."""
    parts = urlsplit(address)
    path = re.sub(r"/(\d{4}-[a-z0-9-]+|[0-9a-hj-km-np-tv-z]{26}|demo\.[a-z]+)(?=/|$)", "/:x", parts.path)
    path = re.sub(r"^/grunndata/kontor/[^/]+", "/grunndata/kontor/:x", path)
    names = sorted({pair.split("=")[0] for pair in parts.query.split("&") if pair})
    return path + ("?" + "&".join(names) if names else "")


def new_context(browser, server, **options):
    """A window of its own, whose scripts see the day of the tests."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, timezone_id="Europe/Oslo", **options)
    context.clock.set_fixed_time(server.day.moment)
    return context


def context_for(browser, server, person, language="nb", **options):
    context = new_context(browser, server, **options)
    context.add_cookies([{"name": "maal", "value": language, "url": server.address}])
    if person != "-":
        reply = context.request.post(server.address + "/logg-inn", form={"konto": f"demo.{person}"}, max_redirects=0)
        assert reply.status == 303, f"{person} could not sign in: {reply.status}"
    return context


def discover(browser, server):
    """[(person, address)]: one of each kind of page, by the first of PEOPLE who reaches it; each person's start page besides."""
    seen, found = set(), []
    for person in PEOPLE:
        context = context_for(browser, server, person)
        page = context.new_page()
        queue, mine = ["/"], set()
        while queue and len(mine) < PER_PERSON:
            address = queue.pop(0)
            kind = pattern(address)
            if kind in mine:
                continue
            mine.add(kind)
            reply = context.request.get(server.address + address)
            if "text/html" not in reply.headers.get("content-type", ""):
                continue
            if kind not in seen or kind == "/":
                seen.add(kind)
                found.append((person, address))
            elif person != "-" and address != "/":
                continue
            # The browser's own reading of the links, without loading what they lead to.
            page.set_content(re.sub(r"<(script|link)[^>]*>", "", reply.text()))
            for link in page.eval_on_selector_all("a[href]", "links => links.map(a => a.getAttribute('href'))"):
                link = link.split("#")[0]
                if link.startswith("/") and not link.startswith("//") and not re.search(r"\.(csv|xlsx|txt|pdf|ics)(\?|$)", link):
                    queue.append(link)
        context.close()
    return found + [must for must in MUST if must not in found]


def violations(page):
    result = Axe().run(page, options=AXE)
    lines = []
    for violation in result.response["violations"]:
        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:2])
        lines.append(f"{violation['id']} ({len(violation['nodes'])}): {nodes}")
    return lines


def check_all(browser, server, report):
    pages = discover(browser, server)
    with report.test(f"pages are found by their links ({len(pages)})") as problems:
        if len(pages) < 30:
            problems.append(f"only {len(pages)}")
    for language in ["nb", "nn"]:
        contexts = {}
        for person, address in pages:
            name = f"{language} {person} {address}"
            if not report.wants(name):
                continue
            if person not in contexts:
                contexts[person] = context_for(browser, server, person, language)
            with report.test(name) as problems:
                check(contexts[person].new_page(), server, address, language, problems)
        for context in contexts.values():
            context.close()


def check(page, server, address, language, problems):
    try:
        expected = EXPECTED_STATUS.get(address, 200)
        page.on("console", lambda message: problems.append(f"console: {message.text}")
                if message.type in ("error", "warning") and not (expected != 200 and "status of" in message.text) else None)
        page.on("pageerror", lambda error: problems.append(f"script: {error}"))
        reply = page.goto(server.address + address)
        if reply.status != expected:
            problems.append(f"status {reply.status}, not {expected}")
        inspect(page, language, problems, is_dark=language == "nb" and pattern(address) in DARK)
        if language == "nb" and address in ("/", "/oversikt"):
            problems += ["390: " + line for line in violations(page)]
    finally:
        page.close()


def inspect(page, language, problems, is_dark=False):
    """Checks the page that is open: its language and heading, axe, and that nothing is wider than a phone."""
    if page.locator("html").get_attribute("lang") != language:
        problems.append("the page does not say its language")
    if page.locator("h1").count() != 1:
        problems.append(f"{page.locator('h1').count()} main headings")
    problems += violations(page)
    if is_dark:
        page.emulate_media(color_scheme="dark")
        problems += ["dark: " + line for line in violations(page)]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 844})
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > 390:
        wide = page.evaluate(
            """() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 391)
                .slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.className).join(' ')""")
        problems.append(f"{width} wide at 390: {wide}")
