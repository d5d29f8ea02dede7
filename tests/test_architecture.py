"""The house as docs/architecture.md draws it: rooms, floors, who may import whom, the size of functions, the words."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = REPOSITORY / "roster_import"
MODULES = sorted(PACKAGE.rglob("*.py"))

# A room -> the rooms it may import from. Everybody may say something (language) and fail (errors).
MAY_IMPORT = {
    "__main__": {"cli"},
    "cli": {"page", "watch", "workers", "pipeline", "write", "model", "settings", "files"},
    "__init__": {"pipeline", "model"},
    "page": {"watch", "pipeline", "write", "check", "recognise", "place", "read", "model", "settings", "files"},
    "watch": {"pipeline", "write", "place", "model", "settings", "files"},
    "workers": {"pipeline", "place", "model", "settings", "files"},
    "pipeline": {"write", "check", "place", "recognise", "targets", "read", "model", "settings", "files", "sandbox"},
    "write": {"check", "place", "model", "files"},
    "check": {"recognise", "targets", "model"},
    "place": {"targets", "model", "settings", "files"},
    "recognise": {"model"},
    "targets": {"model"},
    "read": {"model", "files"},
    "settings": {"model", "files"},
    "files": {"model"},
    "model": set(),
    "language": set(),
    "errors": set(),
    "sandbox": set(),
}
SAY_NOTHING = {"errors", "sandbox"}  # they do without sentences of ours
MOST_FILES, MOST_ROOMS, MOST_FLOORS = 5, 14, 10

# Rooms, and modules of other rooms, that decide and do not act. What acts in a pure room is named.
PURE_ROOMS = {"model", "language", "targets", "recognise", "check", "write/proof"}
ACTS_ALL_THE_SAME = {
    "write/proof/pdf": {"subprocess", "os"},  # prints through a browser
}
PURE_MODULES = {
    "errors",
    *(
        f"place/{name}"
        for name in (
            "place_order",
            "conversation",
            "follow",
            "known",
            "next_step",
            "plan",
            "amendments",
            "ledger/entry",
            "estimate",
        )
    ),
    *(f"watch/{name}" for name in ("readiness", "messages", "file_names", "options", "phrases")),
}
ACTING = {"httpx", "sqlite3", "openpyxl", "click", "os", "time", "subprocess", "socket", "random", "threading"}

BANNED_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "misc", "manager", "service", "handler"}
# Nouns that happen to end so: the letters of a text file, the lettering of a shirt, a setting.
NOUNS = {"encoding", "lettering", "setting"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of a tree, which takes longer to go through than to read."""
    return tuple(ast.walk(tree(path)))


@pytest.fixture(scope="module", autouse=True)
def _trees_of_this_file_alone():
    """A million nodes kept would be gone through with every collection of the tests behind these."""
    yield
    tree.cache_clear()
    nodes.cache_clear()


def name(path: Path) -> str:
    """A module's place in the package, without its ending: check/rows/row; a package's face is the package."""
    return path.relative_to(PACKAGE).with_suffix("").as_posix().removesuffix("/__init__")


BY_NAME = {name(path): path for path in MODULES}


def room(module: str) -> str:
    return module.split("/")[0]


@cache
def imported(path: Path, *, at_run_time_only: bool = True) -> set[str]:
    """What a module imports, lazy imports too, as dotted names; type-only imports on request."""
    skipped = {
        id(node)
        for block in nodes(path)
        if at_run_time_only and isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for inner in block.body
        for node in ast.walk(inner)
    }
    names: set[str] = set()
    for node in nodes(path):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are written whole"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@cache
def neighbours(module: str) -> frozenset[str]:
    """The modules of the package that a module imports in any way: at once, when called, or for its types."""
    targets = set()
    for dotted in imported(BY_NAME[module], at_run_time_only=False):
        place = dotted.removeprefix("roster_import.").replace(".", "/")
        if dotted.startswith("roster_import."):
            targets.add(place if place in BY_NAME else place.rpartition("/")[0] or "__init__")
    return frozenset(targets - {module})


def floors() -> dict[str, int]:
    """Each room's floor: one above the highest of the rooms it imports from."""

    @cache
    def floor(of: str) -> int:
        below = {room(to) for module in BY_NAME if room(module) == of for to in neighbours(module)} - {of, "__init__"}
        return 1 + max(map(floor, below), default=0)

    return {of: floor(of) for of in MAY_IMPORT if of != "sandbox"}


def circles() -> list[list[str]]:
    """The modules that import one another, directly or round about."""
    reached: dict[str, set[str]] = {}
    for module in BY_NAME:
        seen: set[str] = set()
        ahead = list(neighbours(module))
        while ahead:
            if (to := ahead.pop()) not in seen:
                seen.add(to)
                ahead += neighbours(to)
        reached[module] = seen
    return sorted({tuple(sorted(m for m in reached[a] if a in reached[m])) for a in BY_NAME if a in reached[a]})


# ------------------------------------------------------------------------------------------------------ the rooms


def test_the_top_of_the_package_is_short():
    files = list(PACKAGE.glob("*.py"))
    rooms = [path for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert len(files) <= MOST_FILES
    assert len(rooms) <= MOST_ROOMS


def test_every_room_is_in_the_plan():
    assert {room(module) for module in BY_NAME} == set(MAY_IMPORT)


def strangers(module: str) -> set[str]:
    """What a module imports and may not."""
    own = room(module)
    allowed = MAY_IMPORT[own] | {own, "__init__"} | (set() if own in SAY_NOTHING else {"errors", "language"})
    return {to for to in neighbours(module) if room(to) not in allowed}


def test_a_room_imports_only_from_rooms_below_it():
    assert {module: strangers(module) for module in BY_NAME if strangers(module)} == {}


def test_floors_are_few_and_nothing_imports_up():
    assert max(floors().values()) <= MOST_FLOORS


def test_there_are_no_circles():
    assert circles() == []


def test_the_stand_ins_are_known_by_one_module_and_know_nobody():
    assert {module for module in BY_NAME if any(room(to) == "sandbox" for to in neighbours(module))} - {
        module for module in BY_NAME if room(module) == "sandbox"
    } == {"pipeline/sandbox"}


def test_nothing_imports_the_command_line():
    assert {m for m in BY_NAME if any(room(to) == "cli" for to in neighbours(m)) and room(m) != "cli"} == {"__main__"}


def test_pandas_and_pandera_live_in_one_module():
    homes = {
        module for module, path in BY_NAME.items() if {m.split(".")[0] for m in imported(path)} & {"pandas", "pandera"}
    }
    assert homes == {"check/frame"}


def is_pure(module: str) -> bool:
    return module in PURE_MODULES or any(module == pure or module.startswith(f"{pure}/") for pure in PURE_ROOMS)


def test_pure_modules_do_not_act():
    pure = [module for module in BY_NAME if is_pure(module)]
    acting = {module: {dotted.split(".")[0] for dotted in imported(BY_NAME[module])} & ACTING for module in pure}
    assert {module: acts for module, acts in acting.items() if acts - ACTS_ALL_THE_SAME.get(module, set())} == {}


def test_what_is_named_here_is_there():
    assert (PURE_MODULES | set(ACTS_ALL_THE_SAME)) <= set(BY_NAME)


# ------------------------------------------------------------------------------------------------------ the words


def stem(word: str) -> str:
    """What check, checks, checking and checked have in common."""
    return re.sub(r"(?<=.{3})(?:ings?|ed|es|s|e)$", "", word)


def test_no_two_modules_of_a_room_have_one_stem():
    stems: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in MODULES:
        if path.stem not in ("__init__", "__main__"):
            stems[path.parent.relative_to(PACKAGE).as_posix(), stem(path.stem)].append(name(path))
    assert [names for names in stems.values() if len(names) > 1] == []


def test_modules_bear_nouns_and_verbs():
    assert {path.stem for path in MODULES} & BANNED_NAMES == set()
    assert {path.stem for path in MODULES if path.stem.endswith("ing")} <= NOUNS
    classes = [node.name for path in MODULES for node in nodes(path) if isinstance(node, ast.ClassDef)]
    assert [cls for cls in classes if re.search(r"Manager|Service|Helper|Util|Handler", cls)] == []


def test_the_map_of_a_room_names_what_is_there():
    for face in PACKAGE.rglob("__init__.py"):
        named = set(re.findall(r"\b\w+\.py\b", ast.get_docstring(tree(face)) or ""))
        assert named <= {path.name for path in face.parent.rglob("*.py")}, face


def test_every_module_says_what_it_is_for():
    assert [module for module, path in BY_NAME.items() if not ast.get_docstring(tree(path))] == []


def long_functions(path: Path) -> list[str]:
    """The functions of a file whose bodies are over forty lines long, their docstrings not counted."""
    functions = [node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [node.name for node in functions if _lines_of_body(node) > 40]


def _lines_of_body(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_no_function_is_longer_than_forty_lines():
    assert {module: long for module, path in BY_NAME.items() if (long := long_functions(path))} == {}


def test_one_door_leads_to_the_screen():
    """Other people's words are shown there, whatever command says them; `sandbox/` says only its own."""
    ways = {"echo", "secho", "prompt", "confirm", "echo_via_pager"}
    for name, path in BY_NAME.items():
        if name.startswith("sandbox") or name == "cli/screen":
            continue
        for node in nodes(path):
            if isinstance(node, ast.Call):
                said = ast.unparse(node.func)
                assert said != "print", name
                assert not (said.startswith("click.") and said.removeprefix("click.") in ways), f"{name}: {said}"
                assert not said.startswith(("sys.stdout.write", "sys.stderr.write")), f"{name}: {said}"


# ------------------------------------------------------------------------------------------------------ the tests


def test_tests_mirror_the_rooms():
    beside = {"drills", "golden", "strangers", "__pycache__"}
    folders = {path.name for path in (REPOSITORY / "tests").iterdir() if path.is_dir()} - beside
    assert folders <= {path.name for path in PACKAGE.iterdir() if path.is_dir()}
