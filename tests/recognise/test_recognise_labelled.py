"""The labelled layouts, where they lie beside the repository: as good as the benchmark promises."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from roster_import.recognise import recognise

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "recognition.py"
spec = importlib.util.spec_from_file_location("bench_recognition", SCRIPT)
assert spec
assert spec.loader
bench = importlib.util.module_from_spec(spec)
sys.modules["bench_recognition"] = bench
spec.loader.exec_module(bench)


@pytest.mark.skipif(not bench.LABELLED.exists(), reason=f"no labelled layouts at {bench.LABELLED}")
def test_labelled_layouts() -> None:
    labels = json.loads(bench.LABELLED.read_text("utf-8"))
    tally, wrong = bench.Tally(), []
    for label in labels:
        rosters = recognise(bench.workbook(label)).rosters
        found, sure = bench.fields_of(rosters[0] if rosters else None, label)
        tally.add(label, found)
        wrong += bench.wrong_and_sure(label, sure)
    assert wrong == []
    assert tally.whole >= 0.9 * tally.sheets
    assert sum(tally.right.values()) >= 0.97 * sum(tally.claimed.values())
    assert sum(tally.right.values()) >= 0.97 * sum(tally.wanted.values())


def test_the_benchmark_is_polite_without_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(tmp_path / "none.json")]) == 0
    assert capsys.readouterr().out == f"skipped: no labelled layouts at {tmp_path / 'none.json'}\n"
