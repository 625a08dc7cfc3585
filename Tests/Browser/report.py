"""Counts what passed and failed, and says what failed."""
import contextlib
import traceback


class Report:
    def __init__(self, only=None):
        self.passed = 0
        self.failed = 0
        self.only = only

    def wants(self, name):
        return not self.only or self.only in name

    @contextlib.contextmanager
    def test(self, name):
        """A test; it has failed when its body raises, or says so by `problems`."""
        problems = []
        try:
            yield problems
        except Exception as error:  # whatever went wrong is this test's failure, and the next one runs all the same
            problems.append(f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}")
            if not isinstance(error, AssertionError):
                problems.append(traceback.format_exc(limit=-2))
        if problems:
            self.failed += 1
            print(f"✘ {name}")
            for problem in problems:
                print(f"    {problem}")
        else:
            self.passed += 1

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0
