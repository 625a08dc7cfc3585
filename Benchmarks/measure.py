"""Measures everything in one run and writes docs/performance.md. Loopback only; every server is stopped by its own number."""
import argparse
import datetime
import http.client
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

import rivals
from servers import Server, request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


def say(text):
    print(text, file=sys.stderr, flush=True)


def alis(program, *arguments, check=True):
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=1800)
    if check and done.returncode != 0:
        raise RuntimeError(f"alis {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done


def signed_in(port):
    """The cookie of an adviser in the north: she sees her own region's doctors by name, and everyone's figures."""
    body = urllib.parse.urlencode({"konto": "demo.ravna"})
    status, headers, _ = request(port, "POST", "/logg-inn", body, {"Content-Type": "application/x-www-form-urlencoded"})
    if status != 303:
        raise RuntimeError(f"sign-in answered {status}")
    return headers["set-cookie"].split(";")[0]


def in_turns(plain, server, path, headers, script=None, rounds=7):
    """A page and the plain text by turns, in the same minute: a machine shared with others is fast one minute and slow the next.

    Requests a second, the server's CPU microseconds for each, how many times the plain text's requests a second, the least and the
    most of them, and the plain text's own two figures. All are medians, the ratio of the ratios.
    """
    turns = []
    for number in range(rounds):
        warming = 0 if number else 1
        base = plain.load("/plain", {}, 2, script, warming)
        page = server.load(path, headers, 2, script, warming)
        turns.append((page, base, page[0] / base[0]))
    ratios = [ratio for _, _, ratio in turns]
    middle = statistics.median
    return {
        "speed": middle(page[0] for page, _, _ in turns), "cpu": middle(page[1] for page, _, _ in turns), "ratio": middle(ratios),
        "least": min(ratios), "most": max(ratios), "plain": (middle(base[0] for _, base, _ in turns), middle(base[1] for _, base, _ in turns)),
    }


def pages(server, plain):
    cookie = signed_in(server.port)
    found = {}
    for name, path in (("list of 50", "/alis"), ("overview", "/oversikt")):
        status, headers, body = request(server.port, "GET", path, headers={"Cookie": cookie})
        assert status == 200, (path, status)
        anew = in_turns(plain, server, path, {"Cookie": cookie}, f"{HERE}/anew.lua")
        whole = in_turns(plain, server, path, {"Cookie": cookie})
        unchanged = in_turns(plain, server, path, {"Cookie": cookie, "If-None-Match": headers["etag"]})
        found[name] = {"bytes": len(body), "rendered anew": anew, "unchanged, whole page": whole, "unchanged, 304": unchanged}
    return found


def letters(number):
    """A number as letters: no name has digits."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:06d}")


def durable_writes(server, count=300):
    """Registers doctors by the form, one after another: a change, a person, a training and an engagement, on the disk before the answer."""
    cookie = signed_in(server.port)
    _, _, page = request(server.port, "GET", "/alis/ny", headers={"Cookie": cookie})
    mark = re.search(rb'name="_mark" value="([^"]+)"', page).group(1).decode()
    link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    begun = time.perf_counter()
    for number in range(count):
        form = {
            "_mark": mark, "_once": f"benchmark-{number}", "fornavn": "Prøve", "etternavn": f"Måling{letters(number)}", "startet": "2026-01-01",
            "ordning": "ny", "kommune": "Bodø", "form": "fastlonn", "prosent": "100", "fra": "2026-01-01",
        }
        status, _, body = request(server.port, "POST", "/alis/ny", urllib.parse.urlencode(form), headers, link)
        if status != 303:
            raise RuntimeError(f"registering answered {status}: {body[:2000]}")
    return count / (time.perf_counter() - begun)


def importing(program, folder, rows):
    """A list of `rows` doctors into a register that knows none of them; None when this program cannot import."""
    if "import" not in alis(program, "--help").stdout:
        return None
    path, database = f"{folder}/import-{rows}.csv", f"{folder}/import-{rows}.sqlite"
    shutil.copy(f"{folder}/demo.sqlite", database)
    # Names have no digits: such rows would be refused instead of taken in.
    places = ["Bodø", "Fauske", "Oslo", "Tromsø", "Bergen", "Utsira", "1804", "Kárášjohka"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("Fornavn;Etternavn;Fødselsår;Kommune;Ordning;Oppstart;Stilling %\n")
        for number in range(rows):
            month = 1 + number % 12
            file.write(f"Kari;Prøveperson{letters(number)};{1970 + number % 28};{places[number % len(places)]};Ny ordning;01.{month:02d}.2025;80 %\n")
    begun = time.perf_counter()
    done = alis(program, "import", path, "--database", database, check=False)
    seconds = time.perf_counter() - begun
    return seconds if done.returncode in (0, 2) else f"failed ({done.returncode})"


def overview(program, database, times):
    return json.loads(alis(program, "overview", "--database", database, "--repeat", str(times), "--json").stdout)


def plans(program, database, times):
    return json.loads(alis(program, "plans", "--database", database, "--repeat", str(times)).stdout)


def machine():
    with open("/proc/cpuinfo") as info:
        model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), "unknown processor")
    return f"{os.cpu_count()} × {model}, {platform.system()} {platform.machine()}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--alis", required=True)
    parser.add_argument("--plain", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--large", type=int, default=100, help="how many Norways the large overview has; 0 leaves it out")
    parser.add_argument("--large-database", help="a database made before by `alis demo --scale`, with as many Norways as --large says")
    parser.add_argument("--rows", type=int, default=200_000, help="how many rows the large import has; 0 leaves it out")
    parser.add_argument("--port", type=int, default=9015)
    options = parser.parse_args()
    result = {"machine": machine(), "day": datetime.date.today().isoformat(), "load before": os.getloadavg()[0], "speed": {}}
    with tempfile.TemporaryDirectory(prefix="alis-bench-") as folder:
        say("Making a synthetic Norway …")
        database = f"{folder}/demo.sqlite"
        alis(options.alis, "demo", "--database", database)
        # The server is given doctors by its form below; what is measured against many Norways is one Norway as it was made.
        untouched = f"{folder}/untouched.sqlite"
        shutil.copy(database, untouched)
        data = rivals.rows(database)
        result["rows"] = len(data)
        start = []

        def measured(name, made, path, headers):
            say(f"{name} …")
            try:
                result["speed"][name] = made.load(path, headers)
            finally:
                made.stop()

        say("Alis and the plain text, by turns …")
        serve = [options.alis, "serve", "--demo", "--database", database, "--root", ROOT, "--port", str(options.port)]
        for _ in range(5):
            server = Server(serve, options.port, f"{folder}/alis.log", path="/tall")
            start.append(server.start_seconds)
            result["memory at start"] = server.rss_mb()
            server.stop()
        result["start"] = sorted(start)[2]
        server = Server(serve, options.port, f"{folder}/alis.log", path="/tall")
        try:
            plain = Server([options.plain, str(options.port + 1)], options.port + 1, f"{folder}/plain.log", path="/plain")
            try:
                result["pages"] = pages(server, plain)
            finally:
                plain.stop()
            result["memory in load"] = server.rss_mb()
            # The server gives spare memory back every half minute.
            time.sleep(35)
            result["memory after load"] = server.rss_mb()
            result["writes"] = durable_writes(server)
        finally:
            server.stop()
        say("PocketBase: filling …")
        made, path, headers, result["pocketbase writes"] = rivals.pocketbase(options.tools, folder, data, options.port + 2)
        measured("PocketBase", made, path, headers)
        measured("Django REST framework", *rivals.django(options.tools, folder, HERE, data, options.port + 3))
        measured("Datasette", *rivals.datasette(options.tools, folder, data, options.port + 4))
        say("Imports …")
        result["imports"] = {str(rows): importing(options.alis, folder, rows) for rows in (2000, options.rows) if rows}
        say("Overviews …")
        result["overview"] = {"1": overview(options.alis, untouched, 200)}
        result["plans"] = {"1": plans(options.alis, untouched, 50)}
        if options.large:
            large = options.large_database or f"{folder}/large.sqlite"
            if not options.large_database:
                alis(options.alis, "demo", "--database", large, "--scale", str(options.large))
            result["overview"][str(options.large)] = overview(options.alis, large, 15)
            result["plans"][str(options.large)] = plans(options.alis, large, 3)
    result["load after"] = os.getloadavg()[0]
    from report import report
    text = report(result)
    os.makedirs(f"{ROOT}/docs", exist_ok=True)
    with open(f"{ROOT}/docs/performance.md", "w", encoding="utf-8") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
