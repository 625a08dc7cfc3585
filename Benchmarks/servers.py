"""Starts servers on loopback, loads them with wrk, and stops them by their own process number."""
import http.client
import os
import re
import signal
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


class Server:
    def __init__(self, command, port, log, environment=None, cwd=None, path="/"):
        self.port = port
        self.started = time.perf_counter()
        with open(log, "wb") as output:
            self.process = subprocess.Popen(
                command, stdout=output, stderr=output, cwd=cwd, env={**os.environ, **(environment or {})}, start_new_session=True)
        while True:
            try:
                status, _, _ = request(port, "GET", path)
                if status < 500:
                    break
            except OSError:
                pass
            if self.process.poll() is not None or time.perf_counter() - self.started > 60:
                self.stop()
                raise RuntimeError(f"{command[0]} did not start; see {log}")
            time.sleep(0.002)
        self.start_seconds = time.perf_counter() - self.started

    def tree(self):
        found, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            for thread in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{thread}/children") as children:
                    waiting += [int(child) for child in children.read().split()]
        return found

    def cpu(self):
        total = 0
        for pid in self.tree():
            with open(f"/proc/{pid}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICK

    def rss_mb(self):
        total = 0
        for pid in self.tree():
            with open(f"/proc/{pid}/status") as status:
                total += int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))
        return total / 1024

    def load(self, path, headers=None, seconds=4, script=None, warming=1):
        """Requests a second and the server's CPU microseconds for each; raises when an answer is neither 2xx nor 304."""
        def run(duration):
            command = ["wrk", "-t1", "-c32", f"-d{duration}s"]
            for name, value in (headers or {}).items():
                command += ["-H", f"{name}: {value}"]
            if script:
                command += ["-s", script]
            return subprocess.run(
                command + [f"http://127.0.0.1:{self.port}{path}"], capture_output=True, text=True, timeout=60, check=True).stdout
        if warming:
            run(warming)
        before = self.cpu()
        output = run(seconds)
        used = self.cpu() - before
        if "Non-2xx" in output:
            raise RuntimeError(f"{path}: {output}")
        count = int(re.search(r"(\d+) requests in", output).group(1))
        return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)), used / max(count, 1) * 1e6

    def stop(self):
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is None:
                os.killpg(self.process.pid, number)
                try:
                    self.process.wait(10)
                except subprocess.TimeoutExpired:
                    continue


def request(port, method, path, body=None, headers=None, connection=None):
    link = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    link.request(method, path, body, headers or {})
    answer = link.getresponse()
    content = answer.read()
    if connection is None:
        link.close()
    return answer.status, dict((name.lower(), value) for name, value in answer.getheaders()), content
