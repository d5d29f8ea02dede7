"""pandas reads the sheet as text, pandera validates the whole frame lazily: what both their guides show first.

A second argument names the engine with which pandas opens a workbook: openpyxl (its default) or calamine.
"""

import json
import sys

import pandas as pd
import pandera.pandas as pa

SCHEMA = pa.DataFrameSchema(
    {
        "Player": pa.Column(str),
        "Name": pa.Column(str, nullable=True),
        "Number": pa.Column(str, pa.Check.str_matches(r"^[0-9]+$"), nullable=True),
        "Size": pa.Column(str, pa.Check.isin(["S", "M", "L", "XL"])),
        "Quantity": pa.Column(int, pa.Check.ge(1), coerce=True),
        "Design": pa.Column(str),
        "Logo": pa.Column(str, nullable=True),
        "Storage quantity": pa.Column("Int64", nullable=True, coerce=True),
        "Order": pa.Column(str, nullable=True),
    }
)


def frame(path: str, engine: str) -> pd.DataFrame:
    """Every cell as text; a name such as NA is a name, and only an empty cell is missing."""
    as_text = {"dtype": str, "keep_default_na": False, "na_values": [""]}
    if path.endswith(".xlsx"):
        return pd.read_excel(path, sheet_name="Roster", engine=engine, **as_text)
    return pd.read_csv(path, **as_text)


def faults(table: pd.DataFrame) -> list[tuple[int, str]]:
    """Where the sheet breaks the schema; the first row of the frame is the second of the sheet."""
    try:
        SCHEMA.validate(table, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        return [(int(row) + 2, column) for row, column in zip(cases["index"], cases["column"], strict=True)]
    return []


def main(path: str, engine: str = "openpyxl") -> None:
    table = frame(path, engine)
    print(json.dumps({"rows": len(table), "faults": faults(table)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
