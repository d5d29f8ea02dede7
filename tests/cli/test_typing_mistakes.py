"""What is typed wrongly: what was likely meant is named, nothing is done, and no value is said again."""

from __future__ import annotations

import pytest

SEE = "See roster-import --help."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chek club.xlsx", "There is no command and no file chek. Nothing was sent. Did you mean check?"),
        ("resum", "There is no command and no file resum. Nothing was sent. Did you mean resume?"),
        ("help", "There is no command and no file help. Nothing was sent. Did you mean --help?"),
        ("xyz", "There is no command and no file xyz. Nothing was sent."),
        ("--versio", f"There is no option --versio. Did you mean --version? {SEE}"),
        ("--yess", f"There is no option --yess. Did you mean --yes? {SEE}"),
        ("club.xlsx --yess", f"There is no option --yess. Did you mean --yes? {SEE}"),
        ("check --jsn club.xlsx", f"There is no option --jsn. Did you mean --json? {SEE}"),
        ("orders --wher x", f"There is no option --wher. Did you mean --where? {SEE}"),
        ("orders shw", "There is no such command. Known here: show, export, results. Did you mean show? " + SEE),
        ("settle", f"REFERENCE is missing. {SEE}"),
        ("check club.xlsx --reference", f"--reference wants a value behind it. {SEE}"),
        ("check club.xlsx --language xx", f"--language is one of en, da, de. {SEE}"),
        ("chek club.xlsx --language de",
         "Es gibt weder einen Befehl noch eine Datei chek. Nichts wurde gesendet. War check gemeint?"),
    ],
)  # fmt: skip
def test_what_was_likely_meant_is_named(offline, typed, said):
    offline.build()
    run = offline.quick(*typed.split())
    assert (run.status, run.out, run.err) == (2, "", f"roster-import: {said}\n")


def test_without_arguments_it_is_the_help_and_nothing_else(offline):
    run = offline.quick()
    assert (run.status, run.out) == (2, "")
    assert run.err == offline.quick("--help").out
