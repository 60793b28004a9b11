# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Drydock authors

"""What became of the checks, one line each."""

import contextlib
import time
import traceback


class Skip(Exception):
    """A check cannot run here; the text says why."""


class Checks:
    def __init__(self):
        self.passed, self.skipped, self.failed = 0, 0, 0

    @contextlib.contextmanager
    def check(self, name):
        begin = time.monotonic()
        try:
            yield
        except Skip as reason:
            self.skipped += 1
            self._say("SKIPPED", name, begin, str(reason))
        except AssertionError as why:
            self.failed += 1
            self._say("FAILED", name, begin, str(why))
        except Exception:  # a check that cannot go on is no reason to leave out the others
            self.failed += 1
            self._say("FAILED", name, begin, traceback.format_exc())
        else:
            self.passed += 1
            self._say("passed", name, begin)

    @staticmethod
    def _say(outcome, name, begin, why=""):
        print(f"{outcome:8} {name} ({time.monotonic() - begin:.0f} s)" + (f": {why}" if why else ""), flush=True)

    def end(self):
        """Prints the sum. Returns the exit code."""
        print(f"== Under Wine: {self.passed} passed, {self.skipped} skipped, {self.failed} failed", flush=True)
        return 1 if self.failed else 0
