# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Drydock authors

"""The ZIP and the installer."""

import os
import pathlib
import re
import shutil
import subprocess
import zipfile

from checks import Skip
from wine import windows_path

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "installer" / "windows"
KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Drydock"
FOLDER = "C:\\Tools\\Drydock"


def package(build, ending):
    found = sorted(build.glob(f"drydock-*-windows-x64.{ending}"))
    if not found:
        raise Skip(f"there is no package {build}/drydock-*-windows-x64.{ending}")
    return found[-1]


def imports(folder):
    return subprocess.run([SCRIPTS / "check_imports", folder], capture_output=True, text=True)


def registered(wine, name, root="HKCU"):
    """Returns a value of the uninstaller's entry; empty without."""
    return registry(wine, f"{root}\\{KEY}", name)


def registry(wine, key, name):
    said = wine.run("reg", "query", key, "/v", name).out
    found = re.search(rf"^ +{name} +REG_\w+ +(.*?)\r?$", said, re.MULTILINE)
    return found[1] if found else ""


def unpack(checks, build):
    """Returns the unpacked ZIP, with portable.ini in it, under a name that is in no code page of the West; None without."""
    folder = None
    with checks.check("the ZIP holds every DLL that is loaded"):
        shutil.rmtree(build / "unpacked", ignore_errors=True)
        with zipfile.ZipFile(package(build, "zip")) as archive:
            archive.extractall(build / "unpacked")
        unpacked, = (build / "unpacked").iterdir()
        folder = unpacked.rename(unpacked.with_name("Dry dock Ελ"))
        (folder / "portable.ini").touch()
        looked = imports(folder)
        assert looked.returncode == 0, looked.stdout + looked.stderr
    if folder is None:
        return None
    with checks.check("a DLL that is missing is noticed"):
        for missing in ("libwinpthread-1.dll", "Qt6Network.dll"):
            (folder / missing).rename(folder / "away")
            looked = imports(folder)
            (folder / "away").rename(folder / missing)
            assert looked.returncode == 1 and missing.lower() in looked.stdout, looked.stdout
    return folder


def setup(wine, build, *options):
    return wine.run(package(build, "exe"), "/S", *options, timeout=300)


def install(checks, wine, build):
    """Installs for the user alone. Returns the folder; None if it is not there."""
    folder = wine.drive_c("Tools", "Drydock")
    with checks.check("a silent installation for the user"):
        ended = setup(wine, build, "/CurrentUser", "/Path", f"/D={FOLDER}")
        assert ended.code == 0, ended.text
        assert imports(folder).returncode == 0
        assert registered(wine, "InstallLocation") == FOLDER
        assert not registered(wine, "InstallLocation", "HKLM"), "it was installed for everybody"
        assert list(wine.drive_c("users").glob("*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Drydock.lnk")), \
            "it is not in the Start menu"
        assert FOLDER in registry(wine, r"HKCU\Environment", "Path").split(";")
        version = wine.run(folder / "drydockctl.exe", "--version")
        assert version.out.startswith("drydockctl "), version.text
    return folder if (folder / "drydockctl.exe").exists() else None


def upgrade(checks, wine, build, folder):
    with checks.check("an upgrade while Drydock runs is refused with words"):
        running = wine.start(folder / "drydockctl.exe", "lab", "serve")
        assert running.stdout.readline(), "the lab does not listen"
        before = sorted(path.name for path in folder.iterdir())
        ended = setup(wine, build, "/CurrentUser")
        running.kill()
        running.wait(60)
        assert ended.code == 2 and "drydockctl.exe runs" in ended.out, ended.text
        assert sorted(path.name for path in folder.iterdir()) == before, "something was changed"
    with checks.check("an upgrade takes the old one's place, and its old files away"):
        (folder / "data").mkdir(exist_ok=True)
        (folder / "data" / "kept").touch()
        ended = setup(wine, build, "/CurrentUser")
        assert ended.code == 0, ended.text
        assert registered(wine, "InstallLocation") == FOLDER, "the folder was not kept"
        assert registry(wine, r"HKCU\Environment", "Path").split(";").count(FOLDER) == 1, "PATH was not kept"
        assert (folder / "drydockctl.exe").exists() and (folder / "data" / "kept").exists()
        shutil.rmtree(folder / "data")
    with checks.check("a downgrade is asked for"):
        wine.run("reg", "add", f"HKCU\\{KEY}", "/v", "DisplayVersion", "/d", "99.0.0", "/f")
        refused = setup(wine, build, "/CurrentUser")
        assert refused.code == 2 and "99.0.0" in refused.out and "newer" in refused.out, refused.text
        assert registered(wine, "DisplayVersion") == "99.0.0"
        done = setup(wine, build, "/CurrentUser", "/Downgrade")
        assert done.code == 0, done.text
        assert registered(wine, "DisplayVersion") != "99.0.0"


def remove(checks, wine, folder):
    with checks.check("a silent removal leaves journals and settings, and says so"):
        # A PATH that is longer than the strings of the installer.
        others = ";".join(f"C:\\Folder{number}\\{'x' * 40}" for number in range(60))
        wine.run("reg", "add", r"HKCU\Environment", "/v", "Path", "/t", "REG_EXPAND_SZ", "/d",
                 f"{others};{FOLDER};%LAST%", "/f")
        journals = list(wine.drive_c("users").glob("*/AppData/Local/drydock/journal/*.jsonl"))
        assert journals, "no run was recorded before"
        ended = wine.run(folder / "Uninstall.exe", "/S", f"_?={FOLDER}")
        assert ended.code == 0, ended.text
        assert "journals" in ended.out and "stay" in ended.out, ended.text
        assert all(journal.exists() for journal in journals)
        left = [path.name for path in folder.iterdir()] if folder.exists() else []
        assert set(left) <= {"Uninstall.exe"}, f"left behind: {left}"  # it runs there, where _?= lets it be waited for
        assert not registered(wine, "DisplayName")
        assert not list(wine.drive_c("users").glob("*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Drydock.lnk"))
        assert registry(wine, r"HKCU\Environment", "Path") == f"{others};%LAST%"


def for_everybody(checks, wine, build):
    with checks.check("a silent installation for everybody, and its removal"):
        folder = wine.drive_c("Program Files", "Drydock")
        path = r"HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
        before = registry(wine, path, "Path")
        ended = setup(wine, build, "/AllUsers", "/Path")
        assert ended.code == 0, ended.text
        assert (folder / "drydock.exe").exists()
        assert registered(wine, "InstallLocation", "HKLM") == "C:\\Program Files\\Drydock"
        assert registry(wine, path, "Path") == before + ";C:\\Program Files\\Drydock"
        removed = wine.run(folder / "Uninstall.exe", "/S", "_?=C:\\Program Files\\Drydock")
        assert removed.code == 0, removed.text
        assert not folder.exists() and not registered(wine, "DisplayName", "HKLM")
        assert registry(wine, path, "Path") == before


def signing(checks, build):
    with checks.check("programs are signed where a certificate is given, and called unsigned elsewhere"):
        if shutil.which("osslsigncode") is None:
            raise Skip("there is no osslsigncode")
        work = build / "signing"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        program, pem, key, store = (work / name for name in ("drydockctl.exe", "pem", "key", "store.p12"))
        shutil.copy(build / "bin" / "drydockctl.exe", program)
        (work / "password").write_text("pass word\n")
        unsigned = subprocess.run([SCRIPTS / "sign", program], capture_output=True, text=True)
        assert unsigned.returncode == 0 and "Unsigned: drydockctl.exe" in unsigned.stdout, unsigned.stdout
        for command in (
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Drydock test",
             "-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", pem],
            ["openssl", "pkcs12", "-export", "-inkey", key, "-in", pem, "-out", store, "-passout", f"file:{work}/password"],
        ):
            subprocess.run(command, check=True, capture_output=True)
        environment = dict(os.environ, DRYDOCK_SIGN_CERTIFICATE=str(store), DRYDOCK_SIGN_PASSWORD=str(work / "password"))
        signed = subprocess.run([SCRIPTS / "sign", program], capture_output=True, text=True, env=environment)
        assert signed.returncode == 0 and "Signed: drydockctl.exe" in signed.stdout, signed.stdout + signed.stderr
        verified = subprocess.run(["osslsigncode", "verify", "-CAfile", pem, "-in", program], capture_output=True, text=True)
        assert "Signature verification: ok" in verified.stdout, verified.stdout + verified.stderr
