"""The example package of `examples/target_plugin`, put where Python finds it as pip would: modules and metadata.

Run as a module it writes the package's files into docs/targets.md, between their marks.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from typing import TYPE_CHECKING

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PACKAGE = REPOSITORY / "examples" / "target_plugin"
PAGE = REPOSITORY / "docs" / "targets.md"
BLOCK = re.compile(r"(<!-- (\S+) -->\n```\w+\n)(.*?)```", re.DOTALL)


def install_example(folder: Path) -> Path:
    """The example package, installed in a folder."""
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for module in PACKAGE.glob("*.py"):
        shutil.copy(module, folder)
    write_metadata(folder, project["name"], project["version"], project["entry-points"]["roster_import.targets"])
    return folder


def install(folder: Path, name: str, source: str, maker: str = "Made", package: str = "") -> None:
    """An order system of a package of its own, its module of this source."""
    (folder / f"roster_{name}.py").write_text(source, encoding="utf-8")
    write_metadata(folder, package or f"roster-{name}", "2.1", {name: f"roster_{name}:{maker}"})


def write_metadata(folder: Path, package: str, version: str, points: Mapping[str, str]) -> None:
    """What an installer leaves of a package: its name, its version, its entry points."""
    info = folder / f"{package.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n", encoding="utf-8")
    lines = ["[roster_import.targets]", *(f"{name} = {place}" for name, place in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(
        BLOCK.sub(lambda block: f"{block[1]}{(PACKAGE / block[2]).read_text(encoding='utf-8')}```", page),
        encoding="utf-8",
    )
