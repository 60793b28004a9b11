# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Drydock authors

"""Starts and ends programs for Windows in a Wine prefix of the tests' own."""

import os
import pathlib
import shutil
import subprocess

LOADERS = ("/usr/lib/wine/wine64", "/usr/bin/wine64", "/usr/bin/wine")
WINESERVER = "/usr/lib/wine/wineserver"


class Ended:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def text(self):
        return f"exit {self.code}\nout: {self.out}\nerr: {self.err}"


def why_not():
    """Returns why there is no Wine here; empty if there is."""
    if not any(os.access(loader, os.X_OK) for loader in LOADERS):
        return "there is no Wine (Debian's packages wine and wine64)"
    if shutil.which("xvfb-run") is None and "DISPLAY" not in os.environ:
        return "there is no display and no xvfb-run to make one"
    return ""


def windows_path(path):
    return "Z:" + str(pathlib.Path(path).absolute()).replace("/", "\\")


class Wine:
    def __init__(self, prefix):
        self.prefix = pathlib.Path(prefix)
        self.loader = next(loader for loader in LOADERS if os.access(loader, os.X_OK))
        self.environment = dict(
            os.environ,
            WINEPREFIX=str(self.prefix),
            WINEDEBUG="-all",
            WINEDLLOVERRIDES="mscoree,mshtml=",  # nothing is offered for download
            LC_ALL="C.UTF-8",
        )
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.prefix.mkdir(parents=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.run("wineboot", "-i", timeout=300, **quiet)
        # What Wine starts beside the first program would keep that one's pipes open.
        self.first = self.start("cmd", **quiet)

    def drive_c(self, *parts):
        return self.prefix.joinpath("drive_c", *parts)

    def start(self, program, *arguments, dlls=(), **options):
        """Starts a program by its path here, or by its name. `dlls` are the only folders in reach beside its own."""
        environment = dict(self.environment)
        if dlls:
            environment["WINEPATH"] = ";".join(windows_path(folder) for folder in dlls)
        for stream in ("stdin", "stdout", "stderr"):
            options.setdefault(stream, subprocess.PIPE)
        return subprocess.Popen([self.loader, str(program), *map(str, arguments)], env=environment, **options)

    def run(self, program, *arguments, stdin=b"", timeout=120, **options):
        """Runs a program to its end. A program that does not end in time is killed, and its code is None."""
        return finish(self.start(program, *arguments, **options), stdin, timeout)

    def stop(self):
        subprocess.run([WINESERVER, "-k"],
                       env=self.environment, check=False, stderr=subprocess.DEVNULL)


def finish(process, stdin=b"", timeout=120):
    try:
        out, err = process.communicate(stdin, timeout)
        code = process.returncode
    except subprocess.TimeoutExpired as late:
        process.kill()
        out, err, code = late.stdout, late.stderr, None
    return Ended(code, (out or b"").decode("utf-8", "replace"), (err or b"").decode("utf-8", "replace"))
