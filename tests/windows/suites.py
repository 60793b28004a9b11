# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Drydock authors

"""The suites of GoogleTest, each an executable of its own."""

import re

SUITES = (
    "domain_test", "maintenance_test", "clixml_test", "psrp_test", "wsman_test", "auth_test", "exchange_mapping_test",
    "exchange_gateway_test", "http_test", "session_test", "keychain_test", "services_test", "tables_test",
    "controllers_test", "lab_organisation_test", "lab_server_test", "ctl_test", "app_window_test", "ui_theme_test",
    "ui_widgets_test", "ui_main_window_test", "ui_wizard_test", "ui_wizard_shots_test", "simulation_test",
)
SIMULATION_RUNS = "300"


def play(checks, wine, build, dlls):
    wine.environment["DRYDOCK_SIMULATION_RUNS"] = SIMULATION_RUNS
    for suite in SUITES:
        with checks.check(suite):
            program = build / "bin" / f"{suite}.exe"
            assert program.exists(), f"{program} is not built"
            # The drive of the current folder is that of the paths compiled in, which begin with a slash.
            ended = wine.run(program, "--gtest_brief=1", dlls=dlls, timeout=900, cwd=build)
            counts = {word.lower(): int(count) for word, count in
                      re.findall(r"\[ +(PASSED|SKIPPED|FAILED) +\] (\d+) test", ended.out)}
            left_out = [line for line in re.findall(r"Skipped\n(.+)", ended.out)]
            print(f"         {counts.get('passed', 0)} tests passed, {counts.get('skipped', 0)} skipped"
                  + "".join(f"\n           skipped: {count} x {why}" for why, count in tally(left_out)), flush=True)
            assert ended.code == 0, ended.text[-6000:]
            assert counts.get("passed"), "no test was played: " + ended.text[-2000:]


def tally(lines):
    return sorted((line, lines.count(line)) for line in set(lines))
