"""Pages that no link leads to: behind an upload, a form that was filled in, or a one-time link.

Each is reached with JavaScript switched off, in both forms of Norwegian, and the page that came is then checked as every other page is:
accessible, and no wider than a phone."""
import os
import re
import sqlite3

from pages import IDA, context_for, inspect, new_context

HPR = "990000101"
REPORT = """Rapport tatt ut {today};;;
HPR-nummer;Læringsmål;Status;Godkjent dato
{hpr};{code};Godkjent;{approved}
{hpr};ALM-777;Godkjent;3.5.2026
1234567;ALM-055;Godkjent;3.5.2026
{hpr};FKM-PROVE-04;Godkjent;31.02.2026
{hpr};FKM-PROVE-05;kanskje;
{hpr};ALM-055;I gang;
"""
CATALOGUE = """Kode;Gjelder fra;Erstatter;Tittel bokmål;Kilde
SAM-001;1.3.2026;;Et prøvemål med en tittel som er så lang at den må gå over flere linjer på en telefon;prøve
SAM-002;1.3.2026;SAM-X;Et annet prøvemål;prøve
"""
BAD_ROWS = "SAM-003;31.02.2026;;Feil dato;prøve\nSÆM 4;1.3.2026;;Feil kode;prøve\nSAM-001;1.5.2026;;Dobbel;prøve\n"


class Walk:
    """One walk in one language form: forms are sent without JavaScript, and every page that comes can be looked at."""

    def __init__(self, browser, server, report, language):
        self.browser, self.server, self.report, self.language = browser, server, report, language
        self.pages = {}
        self.viewer = None

    def page(self, person):
        if person not in self.pages:
            context = context_for(self.browser, self.server, person, self.language, java_script_enabled=False)
            self.pages[person] = context.new_page()
            self.pages[person].set_default_timeout(60_000)
        return self.pages[person]

    def go(self, person, address):
        page = self.page(person)
        self.status = page.goto(self.server.address + address).status
        return page

    def send(self, page, button):
        with page.expect_navigation() as reply:
            button.click()
        self.status = reply.value.status

    def upload(self, person, address, name, content, **fields):
        page = self.go(person, address)
        for field, value in fields.items():
            page.fill(f"[name={field}]", value)
        data = content if isinstance(content, bytes) else content.encode()
        page.set_input_files("#fil", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
        self.send(page, page.locator("form[enctype] button"))
        return page

    def look(self, name, page, words, status=200):
        """A test: the page that came has these words and this status, and is as accessible and narrow as any other."""
        with self.report.test(f"{self.language} {name}") as problems:
            if self.status != status:
                problems.append(f"status {self.status}, not {status}")
            text = page.locator("main").inner_text()
            problems += [f"does not say «{word}»" for word in words if word not in text]
            if self.viewer is None:
                self.viewer = new_context(self.browser, self.server).new_page()
            # What came is shown once more where scripts run, since axe is one; its styles come from the server as always.
            address, content = self.server.address + "/vist-igjen", page.content()
            self.viewer.route(address, lambda route: route.fulfill(body=content, content_type="text/html; charset=utf-8"))
            self.viewer.set_viewport_size({"width": 1280, "height": 900})
            self.viewer.goto(address)
            inspect(self.viewer, self.language, problems)
            self.viewer.unroute(address)

    def says(self, bokmal, nynorsk):
        return bokmal if self.language == "nb" else nynorsk

    def close(self):
        for page in [*self.pages.values(), self.viewer]:
            if page:
                page.context.close()


def catalogue(walk):
    page = walk.upload("priya", "/laeringsmal/katalog", "katalog.csv", CATALOGUE)
    walk.look("catalogue, dry run with good rows", page, [walk.says("Ta inn 2 rader", "Ta inn 2 rader"), "SAM-002", "SAM-X"])
    page = walk.upload("priya", "/laeringsmal/katalog", "katalog.csv", CATALOGUE + BAD_ROWS)
    walk.look("catalogue, dry run with bad rows", page, ["Ta inn 1 rad", "«31.02.2026»", "SÆM 4", walk.says("Samme kode", "Same kode")])
    page = walk.upload("priya", "/laeringsmal/katalog", "bilde.png", b"\x89PNG\r\n\x1a\n" + os.urandom(2000))
    walk.look("catalogue, refused file", page, ["«bilde.png»", walk.says("ikke et regneark", "ikkje eit rekneark")], 422)
    page = walk.upload("priya", "/laeringsmal/katalog", "uten.csv", "Nummer;Navn\nSAM-001;Noe\n")
    page.fill("[name=rad]", "999")
    page.select_option("[name='kol.0']", "kode")
    walk.send(page, page.locator("form[action$='/kolonner'] button"))
    walk.look("catalogue, columns chosen with a mistake", page, ["«999»", walk.says("Gjelder fra", "Gjeld frå")], 422)
    if page.locator("[name='kol.0']").input_value() != "kode":
        raise AssertionError("what was chosen is lost")


def report(walk):
    day = walk.server.day
    text = REPORT.format(hpr=HPR, code=walk.says("FKM-PROVE-01", "FKM-PROVE-02"), today=day.shift(), approved=day.shift(days=-15))
    page = walk.upload("hilde", "/laeringsmal/rapport", "rapport.csv", "Hva;Hvordan\nALM-055;Godkjent\n")
    walk.look("report, column choosing", page, [walk.says("Kode for læringsmålet", "Kode for læringsmålet"), walk.says("Les på nytt", "Les på nytt")])
    page = walk.upload("hilde", "/laeringsmal/rapport", "rapport.csv", text, dag="31.02.2026")
    walk.look("report, with a day that is none", page, ["«31.02.2026»"])
    if page.locator("[name=dag]").input_value() != "31.02.2026":
        raise AssertionError("what was typed is lost")
    page = walk.upload("hilde", "/laeringsmal/rapport", "rapport.csv", text)
    walk.look("report, dry run with problems", page, ["ALM-777", "1234567", "kanskje", "Ida Nilsen", walk.says("venter", "ventar")])
    walk.send(page, page.locator("form.take button"))
    walk.look("report, result", page, [walk.says("1 rad er tatt inn", "1 rad er teken inn"), walk.says("Se læringsmålene", "Sjå læringsmåla")])
    page = walk.upload("hilde", "/laeringsmal/rapport", "bilde.png", b"\x89PNG\r\n\x1a\n" + os.urandom(2000))
    walk.look("report, refused file", page, ["«bilde.png»"], 422)


def link_of(page):
    return re.sub(r"^https?://[^/]+", "", page.locator("#lenke").input_value())


def clinical_supervisor(walk):
    codes = walk.says(["FKM-PROVE-03", "FKM-PROVE-04"], ["FKM-PROVE-04", "FKM-PROVE-05"])
    form = IDA + "/laeringsmal/handling?gjor=supervisor" + "".join(f"&mal={code}" for code in codes)

    def invite(name):
        page = walk.go("ida", form)
        page.fill("[name=navn]", name)
        walk.send(page, page.locator("main form button.btn"))
        return page

    name = walk.says("Kari Lund", "Marit Vold")
    page = invite(name)
    walk.look("clinical supervisor, the link is shown", page, [name])
    address = link_of(page)
    page = walk.go("ida", address)
    walk.look("clinical supervisor, whoever made the link", page, [name, "Ida Nilsen"], 403)
    page = walk.go("-", address)
    walk.look("clinical supervisor, open", page, codes + [name])
    walk.send(page, page.locator("main form button.btn"))
    walk.look("clinical supervisor, nothing chosen", page, [f"{codes[0]}: {walk.says('Velg', 'Vel')}"], 422)
    for code, answer in zip(codes, ["ja", "nei"]):
        page.locator(f"[name='svar.{code}'][value={answer}]").check()
    walk.send(page, page.locator("main form button.btn"))
    walk.look("clinical supervisor, answered", page, [walk.says("Takk for svaret", "Takk for svaret"), codes[0]])
    page = walk.go("-", address)
    walk.look("clinical supervisor, used link", page, [walk.says("Svaret er alt sendt", "Svaret er alt sendt")], 404)
    page = walk.go("-", address[:-4] + "xxxx")
    walk.look("clinical supervisor, wrong link", page, [walk.says("Lenken er ikke riktig", "Lenkja er ikkje rett")], 404)
    page = invite(name + " Berg")
    address = link_of(page)
    # No clock can be moved here: the link's own end is.
    with sqlite3.connect(os.path.join(walk.server.folder, "demo.sqlite"), timeout=60) as database:
        database.execute("UPDATE objectiveLink SET expiresAt = '2026-01-01T23:00:00.000000Z' WHERE usedAt IS NULL AND createdBy = 'demo.ida'")
    database.close()
    page = walk.go("-", address)
    walk.look("clinical supervisor, link that has run out", page, [walk.says("Lenken er gått ut", "Lenkja er gått ut"), "1.1.2026"], 404)


def supervisor(walk):
    page = walk.go("ravna", "/veiledere/finn")
    doctors = [link.get_attribute("href") for link in page.locator("ul.waiting").first.locator("a").all()]
    for doctor in doctors:
        page = walk.go("ravna", doctor)
        asking = page.locator("main a[href*='/foresporsler/ny']")
        if asking.count():
            # The other language form has asked the first one already.
            walk.send(page, asking.nth(walk.says(0, asking.count() - 1)))
            page.fill("[name=melding]", "Kan du ta en lege til?")
            walk.send(page, page.locator("main form button.btn"))
            if page.locator("#lenke").count():
                break
    walk.look("supervision request, the link is shown", page, [walk.says("Forespørselen er laget", "Førespurnaden er laga")])
    address = link_of(page)
    page = walk.go("-", address)
    walk.look("supervision request, open", page, ["Kan du ta en lege til?", "Ravna Isaksen"])
    walk.send(page, page.locator("main form button.btn"))
    walk.look("supervision request, with mistakes", page, [walk.says("Velg: Svaret ditt", "Vel: Svaret ditt")], 422)
    page.locator("[name=svar][value=nei]").check()
    walk.send(page, page.locator("main form button.btn"))
    walk.look("supervision request, answered", page, [walk.says("Svaret er mottatt", "Svaret er motteke")])
    page = walk.go("-", address)
    walk.look("supervision request, used link", page, [walk.says("Svaret er alt sendt", "Svaret er alt sendt")], 404)
    page = walk.go("-", address[:-4] + "xxxx")
    walk.look("supervision request, wrong link", page, [walk.says("Lenken er ikke riktig", "Lenkja er ikkje rett")], 404)


WALKS = [
    ("catalogue of learning objectives", catalogue), ("report of learning objectives", report),
    ("clinical supervisor's one-time link", clinical_supervisor), ("supervisor's one-time link", supervisor),
]


def run(browser, server, report_):
    for language in ["nb", "nn"]:
        for name, steps in WALKS:
            name = f"{language} behind forms: {name}"
            if not report_.wants(name):
                continue
            walk = Walk(browser, server, report_, language)
            with report_.test(name):
                steps(walk)
            walk.close()
