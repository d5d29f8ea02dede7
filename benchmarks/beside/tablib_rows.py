"""tablib loads the sheet as a dataset, and each row is tried in plain Python: tablib itself judges nothing."""

import json
import sys
from pathlib import Path

from tablib import Dataset


def faults(number: int, row: dict[str, object]) -> list[tuple[int, str]]:
    """The headings under which one row breaks what is asked of it."""
    text = {heading: "" if value is None else str(value) for heading, value in row.items()}
    right = {
        "Player": text["Player"] != "",
        "Number": text["Number"] == "" or (text["Number"].isascii() and text["Number"].isdigit()),
        "Size": text["Size"] in ("S", "M", "L", "XL"),
        "Quantity": text["Quantity"].isdigit() and int(text["Quantity"]) > 0,
        "Design": text["Design"] != "",
        "Storage quantity": text["Storage quantity"] == "" or text["Storage quantity"].isdigit(),
    }
    return [(number, heading) for heading, is_right in right.items() if not is_right]


def main(path: str) -> None:
    if path.endswith(".xlsx"):
        dataset = Dataset().load(Path(path).read_bytes(), format="xlsx")
    else:
        dataset = Dataset().load(Path(path).read_text(encoding="utf-8"), format="csv")
    rows = dataset.dict
    wrong = [fault for number, row in enumerate(rows, start=2) for fault in faults(number, row)]
    print(json.dumps({"rows": len(rows), "faults": wrong}))


if __name__ == "__main__":
    main(sys.argv[1])
