#!/usr/bin/env python3
"""Tests Alis in a real Chromium: every page in both forms of Norwegian, and the main tasks without JavaScript.

run.py --program PATH-TO-alis [--only WORDS] [--day DAY]   ends with a line `N passed, N failed`

Without --day all of it is run on an ordinary Wednesday, and what depends on the day on a few others besides.
"""
import argparse
import signal
import sys
import time

from playwright.sync_api import sync_playwright

import behind
import flows
import pages
import today
from day import DEFAULT, Day
from report import Report
from server import Server


def tasks(browser, server, report, chosen, day=None):
    for name, task in chosen:
        name += f" ({day})" if day else ""
        if report.wants(name):
            with report.test(name):
                task(browser, server)


def everything(browser, server, report):
    # Pages first: the tasks change the register.
    if not (report.only or "").startswith(today.PREFIX):
        pages.check_all(browser, server, report)
    tasks(browser, server, report, flows.TASKS + today.TASKS)
    behind.run(browser, server, report)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--only", help="run only the tests whose name has these words in it")
    parser.add_argument("--day", help="the day the server and the browser take it to be: 2027-01-31, or a time such as 2027-03-28T02:30+01:00")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    report = Report(arguments.only)
    # Stopped from outside, it still stops the server it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        with Server(arguments.program, Day(arguments.day or DEFAULT)) as server:
            everything(browser, server, report)
        for day in [] if arguments.day else today.OTHERS:
            if any(report.wants(f"{name} ({day})") for name, _ in today.TASKS):
                with Server(arguments.program, Day(day)) as server:
                    tasks(browser, server, report, today.TASKS, day)
        browser.close()
    print(f"browser: {time.monotonic() - began:.0f} seconds")
    return report.close()


sys.exit(main())
