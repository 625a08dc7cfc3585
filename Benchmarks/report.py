"""Turns one run's figures into docs/performance.md: ratios first, each beside its target, missed ones marked."""

import statistics


def kinds(page):
    return [value for value in page.values() if isinstance(value, dict)]


def ratio(value, target=None, decimals=1):
    text = f"{value:.{decimals}f} ×"
    return text if target is None else f"{text} (target {target}: {'met' if value >= target else '**missed**'})"


def report(r):
    plain = statistics.median(kind["plain"][0] for page in r["pages"].values() for kind in kinds(page))
    plain_cpu = statistics.median(kind["plain"][1] for page in r["pages"].values() for kind in kinds(page))
    lines = [
        "# Performance", "",
        "Made by `make bench` (`Benchmarks/run.sh`): everything in one run, on loopback, `wrk -t1 -c32`, after a second of warming. A page and "
        "the web framework's plain text are asked by turns, seven times two seconds each, and the table has the median and, in brackets, the least and "
        "the most: a machine shared with others is fast one minute and slow the next. Rivals have four seconds each. "
        "The load generator shares the processors with the server, so trust the ratios and the processor time, not the requests per second.",
        "",
        f"{r['day']}, {r['machine']}; load {r['load before']:.1f} before and {r['load after']:.1f} after. A load well above 2 means that others "
        "worked on the machine meanwhile: then the processor time for each request says more than the requests per second.", "",
        "## Pages", "",
        "Alis: HTML, signed in as an adviser of one office, access rules on. *Rendered anew*: each request has another address, so no whole page "
        "is given again; the plain text beside it is asked so too. *Unchanged*: the same address; nothing has been written since. Rivals: the same rows, a list of 50 as JSON in order of "
        f"name ({r['rows']} in all), the same address each time, worked out each time: none of them keeps an answer, so what is *rendered anew* is "
        "compared like with like, and the targets against them are held to it. PocketBase and Django with a token, Datasette open to all.", "",
        "| | requests/s | processor time | against plain text | PocketBase | Django REST | Datasette |", "|---|---|---|---|---|---|---|",
    ]
    others = [r["speed"][name] for name in ("PocketBase", "Django REST framework", "Datasette")]
    rows = [("the web framework's plain text", (plain, plain_cpu), None, None)]
    for name, page in r["pages"].items():
        # The targets are for a list of 50; a page several times as long is shown for comparison.
        is_list = name.startswith("list")
        for kind, target in (("rendered anew", 0.35), ("unchanged, whole page", None), ("unchanged, 304", 0.7)):
            target = target if is_list else None
            turns = page[kind]
            rows.append((f"Alis, {name} ({page['bytes'] / 1024:.0f} kB), {kind}", (turns["speed"], turns["cpu"]), target, turns))
    rows += [(name + ", list of 50", r["speed"][name], None, None) for name in ("PocketBase", "Django REST framework", "Datasette")]
    for name, (speed, cpu), target, turns in rows:
        against = [ratio(speed / other[0]) for other in others] if name.startswith("Alis") else ["", "", ""]
        # The rivals work every answer out; so does this row.
        if name.startswith("Alis, list") and name.endswith("rendered anew"):
            against[0] = ratio(speed / others[0][0], 8)
            against[1] = ratio(speed / others[1][0], 20)
        own = "1" if speed == plain else ratio(speed / plain, decimals=2)
        if turns:
            own = f"{ratio(turns['ratio'], target, 2)} [{turns['least']:.2f}–{turns['most']:.2f}]"
        lines.append(f"| {name} | {speed:,.0f} | {cpu:,.0f} µs | {own} | {' | '.join(against)} |")
    lines += ["", "Columns 4 to 7 say how many times as many requests per second Alis answers.", "", "## The rest", "", "| | | target |", "|---|---|---|"]
    one = r["overview"]["1"]
    lines.append(f"| overview at any day, Norway's size, nothing kept ({one['versions']:,} versions, table included) "
                 f"| {one['medianTableMicroseconds'] / 1000:.2f} ms | {met(one['medianTableMicroseconds'] < 5000)}: under 5 ms |")
    for scale, large in r["overview"].items():
        if scale == "1":
            continue
        growth = large["medianTableMicroseconds"] / one["medianTableMicroseconds"]
        members = large["members"] / one["members"]
        lines.append(f"| the same with {scale} Norways ({large['versions']:,} versions; the answer counts {members:.0f} × as many doctors) "
                     f"| {large['medianTableMicroseconds'] / 1000:.1f} ms, {growth:.0f} × | {met(growth <= members * 1.1)}: no faster than the answer |")
    for scale, plan in r.get("plans", {}).items():
        milliseconds = plan["medianMicroseconds"] / 1000
        if scale == "1":
            verdict = f"{met(milliseconds < 50)}: under 50 ms"
        else:
            base = r["plans"]["1"]
            growth = plan["medianMicroseconds"] / base["medianMicroseconds"]
            doctors = plan["doctors"] / base["doctors"]
            verdict = f"{growth:.0f} × for {doctors:.0f} × the doctors: {met(growth <= doctors * 1.2)}: linear"
        lines.append(f"| every plan evaluated, one thread ({plan['doctors']:,} doctors, {plan['periods']:,} service periods) "
                     f"| {milliseconds:.1f} ms | {verdict} |")
    for rows_, seconds in r["imports"].items():
        text = "not measured: this program has no `import`" if seconds is None else seconds if isinstance(seconds, str) else f"{seconds:.2f} s"
        target = ""
        if rows_ == "2000":
            target = "under 1 s" if not isinstance(seconds, float) else f"{met(seconds < 1)}: under 1 s"
        lines.append(f"| import of {int(rows_):,} rows, program start included | {text} | {target} |")
    lines += [
        f"| start to first answer | {r['start'] * 1000:.0f} ms | {met(r['start'] < 0.15)}: under 150 ms |",
        f"| memory: after the first answer; as the load above ends; half a minute later "
        f"| {r['memory at start']:.0f} MB; {r['memory in load']:.0f} MB; {r['memory after load']:.0f} MB "
        f"| {met(r['memory after load'] < 80)}: under 80 MB |",
        f"| durable writes, one after another: a doctor registered by the form (4 rows and a search index) | {r['writes']:,.0f}/s | |",
        f"| PocketBase, one record created by its interface | {r['pocketbase writes']:,.0f}/s "
        f"| Alis {r['writes'] / r['pocketbase writes']:.1f} × |", "",
    ]
    if len(r["overview"]) == 1:
        lines += ["Not in this run: many Norways at once (`--large 100`, about ten minutes more).", ""]
    return "\n".join(lines)


def met(is_met):
    return "met" if is_met else "**missed**"
