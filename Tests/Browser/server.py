"""Starts Alis with the synthetic Norway in a temporary folder, and stops it."""
import os
import pathlib
import re
import select
import shutil
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Server:
    def __init__(self, program, day):
        self.day = day
        self.folder = tempfile.mkdtemp(prefix="alis-browser-")
        database = os.path.join(self.folder, "demo.sqlite")
        common = ["--database", database, "--root", str(ROOT), "--clock", day.clock]
        subprocess.run([program, "demo", *common], check=True, timeout=300)
        self.process = subprocess.Popen(
            [program, "serve", "--demo", "--port", "0", *common], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self.address = self._wait_for_address()

    def _wait_for_address(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            ready, _, _ = select.select([self.process.stderr], [], [], 1)
            if ready:
                found = re.search(r"(http://127\.0\.0\.1:\d+)/", self.process.stderr.readline())
                if found:
                    return found[1]
        self.stop()
        raise RuntimeError("the server did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
