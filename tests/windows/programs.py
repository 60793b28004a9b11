# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Drydock authors

"""drydockctl.exe and drydock.exe against labs, from a folder that holds the package alone."""

import concurrent.futures
import contextlib
import json
import pathlib
import select
import shutil
import subprocess
import tempfile

from checks import Skip
from wine import finish, windows_path

ENTER = ("run", "enter", "MAIL", "--override", "single-copy", "--yes")
LEAVE = ("run", "leave", "MAIL", "--yes")
PASSWORD = b"practice\n"
MINUTES = 60


class Client:
    """drydockctl of one system: it starts it, and spells paths for it."""

    def __init__(self, program, wine=None):
        self.program, self.wine = program, wine

    def start(self, *arguments, **options):
        if self.wine:
            return self.wine.start(self.program, *arguments, **options)
        for stream in ("stdin", "stdout", "stderr"):
            options.setdefault(stream, subprocess.PIPE)
        return subprocess.Popen([self.program, *arguments], **options)

    def run(self, *arguments, stdin=PASSWORD, timeout=6 * MINUTES):
        return finish(self.start(*arguments), stdin, timeout)

    def path(self, path):
        return windows_path(path) if self.wine else str(path)


@contextlib.contextmanager
def lab(client, *options):
    """Serves a lab. Yields what connects to it."""
    process = client.start("lab", "serve", "--time-scale", "60", *options, stderr=subprocess.DEVNULL)
    try:
        readable, _, _ = select.select([process.stdout], [], [], 2 * MINUTES)
        listening = json.loads(process.stdout.readline() or b"{}") if readable else {}
        assert "exchange" in listening, "the lab does not listen"
        nodes = [word for name, url in listening["nodes"].items() for word in ("--node", f"{name}={url}")]
        yield ["--connect", listening["exchange"], *nodes]
    finally:
        process.kill()
        process.wait(MINUTES)
        process.stdin.close(), process.stdout.close()


BASIC = ("--auth", "basic", "--user", "LAB\\admin", "--password-stdin")


def state_of(client, connection, server="MAIL"):
    ended = client.run("status", *connection, *BASIC, "--format", "json")
    assert ended.code in (0, 1), ended.text
    servers = [each for dag in json.loads(ended.out)["dags"] for each in dag["servers"]]
    return next(each["state"] for each in servers if each["name"] == server)


def enters(client, connection, *options):
    ended = client.run(*ENTER, *connection, *BASIC, *options)
    assert ended.code == 0, ended.text
    assert state_of(client, connection) == "InMaintenance"
    return ended


def commands_sent(journal):
    """Returns the changing commands of a journal, as often as they were sent."""
    sent = []
    for line in journal.read_text("utf-8").splitlines():
        record = json.loads(line[line.index("{"):])
        body = record.get("body", record)
        if body.get("type") == "command-sending":
            sent.append((body["step"], body["command"]))
    return sent


def portable(wine, folder):
    """Into maintenance and back; all that is written is beside the program. The reason is in no code page of the West."""
    client = Client(folder / "drydockctl.exe", wine)
    reason = "Köln: Ελλάδα ✓"
    with lab(client) as connection:
        enters(client, connection, "--reason", reason)
        left = client.run(*LEAVE, *connection, *BASIC)
        assert left.code == 0, left.text
        assert state_of(client, connection) == "Serving"
    runs = json.loads(client.run("runs", "--format", "json").out)["runs"]
    assert len(runs) == 2, runs
    journals = sorted(folder.glob("data/journal/*-enter*.jsonl"))
    assert len(journals) == 1, "no journal beside the program"
    assert not wine.drive_c("users").exists() or not list(wine.drive_c("users").glob("*/AppData/Local/drydock/journal/*-enter*")), \
        "the portable program wrote into the user's profile"
    report = client.run("report", next(run["id"] for run in runs if run["id"].endswith("enter")))
    assert reason in report.out, "no UTF-8: " + report.text


def killed_and_continued(wine, folder):
    """TerminateProcess in the middle of a run; the next start goes on and sends nothing twice."""
    program = folder / "killed.exe"  # a name of its own: its lab is not to be ended with it
    shutil.copy(folder / "drydockctl.exe", program)
    client = Client(program, wine)
    try:
        with lab(Client(folder / "drydockctl.exe", wine)) as connection:
            process = client.start(*ENTER, *connection, *BASIC, "--format", "jsonl")
            process.stdin.write(PASSWORD)
            process.stdin.close()
            said = b""
            while b"Suspend-ClusterNode" not in said:
                line = process.stdout.readline()
                assert line, "it ended before the node was paused: " + (said + process.stderr.read()).decode()
                said += line
            killed = wine.run("taskkill", "/F", "/IM", program.name)
            assert killed.code == 0, killed.text
            process.wait(60)
            process.stdout.close(), process.stderr.close()
            unfinished = [run for run in json.loads(client.run("runs", "--format", "json").out)["runs"] if run["resumable"]]
            assert len(unfinished) == 1, unfinished
            run = unfinished[0]["id"]
            resumed = client.run("resume", run, "--yes", *connection, *BASIC)
            if resumed.code == 5:  # between record and sending: readings had to show that it had no effect
                resumed = client.run("resume", run, "--send-again", "--yes", *connection, *BASIC)
            assert resumed.code == 0, resumed.text
            assert state_of(client, connection) == "InMaintenance"
    finally:
        program.unlink()
    journal, = wine.drive_c("users").glob(f"*/AppData/Local/drydock/journal/{run}.jsonl")
    sent = commands_sent(journal)
    assert len(sent) > 5 and len(sent) == len(set(sent)), f"sent twice: {sent}"


def ctrl_c(wine, build, folder):
    """Ctrl+C in a console stops the run after its step; it can be continued."""
    helper = build / "bin" / "console_program.exe"
    if not helper.exists():
        raise Skip(f"{helper} is not built")
    with tempfile.TemporaryDirectory() as data:
        press = pathlib.Path(data, "press")
        client = Client(folder / "drydockctl.exe", wine)
        process = wine.start(helper, windows_path(press), windows_path(folder / "drydockctl.exe"), *ENTER, "--lab",
                             "--format", "jsonl", "--data-dir", windows_path(data))
        while b'"state":"started"' not in (line := process.stdout.readline()):
            assert line, "it ended by itself: " + process.stderr.read().decode()
        press.touch()
        ended = finish(process, b"", 2 * MINUTES)
        assert ended.code == 6, ended.text
        runs = json.loads(client.run("runs", "--lab", "--format", "json", "--data-dir", windows_path(data)).out)["runs"]
        assert [run["resumable"] for run in runs] == [True], runs


def across(server, client):
    """A client of one system against a lab of the other."""
    with tempfile.TemporaryDirectory() as data, lab(server) as connection:
        ended = client.run(*ENTER, *connection, *BASIC, "--data-dir", client.path(data))
        assert ended.code == 0, ended.text
        assert state_of(client, connection) == "InMaintenance"


def over_tls(server, client):
    """The lab shows a certificate of an authority that the client is given, and one that it is not."""
    if shutil.which("openssl") is None:
        raise Skip("no openssl command to make a certificate with")
    with tempfile.TemporaryDirectory() as folder:
        pem, both = pathlib.Path(folder, "certificate.pem"), pathlib.Path(folder, "both.pem")
        key = pathlib.Path(folder, "key.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", pem],
                       check=True, capture_output=True)
        both.write_text(pem.read_text() + key.read_text())
        if server.wine:
            said = server.run("lab", "serve", "--tls", server.path(both), timeout=MINUTES // 2)
            if "does not use it" in said.err:
                raise Skip("Schannel does not use the key under this Wine")
        fingerprint = subprocess.run(["openssl", "x509", "-in", pem, "-noout", "-fingerprint", "-sha256"], check=True,
                                capture_output=True, text=True).stdout.strip().split("=")[1]
        with lab(server, "--tls", server.path(both)) as connection:
            status = ("status", *connection, *BASIC)
            for trust in (("--ca", client.path(pem)), ("--pin", fingerprint)):
                trusted = client.run(*status, *trust)
                assert trusted.code in (0, 1), f"{trust[0]}: {trusted.text}"
            refused = client.run(*status)
            assert refused.code == 7, refused.text
            pinned = client.run(*status, "--pin", "0" * 64)
            assert pinned.code == 7, pinned.text


def ntlm(wine, folder):
    """Negotiate by SSPI on both sides, from the logon session. Wine asks winbind's ntlm_auth for the tokens."""
    if shutil.which("ntlm_auth") is None:
        raise Skip("there is no ntlm_auth (Debian's package winbind)")
    client = Client(folder / "drydockctl.exe", wine)
    with lab(client, "--auth", "negotiate", "--allow-ntlm") as connection:
        ended = client.run("status", *connection, "--auth", "negotiate", "--allow-ntlm", "--user", "LAB\\admin",
                           "--password-stdin", timeout=MINUTES)
        if ended.code is None:
            raise Skip("the client does not end under this Wine (installer/docs/windows.md)")
        assert ended.code in (0, 1), ended.text


def tour(wine, folder, pictures):
    """The window, in a real one: a whole maintenance by the wizard, a picture of each page."""
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    ended = wine.run(folder / "drydock.exe", "--tour", windows_path(pictures), "-platform", "windows:fontengine=freetype",
                     timeout=10 * MINUTES)
    assert ended.code == 0, ended.text
    assert len(list(pictures.glob("*.png"))) > 10, "no pictures"


def play(checks, wine, build, portable_folder, installed, linux):
    """All at a time: they wait for each other's clocks more than they compute."""
    here = Client(portable_folder / "drydockctl.exe", wine)
    plan = {
        "the portable folder: maintenance, and back; UTF-8": lambda: portable(wine, portable_folder),
        "the installed program: killed by TerminateProcess, continued": lambda: killed_and_continued(wine, installed),
        "Ctrl+C in a console": lambda: ctrl_c(wine, build, portable_folder),
        "a client on Linux, the lab under Wine": lambda: across(here, linux()),
        "a client under Wine, the lab on Linux": lambda: across(linux(), here),
        "TLS: a client on Linux, the lab under Wine": lambda: over_tls(here, linux()),
        "TLS: a client under Wine, the lab on Linux": lambda: over_tls(linux(), here),
        "NTLM by SSPI": lambda: ntlm(wine, portable_folder),
        "the tour in a window": lambda: tour(wine, installed, build / "tour"),
    }

    def one(name):
        with checks.check(name):
            plan[name]()

    with concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(one, plan))
