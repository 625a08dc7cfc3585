#!/usr/bin/env python3
"""Tests Alis in a real Chromium: every page in both forms of Norwegian, and the main tasks without JavaScript.

run.py --program PATH-TO-alis [--only WORDS]   ends with a line `N passed, N failed`
"""
import argparse
import signal
import sys
import time

from playwright.sync_api import sync_playwright

import behind
import flows
import pages
from report import Report
from server import Server


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--only", help="run only the tests whose name has these words in it")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    report = Report(arguments.only)
    # Stopped from outside, it still stops the server it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.monotonic()
    server = Server(arguments.program)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=arguments.chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
            # Pages first: the tasks change the register.
            pages.check_all(browser, server, report)
            flows.run(browser, server, report)
            behind.run(browser, server, report)
            browser.close()
    finally:
        server.stop()
    print(f"browser: {time.monotonic() - began:.0f} seconds")
    return report.close()


sys.exit(main())
