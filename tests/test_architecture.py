"""The house as it is drawn: who may import what, how large a function may be, which words are not used."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = REPOSITORY / "roster_import"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Modules that decide and do not act. (pandas and pandera live in check.py alone; openpyxl in read and the template.)
PURE = {
    "amend",
    "assortment",
    "catalogue",
    "changes",
    "check",
    "checking",
    "columns",
    "concerned",
    "countries",
    "details",
    "digits",
    "doubts",
    "entry",
    "errors",
    "estimate",
    "faults",
    "group",
    "labels",
    "languages",
    "place",
    "printing",
    "report",
    "rows",
    "sheets",
    "unseen",
    "wording",
}
# The watch's core: what it decides, it decides here.
PURE_IN_WATCH = {"caps", "looking", "messages", "names", "options", "outcomes", "speaking"}
ACTING = {"httpx", "sqlite3", "openpyxl", "click", "os", "time", "subprocess", "socket", "random", "threading"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path, *, at_run_time_only: bool = True) -> set[str]:
    module = tree(path)
    skipped = {
        id(node)
        for block in ast.walk(module)
        if at_run_time_only and isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for inner in block.body
        for node in ast.walk(inner)
    }
    found: set[str] = set()
    for node in ast.walk(module):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def name(path: Path) -> str:
    return ".".join(path.relative_to(REPOSITORY).with_suffix("").parts)


@pytest.mark.parametrize("path", [p for p in MODULES if (p.stem in PURE and p.parent == PACKAGE)
                                  or p.parent.name in ("model", "targets", "recognise", "rules", "rows", "proof")
                                  or (p.parent.name == "watch" and p.stem in PURE_IN_WATCH)], ids=name)  # fmt: skip
def test_pure_modules_do_not_act(path):
    assert not {module.split(".")[0] for module in imported(path)} & ACTING


def test_pandas_and_pandera_live_in_one_module():
    homes = {
        name(path) for path in MODULES for module in imported(path) if module.split(".")[0] in ("pandas", "pandera")
    }
    assert homes == {"roster_import.check"}


def test_nothing_imports_the_command_line():
    importers = {name(path) for path in MODULES if "roster_import.cli" in imported(path, at_run_time_only=False)}
    assert importers == {"roster_import.__main__"}


def test_the_sandbox_and_the_importer_do_not_know_each_other():
    ours = {"roster_import.errors"}
    for path in (PACKAGE / "sandbox").rglob("*.py"):
        outside = {
            m for m in imported(path) if m.startswith("roster_import") and not m.startswith("roster_import.sandbox")
        }
        assert outside <= ours, name(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_function_is_longer_than_forty_lines(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            assert (body[-1].end_lineno or 0) - body[0].lineno < 40, f"{name(path)}: {node.name}"


def test_no_banned_module_names():
    banned = {"utils", "util", "helpers", "helper", "base", "common", "misc", "manager", "service"}
    assert not {path.stem for path in MODULES} & banned
    classes = [node.name for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    assert not [one for one in classes if re.search(r"Manager|Service|Helper|Util", one)]


def test_every_module_says_what_it_is_for():
    assert [name(path) for path in MODULES if not ast.get_docstring(tree(path))] == []
